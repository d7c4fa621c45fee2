import { detectActivityFall } from './detectActivityFall.js'
import type { CustomerDetectorOptions, CustomerEvent, SignalResult } from './model.js'

/** Options of {@link detectInteractionFall}. */
export interface DetectInteractionFallOptions extends CustomerDetectorOptions {}

/**
 * Finds customers who have gone quiet: fewer log-ins, visits, replies or calls than usual.
 *
 * The tests of {@link detectPurchaseFrequencyFall} on days with an interaction that the customer took part in; automated
 * messages are none. Linear in the interactions.
 *
 * @param events - interactions
 * @param options - day of the verdict, window, levels, who is a customer, what each is worth
 * @returns verdict with a finding a customer, those with most at stake first, and how many alerts chance alone would
 * raise; `not_enough_data` when nobody can be tested
 * @throws {@link RetentionOkrError} INVALID_INSTANT for an interaction without an instant, INVALID_TIME_ZONE
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range,
 * CONFLICTING_RECORDS for a customer listed twice
 * @example
 * ```ts
 * import { detectInteractionFall } from 'retention-okr/signals'
 *
 * const days = ['01', '04', '08', '11', '15', '18', '22', '25']
 * const visits = days.map((day) => ({ customerId: 'ana', at: `2026-01-${day}T09:00:00Z` }))
 * const { findings } = detectInteractionFall(visits, { asOf: '2026-02-28' })
 * findings[0]?.severity // => 'warning'
 * findings[0]?.evidence['elapsedDays'] // => 34
 * ```
 * @since 0.1.0
 */
export function detectInteractionFall(
  events: Iterable<CustomerEvent>,
  options: DetectInteractionFallOptions,
): SignalResult {
  return detectActivityFall({ detector: 'detectInteractionFall', code: 'customer.interaction_fall' }, events, options)
}
