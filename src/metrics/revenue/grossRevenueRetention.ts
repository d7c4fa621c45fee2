import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { CustomerRevenue } from '../../records/model.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames } from '../internal/readInterval.js'
import type { MrrMovements } from './model.js'
import { retentionMeasurement } from './retentionMeasurement.js'

/** Options of {@link grossRevenueRetention}. */
export interface GrossRevenueRetentionOptions extends IntervalOptions {}

/**
 * Measures gross revenue retention (GRR): what is left of the revenue of the start, without any gains.
 *
 * Of revenue per customer, `Σ min(end, start) / Σ start` over the customers with revenue at the start: the minimum is
 * taken customer by customer, never of the totals, where the expansion of one would hide the loss of another. Of
 * movements, `(opening − contraction − churn) / opening`.
 *
 * @param source - revenue per customer at start and end, as {@link measureCustomerRevenue} gives it, or movements
 * @param options - level, interval
 * @returns `gross-revenue-retention` as a ratio 0..1 (below 0 only from granular movements), with Student limits over
 * customers (none for movements); null with `empty_base`, `zero_denominator` or `mixed_currency`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { grossRevenueRetention } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { customerId: 'a', start: 100, end: 0 },
 *   { customerId: 'b', start: 100, end: 250 },
 *   { customerId: 'c', start: 0, end: 80 },
 * ]
 * grossRevenueRetention(customers).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function grossRevenueRetention(
  source: MrrMovements | Iterable<CustomerRevenue>,
  options: GrossRevenueRetentionOptions = {},
): Measurement {
  assertKnownOptions(options, intervalOptionNames)
  const { level, interval } = options
  const rule = { metric: 'gross-revenue-retention', kind: 'gross', includeReactivation: false, isChurn: false } as const
  return retentionMeasurement(source, rule, { level, interval })
}
