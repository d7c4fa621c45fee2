import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import { positiveZero } from '../../internal/positiveZero.js'

/** A length of time in days. */
export interface RateDays {
  /** Days, 1 to 36,600. */
  readonly days: number
}

/** The length of time that a rate is about; a month is a mean one of 365.2425 / 12 days. */
export type RateUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | RateDays

/** Options of {@link convertRate}. */
export interface ConvertRateOptions {
  /** What the rate is per; required. */
  readonly from: RateUnit
  /** What it is wanted per; required. */
  readonly to: RateUnit
}

/** Units in 1/120,000 of a day, so that their quotients are formed from integers: a year is exactly 12 months. */
const perDay = 120_000
const lengths = {
  day: perDay,
  week: 7 * perDay,
  month: 3_652_425,
  quarter: 3 * 3_652_425,
  year: 12 * 3_652_425,
} as const
const units = ['day', 'week', 'month', 'quarter', 'year'] as const

/**
 * Converts a rate per one length of time to a rate per another, compounding: `1 − (1 − c)^n`.
 *
 * n is the length of `to` over that of `from`. Multiplying instead would print 60 % a year for 5 % a month, where 46 %
 * are gone. The conversion assumes a constant hazard and a closed base: it is for churn and retention probabilities and
 * for gross revenue churn, not for net revenue churn, which can be negative, nor for event rates, which can exceed 1.
 * The limits of an interval are converted one by one.
 *
 * @param rate - the rate per `from`, 0..1
 * @param options - the two lengths of time
 * @returns the rate per `to`, 0..1
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a rate outside 0..1
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown length of time
 * @example
 * ```ts
 * import { convertRate } from 'retention-okr/metrics'
 *
 * convertRate(0.05, { from: 'month', to: 'year' }) // ≈ 0.4596399
 * convertRate(0.2, { from: 'year', to: 'month' }) // ≈ 0.0184235
 * convertRate(0.01, { from: 'day', to: { days: 30 } }) // ≈ 0.2603
 * ```
 * @since 0.1.0
 */
export function convertRate(rate: number, options: ConvertRateOptions): number {
  assertKnownOptions(options, ['from', 'to'])
  const n = lengthOf(options.to, 'options.to') / lengthOf(options.from, 'options.from')
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
    fail('RATE_OUT_OF_RANGE', 'rate', 'must be between 0 and 1', rate)
  }
  // Small rates lose their digits in 1 − (1 − c): the logarithm keeps them.
  return rate === 1 ? 1 : positiveZero(-Math.expm1(n * Math.log1p(-rate)))
}

function lengthOf(unit: RateUnit, path: string): number {
  if (typeof unit !== 'object' || unit === null) {
    assertOneOf(unit, units, path)
    return lengths[unit]
  }
  assertKnownOptions(unit, ['days'], path)
  assertInteger(unit.days, { minimum: 1, maximum: 36_600 }, `${path}.days`)
  return unit.days * perDay
}
