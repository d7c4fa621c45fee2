import { fail } from '../../internal/fail.js'
import { assertCount, assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Interval, Measurement } from '../../measurement.js'
import { poissonInterval } from '../../statistics/poissonInterval.js'
import { meanLimits } from '../internal/meanLimits.js'
import type { IntervalOptions } from '../internal/options.js'
import { readCounts } from '../internal/readCounts.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'

/** Occasions of a window, and those who had them. */
export interface FrequencyCounts {
  /** Purchase occasions in the window. */
  readonly occasions: number
  /** Customers with an occasion in it. */
  readonly buyers: number
  /** Sum over buyers of their occasions squared; makes the interval that of a mean. */
  readonly occasionsSquared?: number | undefined
  /** Local days of the window; needed by `perDays`. */
  readonly days?: number | undefined
  /** Customers, active or all, as the caller counts them; needed by `per: 'customer'`. */
  readonly customers?: number | undefined
}

/** Options of {@link purchaseFrequency}. */
export interface PurchaseFrequencyOptions extends IntervalOptions {
  /** Those who bought in the window, or all customers; default `'buyer'`. */
  readonly per?: 'buyer' | 'customer' | undefined
  /** Days that the figure is about, 1 to 36,600; default the window. */
  readonly perDays?: number | undefined
}

/** The names of {@link PurchaseFrequencyOptions}. */
export const frequencyOptionNames = ['per', 'perDays', ...intervalOptionNames] as const

/**
 * Gives the purchase frequency: occasions per buyer of a window, or per customer.
 *
 * `occasions / buyers`, times `perDays / days` when asked for so many days. The interval is that of a mean over buyers
 * where the sum of squares is known, else that of an event rate (Garwood).
 *
 * @param counts - occasions, buyers, and what the options need
 * @param options - per buyer or customer, days, level, interval
 * @returns `purchase-frequency` as a number from 0; null with `empty_base` or `zero_denominator` without buyers
 * @throws {@link RetentionOkrError} MISSING_COUNT for a count that the options need
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { purchaseFrequency } from 'retention-okr/metrics'
 *
 * purchaseFrequency({ occasions: 9, buyers: 6 }).value // => 1.5
 * purchaseFrequency({ occasions: 9, buyers: 6, days: 90 }, { perDays: 30 }).value // => 0.5
 * purchaseFrequency({ occasions: 9, buyers: 6, customers: 60 }, { per: 'customer' }).value // => 0.15
 * ```
 * @since 0.1.0
 */
export function purchaseFrequency(counts: FrequencyCounts, options: PurchaseFrequencyOptions = {}): Measurement {
  assertKnownOptions(options, frequencyOptionNames)
  const { per = 'buyer', perDays } = options
  assertOneOf(per, ['buyer', 'customer'], 'options.per')
  if (perDays !== undefined) assertInteger(perDays, { minimum: 1, maximum: 36_600 }, 'options.perDays')
  const base = per === 'buyer' ? 'buyers' : 'customers'
  const { occasions, [base]: denominator } = readCounts(counts, ['occasions', base])
  const squares = per === 'buyer' ? readSquares(counts) : undefined
  const { level, wanted } = readInterval(options, squares === undefined ? 'garwood' : 'mean-t')
  const factor = perDays === undefined ? 1 : perDays / readDays(counts)
  const common = {
    metric: 'purchase-frequency',
    unit: 'count' as const,
    numerator: occasions,
    denominator,
    sampleSize: denominator,
    definition: { per, ...(perDays === undefined ? {} : { perDays }), caveats: [] },
  }
  if (denominator === 0) {
    return { ...common, value: null, reason: occasions === 0 ? 'empty_base' : 'zero_denominator' }
  }
  const mean = occasions / denominator
  const limits = !wanted
    ? undefined
    : squares === undefined
      ? eventLimits(occasions, denominator, level)
      : buyerLimits(occasions, denominator, squares, level)
  return {
    ...common,
    value: mean * factor,
    ...(limits === undefined
      ? {}
      : { interval: { ...limits, lower: limits.lower * factor, upper: limits.upper * factor } }),
  }
}

function readSquares({ occasionsSquared }: FrequencyCounts): number | undefined {
  if (occasionsSquared !== undefined) assertCount(occasionsSquared, 'counts.occasionsSquared')
  return occasionsSquared
}

function readDays(counts: FrequencyCounts): number {
  const { days } = readCounts(counts, ['days'])
  if (days === 0) fail('INVALID_COUNT', 'counts.days', 'must be at least 1', days)
  return days
}

function buyerLimits(occasions: number, n: number, squares: number, level: number): Interval | undefined {
  const mean = occasions / n
  const variance = (squares - occasions * mean) / (n - 1)
  return meanLimits({ mean, variance, n }, level, { minimum: 0, maximum: Number.POSITIVE_INFINITY })
}

function eventLimits(count: number, exposure: number, level: number): Interval {
  const { lower, upper } = poissonInterval({ count, exposure }, { level })
  return { lower, upper: upper ?? lower, level, method: 'garwood' }
}
