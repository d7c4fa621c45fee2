import { detectActivityFall } from './detectActivityFall.js'
import type { CustomerDetectorOptions, CustomerEvent, SignalResult } from './model.js'

/** Options of {@link detectPurchaseFrequencyFall}. */
export interface DetectPurchaseFrequencyFallOptions extends CustomerDetectorOptions {}

/**
 * Finds customers who buy less than usual, or have stopped.
 *
 * Silence: how unusual the time since the last order is by the customer's own gaps, with the regularity of all; with fewer
 * gaps than `minimumGaps` by a prior pooled over all. Slowdown: orders in the window against those before it, by the exact
 * test of two rates. With both tests the smaller p, doubled, decides. Several orders of a day count once. Linear in the
 * orders.
 *
 * @param events - orders
 * @param options - day of the verdict, window, levels, who is a customer, what each is worth
 * @returns verdict with a finding a customer, those with most at stake first, and how many alerts chance alone would
 * raise; `not_enough_data` when nobody can be tested
 * @throws {@link RetentionOkrError} INVALID_INSTANT for an order without an instant, INVALID_TIME_ZONE
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range,
 * CONFLICTING_RECORDS for a customer listed twice
 * @example
 * ```ts
 * import { detectPurchaseFrequencyFall } from 'retention-okr/signals'
 *
 * const months = ['01', '02', '03', '04', '05', '06']
 * const orders = months.map((month) => ({ customerId: 'ana', at: `2025-${month}-10T12:00:00Z` }))
 * const { status, findings } = detectPurchaseFrequencyFall(orders, { asOf: '2026-02-10' })
 * status // => 'signal'
 * findings[0]?.since // => '2025-06-10'
 * findings[0]?.evidence['usualGap'] // => 30.2
 * ```
 * @see Wheat and Morrison 1990, Estimating purchase regularity with two interpurchase times
 * @since 0.1.0
 */
export function detectPurchaseFrequencyFall(
  events: Iterable<CustomerEvent>,
  options: DetectPurchaseFrequencyFallOptions,
): SignalResult {
  return detectActivityFall(
    { detector: 'detectPurchaseFrequencyFall', code: 'customer.purchase_fall' },
    events,
    options,
  )
}
