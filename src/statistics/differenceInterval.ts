import { fail } from '../internal/fail.js'
import { assertFinite, assertKnownOptions, assertLevel, assertPlain } from '../internal/guards.js'
import type { DifferenceEstimate, LevelOptions, Pair } from './model.js'
import { squareAndAdd } from './squareAndAdd.js'

/** Options of {@link differenceInterval}; the level defaults to that of the two intervals and may not differ. */
export interface DifferenceIntervalOptions extends LevelOptions {}

/** Limits of an estimate. */
export interface EstimateLimits {
  /** Lower limit; null when there is none. */
  lower: number | null
  /** Upper limit; null when there is none. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
}

/** An estimate with its interval, as of a measurement. */
export interface LimitedEstimate {
  /** The estimate; null when it is undefined. */
  value: number | null
  /** Its limits. */
  interval: EstimateLimits
}

/**
 * Gives the interval of a difference of any two independent estimates from their own intervals.
 *
 * With d = v₁ − v₂ and limits l, u: `d − sqrt((v₁ − l₁)² + (u₂ − v₂)²)` and `d + sqrt((u₁ − v₁)² + (v₂ − l₂)²)`, the rule
 * of {@link newcombeInterval}, which is this on Wilson limits.
 *
 * @param estimates - the first estimate and the second, which is subtracted, with intervals of one level
 * @param options - the level, to be sure of it
 * @returns the difference in the unit of the estimates with its limits; null, reason `insufficient_data`, when a value
 * or a limit is null
 * @throws {@link RetentionOkrError} INVALID_OPTION when the levels differ or are outside (0, 1)
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_NUMBER for an estimate that is none
 * @example
 * ```ts
 * import { differenceInterval } from 'retention-okr/statistics'
 *
 * const first = { value: 61, interval: { lower: 52, upper: 70, level: 0.95 } }
 * const second = { value: 45, interval: { lower: 35, upper: 54, level: 0.95 } }
 * const { difference, lower, upper } = differenceInterval({ first, second })
 * difference // => 16
 * lower // ≈ 3.272
 * upper // ≈ 29.454
 * ```
 * @see Newcombe 1998, Interval estimation for the difference between independent proportions; Zou and Donner 2008,
 * Construction of confidence limits about effect measures
 * @since 0.1.0
 */
export function differenceInterval(
  estimates: Pair<LimitedEstimate>,
  options: DifferenceIntervalOptions = {},
): DifferenceEstimate {
  assertPlain(estimates, 'estimates')
  const { first, second } = estimates
  assertEstimate(first, 'estimates.first')
  assertEstimate(second, 'estimates.second')
  assertKnownOptions(options, ['level'])
  const { level = first.interval.level } = options
  assertLevel(level)
  assertSameLevel(first.interval.level, level, 'estimates.first.interval.level')
  assertSameLevel(second.interval.level, level, 'estimates.second.interval.level')
  const method = 'newcombe'
  const [one, two] = [bounded(first), bounded(second)]
  if (one === null || two === null) {
    return { difference: null, lower: null, upper: null, level, method, reason: 'insufficient_data' }
  }
  return { ...squareAndAdd(one, two), level, method }
}

function assertEstimate(value: unknown, path: string): asserts value is LimitedEstimate {
  assertPlain(value, path)
  const interval = value['interval']
  assertPlain(interval, `${path}.interval`)
  if (value['value'] !== null) assertFinite(value['value'], `${path}.value`)
  if (interval['lower'] !== null) assertFinite(interval['lower'], `${path}.interval.lower`)
  if (interval['upper'] !== null) assertFinite(interval['upper'], `${path}.interval.upper`)
  assertLevel(interval['level'], `${path}.interval.level`)
}

function assertSameLevel(level: number, expected: number, path: string): void {
  if (level !== expected) fail('INVALID_OPTION', path, `must be ${expected}, as the other level`, level)
}

function bounded({ value, interval: { lower, upper } }: LimitedEstimate) {
  return value === null || lower === null || upper === null ? null : { value, lower, upper }
}
