import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { CustomerRevenue } from '../../records/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames } from '../internal/readInterval.js'
import type { MrrMovements } from './model.js'
import { retentionMeasurement } from './retentionMeasurement.js'

/** Options of {@link netRevenueChurn}. */
export interface NetRevenueChurnOptions extends IntervalOptions {
  /** Whether revenue of customers who return counts, as some tools do; only movements have it; default false. */
  readonly includeReactivation?: boolean | undefined
}

/**
 * Measures net revenue churn: `1 − NRR`, negative when expansion outweighs losses.
 *
 * The complement of {@link netRevenueRetention}, its limits mirrored. It must not be turned into a rate per year by
 * {@link convertRate}: compound the retention instead.
 *
 * @param source - revenue per customer at start and end, as {@link measureCustomerRevenue} gives it, or movements
 * @param options - reactivation, level, interval
 * @returns `net-revenue-churn` as a ratio up to 1, with mirrored Student limits over customers (none for movements); null
 * with `empty_base`, `zero_denominator` or `mixed_currency`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { netRevenueChurn } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { customerId: 'a', start: 100, end: 0 },
 *   { customerId: 'b', start: 100, end: 250 },
 *   { customerId: 'c', start: 0, end: 80 },
 * ]
 * netRevenueChurn(customers).value // => -0.25
 * ```
 * @since 0.1.0
 */
export function netRevenueChurn(
  source: MrrMovements | Iterable<CustomerRevenue>,
  options: NetRevenueChurnOptions = {},
): Measurement {
  assertKnownOptions(options, ['includeReactivation', ...intervalOptionNames])
  const { includeReactivation = false, level, interval } = options
  assertFlag(includeReactivation, 'options.includeReactivation')
  const rule = { metric: 'net-revenue-churn', kind: 'net', includeReactivation, isChurn: true } as const
  return retentionMeasurement(source, rule, { level, interval })
}
