import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Quantity } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { changeOf } from '../scoring/scoreChange.js'

/** A change of target, and the values then and now. */
export interface PreservedProgressData {
  /** Where it started; null when nobody knows. */
  readonly baseline: Quantity | null
  /** The target before. */
  readonly oldTarget: DecimalInput
  /** The target since. */
  readonly newTarget: DecimalInput
  /** The value when the target changed; null when it was not measured. */
  readonly valueAtChange: Quantity | null
  /** The value now; null when it is not measured. */
  readonly value: Quantity | null
}

/** Progress that keeps what was earned. */
export interface PreservedProgress {
  /** Progress, 0 to 1; null with a reason. */
  progress: number | null
  /** Why it is null. */
  reason?: ScoreReason
  /** Progress under the old target when it changed. */
  progressAtChange: number | null
}

/**
 * Keeps the progress that was earned when a target changes.
 *
 * p + (1 − p)·(value − value at the change)/(new target − value at the change), clamped to 0..1, with p the progress under
 * the old target at the change.
 *
 * @param data - baseline, both targets, the values at the change and now
 * @returns progress now and at the change; both null with `not_measured`, `zero_denominator`, `no_baseline` or
 * `degenerate_range` (the new target is the value at the change, or the old one the baseline)
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { preservedProgress } from 'retention-okr/okr'
 *
 * const data = { baseline: 8, oldTarget: 14, newTarget: 12, valueAtChange: 10, value: 11 }
 * preservedProgress(data).progress ?? 0 // ≈ 0.6667
 * ```
 * @since 0.1.0
 */
export function preservedProgress(data: PreservedProgressData): PreservedProgress {
  assertPlain(data, 'data')
  const { baseline, oldTarget, valueAtChange } = data
  const newTarget = toDecimal(data.newTarget, 'newTarget')
  const atChange = readQuantity(valueAtChange, 'valueAtChange').value
  const value = readQuantity(data.value, 'value')
  toDecimal(oldTarget, 'oldTarget')
  const before = changeOf({ baseline, target: oldTarget, value: valueAtChange }, new Decimal(1))
  if (before.progress === null || atChange === null) return without(before.score.reason)
  if (value.value === null) return without(value.reason)
  if (compareDecimal(newTarget, atChange) === 0) return without('degenerate_range')
  const earned = before.progress
  const share = value.value.minus(atChange).div(newTarget.minus(atChange))
  const progress = earned.plus(new Decimal(1).minus(earned).times(share))
  return {
    progress: toDouble(Decimal.min(1, Decimal.max(0, progress))),
    progressAtChange: toDouble(earned),
  }
}

function without(reason: ScoreReason = 'not_measured'): PreservedProgress {
  return { progress: null, reason, progressAtChange: null }
}
