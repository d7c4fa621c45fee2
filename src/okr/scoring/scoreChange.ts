import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Unit } from '../../measurement.js'
import type { Domain, Operator, Quantity, Target } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { assertOperator, compareByOperator } from './compareByOperator.js'
import { readCeiling } from './readCeiling.js'
import { readTarget } from './resolveTarget.js'

/** Options of {@link scoreChange}. */
export interface ScoreChangeOptions {
  /** The most that progress counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
}

/** What a change is scored from. */
export interface ChangeData {
  /** Where it started; null when nobody knows. */
  readonly baseline: Quantity | null
  /** Where it should end. */
  readonly target: Target
  /** Where it is; null when it is not measured. */
  readonly value: Quantity | null
  /** How the value is compared with the target; default `gte` or `lte`, by the direction. */
  readonly operator?: Operator | undefined
  /** Whether the scale has a true zero (`'ratio'`, default) or none (`'interval'`, as the NPS). */
  readonly scale?: 'ratio' | 'interval' | undefined
  /** Bounds of the number; default those of the unit. */
  readonly domain?: Domain | undefined
  /** Unit of the number. */
  readonly unit?: Unit | undefined
}

/** How far a change has come. */
export interface ChangeScore {
  /** Share of the way from baseline to target, from 0 to the ceiling; null with a reason. */
  progress: number | null
  /** Why progress is null. */
  reason?: ScoreReason
  /** The share before clamping. */
  raw: number | null
  /** What lies beyond the target: max(0, raw − 1). */
  overachievement: number | null
  /** Whether the value lies behind the baseline. */
  regressed: boolean | null
  /** Whether the value satisfies the operator; null without a value, a target or an operator. */
  attained: boolean | null
  /** The value as a number. */
  value: number | null
  /** The baseline as a number. */
  baseline: number | null
  /** The resolved target as a number. */
  target: number | null
  /** The operator used; null when none was given and none follows from the direction. */
  operator: Operator | null
}

/**
 * Scores a change from a baseline towards a target, in exact decimals.
 *
 * `raw = (value − baseline) / (target − baseline)`, one formula for increase and decrease;
 * `progress = clamp(raw, 0, ceiling)`; attained when the value satisfies the operator. A strict operator at equality is
 * progress 1, not attained.
 *
 * @param data - baseline, target (a number, relative or in points), value
 * @param options - ceiling
 * @returns progress from 0 to the ceiling; null with `not_measured`, `zero_denominator`, `no_baseline`,
 * `degenerate_range` (target = baseline) or `direction_mismatch` (operator against the direction), the first that holds
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a number that is none, INVALID_CONDITION for an operator
 * @throws {@link RetentionOkrError} RELATIVE_NEEDS_POSITIVE_BASELINE, RELATIVE_ON_INTERVAL_SCALE, TARGET_OUT_OF_DOMAIN
 * @throws {@link RetentionOkrError} INVALID_OPTION for a ceiling outside 1 to 2
 * @example
 * ```ts
 * import { scoreChange } from 'retention-okr/okr'
 *
 * const churn = { baseline: '0.05', target: { relativeChange: '-0.10' } }
 * scoreChange({ ...churn, value: '0.047' }).progress // => 0.6
 * scoreChange({ ...churn, value: { numerator: 9, denominator: 200 } }).attained // => true
 * scoreChange({ baseline: 50, target: 50, value: 50 }).reason // => 'degenerate_range'
 * ```
 * @see Doerr 2018, Measure What Matters
 * @since 0.1.0
 */
export function scoreChange(data: ChangeData, options: ScoreChangeOptions = {}): ChangeScore {
  assertKnownOptions(options, ['ceiling'])
  return changeOf(data, readCeiling(options.ceiling)).score
}

/** The score with its progress before it is rounded to a double, so that a roll-up stays exact. */
export function changeOf(data: ChangeData, ceiling: Decimal): { score: ChangeScore; progress: Decimal | null } {
  assertPlain(data, 'data')
  if (data.operator !== undefined) assertOperator(data.operator, 'operator', 'INVALID_CONDITION')
  const value = readQuantity(data.value, 'value')
  const baseline = readQuantity(data.baseline, 'baseline')
  const target = readTarget(data)
  const operator = data.operator ?? operatorOf(baseline.value, target)
  const attained =
    value.value === null || target === null || operator === null
      ? null
      : compareByOperator(value.value, operator, target)
  const common = {
    attained,
    value: numberOf(value.value),
    baseline: numberOf(baseline.value),
    target: numberOf(target),
    operator,
  }
  const without = (reason: ScoreReason): { score: ChangeScore; progress: null } => ({
    score: { progress: null, reason, raw: null, overachievement: null, regressed: null, ...common },
    progress: null,
  })
  if (value.value === null) return without(value.reason)
  if (baseline.value === null || target === null) {
    return without(baseline.reason === 'zero_denominator' ? 'zero_denominator' : 'no_baseline')
  }
  const direction = compareDecimal(target, baseline.value)
  if (direction === 0) return without('degenerate_range')
  if (isAgainst(operator, direction)) return without('direction_mismatch')
  const raw = value.value.minus(baseline.value).div(target.minus(baseline.value))
  const progress = Decimal.min(Decimal.max(raw, 0), ceiling)
  return {
    score: {
      progress: toDouble(progress),
      raw: toDouble(raw),
      overachievement: toDouble(Decimal.max(raw.minus(1), 0)),
      regressed: compareDecimal(raw, new Decimal(0)) < 0,
      ...common,
    },
    progress,
  }
}

function operatorOf(baseline: Decimal | null, target: Decimal | null): Operator | null {
  if (baseline === null || target === null) return null
  const direction = compareDecimal(target, baseline)
  return direction === 0 ? null : direction > 0 ? 'gte' : 'lte'
}

function isAgainst(operator: Operator | null, direction: number): boolean {
  const rises = operator === 'gt' || operator === 'gte'
  return direction > 0 ? !rises : rises
}

function numberOf(value: Decimal | null): number | null {
  return value === null ? null : toDouble(value)
}
