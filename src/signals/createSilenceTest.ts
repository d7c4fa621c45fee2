import { dayFromNumber } from '../calendar/dayNumber.js'
import { gammaPoissonForecast } from '../statistics/gammaPoissonForecast.js'
import { pooledGapShape } from '../statistics/pooledGapShape.js'
import { pooledRatePrior } from '../statistics/pooledRatePrior.js'
import { silenceProbability } from '../statistics/silenceProbability.js'
import type { CustomerTest } from './customerVerdict.js'
import type { CustomerSettings } from './readCustomerSettings.js'

/** Judges the silence of customers, and says what was pooled for it. */
export interface SilenceTest {
  /** Null when there is neither a rhythm of the customer nor a prior. */
  judge: (days: readonly number[]) => CustomerTest | null
  /** Shape and prior as used so far. */
  pooled: () => { shape?: number; priorShape?: number; priorRate?: number }
  /** Cautions and untested customers so far. */
  limits: () => { cautions: string[]; untested: number }
}

/** Pools what customers share when it is first needed. */
export function createSilenceTest(
  daysByCustomer: ReadonlyMap<string, readonly number[]>,
  settings: CustomerSettings,
): SilenceTest {
  const { today, minimumGaps, minimumCustomers } = settings
  let shape: ReturnType<typeof pooledGapShape> | undefined
  let prior: ReturnType<typeof pooledRatePrior> | undefined
  let untested = 0
  const shapeOfAll = () => {
    shape ??= pooledGapShape([...daysByCustomer.values()].map(gapsBetween), { minimumCustomers })
    return shape.shape
  }
  const priorOfAll = () => {
    prior ??= pooledRatePrior(
      [...daysByCustomer.values()].map((days) => ({ count: days.length - 1, exposure: today - (days[0] as number) })),
      { minimumCustomers },
    )
    return prior.shape === null || prior.rate === null ? null : { shape: prior.shape, rate: prior.rate }
  }
  return {
    judge: (days) => {
      const [first, last] = [days[0] as number, days.at(-1) as number]
      const [pastGaps, elapsed] = [days.length - 1, today - last]
      const since = dayFromNumber(last)
      if (pastGaps >= minimumGaps) {
        const own = { pastGaps, totalTime: last - first, elapsed }
        const { p, meanGap, ratio } = silenceProbability(own, { shape: shapeOfAll() })
        const evidence = { elapsedDays: elapsed, usualGap: meanGap, effect: ratio, sampleSize: pastGaps }
        return { p, since, method: 'gamma-gaps', evidence: { ...evidence, effectUnit: 'factor' } }
      }
      const law = priorOfAll()
      if (law === null) {
        untested += 1
        return null
      }
      const history = { prior: law, count: pastGaps, exposure: last - first }
      const { pAtMost, posteriorMean } = gammaPoissonForecast({ ...history, window: elapsed, windowCount: 0 })
      const evidence = {
        elapsedDays: elapsed,
        usualGap: 1 / posteriorMean,
        effect: elapsed * posteriorMean,
        sampleSize: pastGaps,
      }
      return { p: pAtMost, since, method: 'gamma-poisson', evidence: { ...evidence, effectUnit: 'factor' } }
    },
    pooled: () => ({
      ...(shape === undefined ? {} : { shape: shape.shape }),
      ...(prior === undefined || prior.shape === null || prior.rate === null
        ? {}
        : { priorShape: prior.shape, priorRate: prior.rate }),
    }),
    limits: () => ({
      cautions: [...(untested > 0 ? ['no_prior'] : []), ...(shape?.reason === undefined ? [] : ['shape_not_pooled'])],
      untested,
    }),
  }
}

function gapsBetween(days: readonly number[]): number[] {
  return days.slice(1).map((day, index) => day - (days[index] as number))
}
