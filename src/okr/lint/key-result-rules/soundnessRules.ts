import { dayFromNumber, dayNumber } from '../../../calendar/dayNumber.js'
import { toDouble } from '../../../internal/decimal.js'
import { normalQuantile } from '../../../statistics/normalQuantile.js'
import { firesWhen } from '../firesWhen.js'
import type { Evidence, LintedKeyResult, LintRule } from '../lintModel.js'
import { isChange } from './isChange.js'
import { keyResultRule } from './keyResultRule.js'

function pushesAlone({ keyResult, objective }: LintedKeyResult): Evidence | null {
  const guarded = objective.keyResults.some(
    (other) =>
      other.keyResult !== keyResult && (other.keyResult.role === 'guardrail' || other.keyResult.effect === 'quality'),
  )
  return guarded ? null : { effect: keyResult.effect ?? null }
}

function endsTooSoon({ keyResult, lastDay, objective }: LintedKeyResult): Evidence | null {
  const { outcomeWindowDays, observableOn } = keyResult
  const cycleEnd = objective.cycle?.lastDay
  if (outcomeWindowDays === undefined || observableOn !== undefined) return null
  if (lastDay === undefined || cycleEnd === undefined) return null
  const known = dayFromNumber(dayNumber(lastDay) + outcomeWindowDays)
  return known > cycleEnd ? { observableOn: known } : null
}

function isShare({ keyResult, baseline }: LintedKeyResult): boolean {
  const { kind, unit, expectedSampleSize = 0 } = keyResult
  if (kind !== 'change' || unit !== 'ratio' || baseline === null || !(expectedSampleSize > 0)) return false
  return !baseline.lessThan(0) && !baseline.greaterThan(1)
}

/** The Wilson interval at the baseline against the way to the target. */
function isTooFew({ keyResult: { expectedSampleSize: n = 0 }, baseline, target }: LintedKeyResult): Evidence | null {
  if (baseline === null || target === null) return null
  const halfWidth = wilsonHalfWidth(toDouble(baseline), n)
  const distance = toDouble(target.minus(baseline).abs())
  return halfWidth > distance ? { halfWidth, distance } : null
}

function wilsonHalfWidth(p: number, n: number): number {
  const z = normalQuantile(0.975)
  return (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
}

/** Whether its number can be seen in time, beyond chance, and not at the cost of another. */
export const soundnessRules: readonly LintRule[] = [
  keyResultRule(
    'no_guardrail',
    ({ keyResult: { effect } }) => effect !== undefined && effect !== 'quality',
    pushesAlone,
  ),
  keyResultRule('unobservable', ({ keyResult }) => keyResult.outcomeWindowDays !== undefined, endsTooSoon),
  keyResultRule('small_sample', isShare, isTooFew),
  keyResultRule('plan_missing', isChange, ({ keyResult: { plan, unit, metricRef } }, { lateClosingMetrics }) => {
    const late = unit === 'money' || (metricRef !== undefined && lateClosingMetrics.includes(metricRef.metric))
    return firesWhen(plan === undefined && late)
  }),
]
