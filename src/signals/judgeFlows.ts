import type { Finding } from '../finding.js'
import type { Day } from '../measurement.js'
import { fisherExactTest } from '../statistics/fisherExactTest.js'
import { logRankTest } from '../statistics/logRankTest.js'
import type { Proportion } from '../statistics/model.js'
import { newcombeInterval } from '../statistics/newcombeInterval.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { type Flow, type FlowCohorts, minimumOfEach } from './customerFlows.js'
import { reaches } from './reaches.js'

/** Level at which acquisition is shown to hold, or to be down. */
export const holdsLevel = 0.05

/** Levels and sizes that both halves are judged by. */
export interface FlowLimits {
  /** One-sided level of retention. */
  windowLevel: number
  /** Last complete periods. */
  recentPeriods: number
  /** Periods before them. */
  baselinePeriods: number
  /** Loss of volume that still counts as holding. */
  volumeMargin: number
  /** Rise of the churn rate worth a finding, as a share of the rate before. */
  minimumRelativeRise: number
  /** Difference of the churn rates that makes a finding critical. */
  criticalEffect: number
}

/** Whether customers leave more often than before. */
export function judgeRetention(recent: Flow, before: Flow, settings: FlowLimits) {
  const first: Proportion = { successes: recent.lost, trials: recent.opening }
  const second: Proportion = { successes: before.lost, trials: before.opening }
  const pValue = fisherExactTest({ first, second }).midPGreater
  const { difference, lower, upper } = newcombeInterval({ first, second })
  const [from, to] = [before.lost / before.opening, recent.lost / recent.opening]
  return {
    pValue,
    worse: pValue < settings.windowLevel && reaches(to - from, settings.minimumRelativeRise * from),
    confirmed: reaches(lower ?? 0, settings.criticalEffect),
    evidence: {
      firstEffect: difference,
      firstLower: lower,
      firstUpper: upper,
      firstFrom: from,
      firstTo: to,
      firstPValue: pValue,
      firstThreshold: settings.windowLevel,
    },
  }
}

/** Whether as many are won as before. */
export function judgeAcquisition(recent: number, before: number, settings: FlowLimits) {
  const samples = {
    first: { count: recent, exposure: settings.recentPeriods },
    second: { count: before, exposure: settings.baselinePeriods },
  }
  const { ratio, lower, upper, midPLess } = poissonRateRatio(samples, { level: 0.9 })
  const pValue = poissonRateRatio(samples, { ratio0: 1 - settings.volumeMargin }).midPGreater
  return {
    pValue,
    holds: pValue < holdsLevel,
    down: midPLess < holdsLevel,
    evidence: {
      secondEffect: ratio,
      secondLower: lower,
      secondUpper: upper,
      secondPValue: pValue,
      secondThreshold: holdsLevel,
    },
  }
}

/** Losses per win from which a shrinking base is critical, by the lower bound. */
const criticalReplacement = 1.25

/** The losses of the last periods per customer won in them. */
export interface JudgedReplacement {
  evidence: Pick<Finding['evidence'], 'replacementShare' | 'replacementLower' | 'replacementUpper'>
  /** Null unless the base is shown to shrink. */
  finding: Omit<Finding, 'subject'> | null
}

/** Whether more customers leave than are won. */
export function judgeReplacement({ lost, won }: Flow, windowLevel: number, since: Day): JudgedReplacement {
  const { ratio, lower, upper, level } = poissonRateRatio(
    { first: { count: lost, exposure: 1 }, second: { count: won, exposure: 1 } },
    { level: Math.max(Number.EPSILON, 1 - 2 * windowLevel) },
  )
  const evidence = { replacementShare: ratio, replacementLower: lower, replacementUpper: upper }
  if (lower === null || lower <= 1) return { evidence, finding: null }
  return {
    evidence,
    finding: {
      code: 'retention.base_shrinking',
      severity: reaches(lower, criticalReplacement) ? 'critical' : 'warning',
      since,
      evidence: { effect: ratio, effectUnit: 'factor', lower, upper, level },
      method: 'poisson-conditional',
      params: { direction: 'down' },
    },
  }
}

/** Both cohorts. */
export interface JudgedCohorts {
  /** Null with too few events. */
  pValue: number | null
  /** Null when nothing is found. */
  finding: Omit<Finding, 'subject'> | null
}

/** Whether newer customers leave sooner than older ones. */
export function judgeCohorts({ newer, older }: FlowCohorts, windowLevel: number): JudgedCohorts {
  const { observed, expected, p } = logRankTest([newer, older])
  if (observed.some((events) => events < minimumOfEach)) return { pValue: null, finding: null }
  const [events, usual] = [observed[0] as number, expected[0] as number]
  const pValue = events > usual ? p / 2 : 1 - p / 2
  if (pValue >= windowLevel) return { pValue, finding: null }
  return {
    pValue,
    finding: {
      code: 'retention.new_cohorts_leave_sooner',
      severity: 'warning',
      since: null,
      evidence: {
        effect: events / usual,
        effectUnit: 'factor',
        pValue,
        decidedBy: 'log-rank',
        threshold: windowLevel,
        sampleSize: newer.length,
        baselineSampleSize: older.length,
      },
      method: 'log-rank',
      params: { direction: 'up' },
    },
  }
}
