import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { CustomerRevenue } from '../../records/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames } from '../internal/readInterval.js'
import type { MrrMovements } from './model.js'
import { retentionMeasurement } from './retentionMeasurement.js'

/** Options of {@link netRevenueRetention}. */
export interface NetRevenueRetentionOptions extends IntervalOptions {
  /** Whether revenue of customers who return counts, as some tools do; only movements have it; default false. */
  readonly includeReactivation?: boolean | undefined
}

/**
 * Measures net revenue retention (NRR): what the customers of the start pay at the end, over what they paid at the start.
 *
 * Of revenue per customer, `Σ end / Σ start` over the customers with revenue at the start: no customer from outside that
 * cohort counts, new or returned. Of movements, `(opening + expansion − contraction − churn) / opening`, plus reactivation
 * when asked for. Well over a hundred ways to calculate it are in use: quote the definition beside the figure.
 *
 * @param source - revenue per customer at start and end, as {@link measureCustomerRevenue} gives it, or movements
 * @param options - reactivation, level, interval
 * @returns `net-revenue-retention` as a ratio from 0, above 1 when expansion outweighs losses, with Student limits over
 * customers (none for movements); null with `empty_base`, `zero_denominator` or `mixed_currency`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { netRevenueRetention } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { customerId: 'a', start: 100, end: 0 },
 *   { customerId: 'b', start: 100, end: 250 },
 *   { customerId: 'c', start: 0, end: 80 },
 * ]
 * const { value, excluded } = netRevenueRetention(customers)
 * value // => 1.25
 * excluded // => { not_in_cohort: 1 }
 * ```
 * @since 0.1.0
 */
export function netRevenueRetention(
  source: MrrMovements | Iterable<CustomerRevenue>,
  options: NetRevenueRetentionOptions = {},
): Measurement {
  assertKnownOptions(options, ['includeReactivation', ...intervalOptionNames])
  const { includeReactivation = false, level, interval } = options
  assertFlag(includeReactivation, 'options.includeReactivation')
  const rule = { metric: 'net-revenue-retention', kind: 'net', includeReactivation, isChurn: false } as const
  return retentionMeasurement(source, rule, { level, interval })
}
