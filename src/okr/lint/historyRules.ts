import { dayNumber } from '../../calendar/dayNumber.js'
import { compareDecimal, type Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import type { Day } from '../../measurement.js'
import { confidenceBand } from '../check-ins/confidenceBand.js'
import { visibleCheckIns } from '../check-ins/visibleCheckIns.js'
import { orderedVersions } from '../history/definitionAsOf.js'
import { isTargetEased } from '../history/isEased.js'
import type { CheckIn } from '../models/checkIn.js'
import type { Cadence } from '../models/cycle.js'
import { readQuantity } from '../readQuantity.js'
import { readTarget } from '../scoring/resolveTarget.js'
import type { LintContext, LintedHistory, LintRule, Verdict } from './lintModel.js'

/** The first version, made by the team, that is easier than the one before it. */
function easedGoalposts({ history, keyResult }: LintedHistory, { asOf }: LintContext): Verdict {
  if (history.versions.length === 0) return null
  const versions = orderedVersions(history.versions)
  for (const [index, version] of versions.entries()) {
    const [before, after] = [versions[index - 1]?.keyResult, version.keyResult]
    if (before === undefined || version.external === true || (asOf !== undefined && version.effectiveFrom > asOf))
      continue
    if (before.kind !== 'change' || after.kind !== 'change' || isTargetEased(before, after) !== true) continue
    const since = version.effectiveFrom
    return {
      subject: keyResult.keyResult.id,
      since,
      evidence: { since, oldTarget: numberOf(readTarget(before)), newTarget: numberOf(readTarget(after)) },
    }
  }
  return null
}

function numberOf(value: Decimal | null): number | null {
  return value === null ? null : toDouble(value)
}

/** Reported on track while the value has stood still for long. */
function standsStill({ history, keyResult }: LintedHistory, asOf: Day, stalledDays: number): Verdict {
  const checkIns = visibleCheckIns(history.checkIns, { asOf })
  const last = checkIns.at(-1)
  const value = valueOfCheckIn(last)
  if (last?.reported?.status !== 'on_track' || value === null) return null
  let since = last.on
  for (const checkIn of [...checkIns].reverse()) {
    const earlier = valueOfCheckIn(checkIn)
    if (earlier === null || compareDecimal(earlier, value) !== 0) break
    since = checkIn.on
  }
  const cadence = keyResult.keyResult.cadence ?? keyResult.objective.objective.cadence
  const enough = Math.max(stalledDays, 2 * daysOf(cadence))
  if (dayNumber(last.on) - dayNumber(since) < enough) return null
  return { subject: keyResult.keyResult.id, since, evidence: { since, value: toDouble(value) } }
}

function valueOfCheckIn(checkIn: CheckIn | undefined): Decimal | null {
  if (checkIn === undefined || !('value' in checkIn.reading)) return null
  return readQuantity(checkIn.reading.value, 'checkIns.reading.value').value
}

function daysOf(cadence: Cadence | undefined): number {
  if (cadence === undefined) return 0
  if (typeof cadence === 'object') return cadence.days
  return { weekly: 7, biweekly: 14, monthly: 30, quarterly: 91 }[cadence]
}

/** People and the forecast say the opposite. */
function contradictions({ keyResults }: LintContext): Verdict[] {
  return keyResults.flatMap(({ keyResult, estimate }): Verdict[] => {
    if (estimate?.confidence === undefined || estimate.forecastProbability === undefined) return []
    const bands = [confidenceBand(estimate.confidence), confidenceBand(estimate.forecastProbability)]
    if (!(bands.includes('high') && bands.includes('low'))) return [null]
    const [confidence, forecastProbability] = [estimate.confidence, estimate.forecastProbability].map((value) =>
      toDouble(toDecimal(value, 'estimates')),
    )
    return [
      {
        subject: keyResult.id,
        evidence: { confidence: confidence ?? null, forecastProbability: forecastProbability ?? null },
      },
    ]
  })
}

/** The rules of histories and of the use of grades, in their order. */
export const historyRules: readonly LintRule[] = [
  {
    code: 'history.goalposts_eased',
    look: (context) => context.histories.map((history) => easedGoalposts(history, context)),
  },
  {
    code: 'history.stalled_on_track',
    limits: ['stalledDays'],
    look: ({ histories, asOf, limits }) =>
      asOf === undefined ? [] : histories.map((history) => standsStill(history, asOf, limits.stalledDays)),
  },
  { code: 'history.confidence_contradicted', look: contradictions },
  {
    code: 'use.personal_appraisal',
    look: ({ personalAppraisal }) => [personalAppraisal ? { subject: 'set', evidence: {} } : null],
  },
]
