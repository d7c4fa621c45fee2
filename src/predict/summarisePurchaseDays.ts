import type { OrderColumns } from '../records/model.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import type { SummarisePurchaseDaysOptions } from './dayOptions.js'
import type { PurchaseOrder, PurchaseSummary } from './models/summary.js'
import { readPurchaseDays } from './readPurchaseDays.js'
import { summariseDays } from './summariseDays.js'

/**
 * Summarises each customer's purchases to a day: how often, when first and last, and the mean value of a repeat day.
 *
 * frequency x = distinct purchase days - 1; ageAtLastPurchaseDays = last - first purchase day; ageDays = asOf - first
 * purchase day; monetaryValue = mean, over the x repeat days, of the day's total, 0 where x = 0. The whole first day is
 * left out of x and of the value; orders of one day are one purchase. With `net` the refunds of an order are deducted
 * from its own day, and a return from the customer's latest purchase day on or before it. A log that begins after some
 * customers' first purchase biases the ages: drop the warm-up with `acquired.from`.
 *
 * @param orders - the orders, or their tally (then the notes and the currencies are those of the whole tally)
 * @param options - day or instant of knowledge, zone, what is a purchase, which customers
 * @returns one row a customer, in order of first appearance (of a tally: sorted); amounts null with `empty_base` when no
 * total is known, with `mixed_currency` when they cannot be added. Left out, by order: `no_customer`, `test`,
 * `cancelled`, `failed`, `return_row`, `zero_value`, `refunded`, `future`, `acquired_outside`
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_AMOUNT, INVALID_INPUT for a row, with its index
 * @throws {@link RetentionOkrError} AMOUNT_OUT_OF_RANGE for a sum beyond 2^53 of the finest amount
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for options against those of the tally
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { summarisePurchaseDays } from 'retention-okr/predict'
 *
 * const summary = summarisePurchaseDays(
 *   [
 *     { customerId: 'A', placedAt: '2024-01-01', total: 10 },
 *     { customerId: 'A', placedAt: '2024-01-11', total: 20 },
 *     { customerId: 'A', placedAt: '2024-01-15', total: -20 },
 *     { customerId: 'B', placedAt: '2024-01-31', total: 7 },
 *   ],
 *   { asOf: '2024-01-31' },
 * )
 * summary.frequency // => [1, 0]
 * summary.ageAtLastPurchaseDays // => [10, 0]
 * summary.ageDays // => [30, 0]
 * summary.monetaryValue // => [20, 0]
 * summary.excluded // => { return_row: 1 }
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"
 * @since 0.1.0
 */
export function summarisePurchaseDays(
  orders: Iterable<PurchaseOrder> | OrderColumns | PurchaseDays,
  options: SummarisePurchaseDaysOptions,
): PurchaseSummary {
  const { days, rules } = readPurchaseDays(orders, options)
  return summariseDays(days, rules)
}
