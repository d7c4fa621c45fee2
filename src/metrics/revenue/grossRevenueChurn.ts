import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { CustomerRevenue } from '../../records/model.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames } from '../internal/readInterval.js'
import type { MrrMovements } from './model.js'
import { retentionMeasurement } from './retentionMeasurement.js'

/** Options of {@link grossRevenueChurn}. */
export interface GrossRevenueChurnOptions extends IntervalOptions {}

/**
 * Measures gross revenue churn: `1 − GRR`, the share of the revenue of the start that was lost.
 *
 * The complement of {@link grossRevenueRetention}, its limits mirrored.
 *
 * @param source - revenue per customer at start and end, as {@link measureCustomerRevenue} gives it, or movements
 * @param options - level, interval
 * @returns `gross-revenue-churn` as a ratio 0..1 (above 1 only from granular movements), with mirrored Student limits over
 * customers (none for movements); null with `empty_base`, `zero_denominator` or `mixed_currency`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { grossRevenueChurn } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { customerId: 'a', start: 100, end: 0 },
 *   { customerId: 'b', start: 100, end: 250 },
 *   { customerId: 'c', start: 0, end: 80 },
 * ]
 * grossRevenueChurn(customers).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function grossRevenueChurn(
  source: MrrMovements | Iterable<CustomerRevenue>,
  options: GrossRevenueChurnOptions = {},
): Measurement {
  assertKnownOptions(options, intervalOptionNames)
  const { level, interval } = options
  const rule = { metric: 'gross-revenue-churn', kind: 'gross', includeReactivation: false, isChurn: true } as const
  return retentionMeasurement(source, rule, { level, interval })
}
