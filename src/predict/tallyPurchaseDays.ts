import { assertKnownOptions } from '../internal/guards.js'
import type { OrderColumns, RecordSource, RecordStream } from '../records/model.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import { readSource } from '../tally/readSource.js'
import type { TallyPurchaseDaysOptions } from './dayOptions.js'
import type { PurchaseOrder } from './models/summary.js'
import { purchaseDayFeed } from './purchaseDayFeed.js'
import { readDayOptions } from './readDayOptions.js'

/**
 * Tallies orders as purchase days of customers with exact amounts: the mergeable first stage of the purchase models.
 *
 * One row a customer and day, whatever a later day of knowledge is: it merges over any split of the orders, also one
 * that cuts through customers. Amounts are added as whole numbers of 10^-scale, where the scale is the most decimals
 * needed, at most 6; what is finer is rounded half to even and counted in `notes.roundedAmounts`. Orders that share an
 * id are kept and counted in `notes.duplicateOrders`. A return (an order below 0) is no purchase: it is counted as
 * `return_row`, and its amount stands in `returned`.
 *
 * @param orders - the orders, in any order: rows, or columns
 * @param options - zone, and whether orders of 0 and orders paid back are purchases
 * @returns a tally of kind `purchase-days`; left out: `no_customer`, `test`, `cancelled`, `failed`, `return_row`,
 * `zero_value`, `refunded`
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_AMOUNT, INVALID_INPUT for a row, with its index
 * @throws {@link RetentionOkrError} AMOUNT_OUT_OF_RANGE for a sum beyond 2^53 of the finest amount
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyPurchaseDays } from 'retention-okr/predict'
 *
 * const days = tallyPurchaseDays([
 *   { customerId: 'A', placedAt: '2024-01-01', total: '10.00', currency: 'EUR' },
 *   { customerId: 'A', placedAt: '2024-01-01', total: 5.5, currency: 'EUR' },
 *   { customerId: 'A', placedAt: '2024-01-11', total: 20, currency: 'EUR' },
 * ])
 * days.amount // => [155, 200]
 * days.scale // => 1
 * days.orders // => [2, 1]
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way": purchases by day, the first left out later
 * @since 0.1.0
 */
export function tallyPurchaseDays(
  orders: RecordSource<PurchaseOrder> | OrderColumns,
  options?: TallyPurchaseDaysOptions,
): PurchaseDays
/**
 * Tallies the purchase days of a stream of orders, or of batches of orders.
 *
 * @param stream - the orders; a batch is done before the next is asked for
 * @param options - zone, and whether orders of 0 and orders paid back are purchases
 * @returns a Promise of the tally, which carries every error
 */
export function tallyPurchaseDays(
  stream: RecordStream<PurchaseOrder>,
  options?: TallyPurchaseDaysOptions,
): Promise<PurchaseDays>
export function tallyPurchaseDays(
  source: RecordSource<PurchaseOrder> | OrderColumns | RecordStream<PurchaseOrder>,
  options: TallyPurchaseDaysOptions = {},
): PurchaseDays | Promise<PurchaseDays> {
  return readSource(source, { name: 'orders', columns: ['orders'] }, () => {
    assertKnownOptions(options, ['timeZone', 'zeroValue', 'fullyRefunded'])
    return purchaseDayFeed(source, { ...readDayOptions(options), sorted: true })
  })
}
