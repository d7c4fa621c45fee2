import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { decimalText, toDecimal } from '../../internal/decimal.js'
import { assertKnownOptions } from '../../internal/guards.js'
import { isPlainAmount } from '../../records/isPlainAmount.js'
import type { Order, RecordSource, RecordStream } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import { compareCells } from '../../tally/compareCells.js'
import { compareRows } from '../../tally/compareRows.js'
import { isColumns } from '../../tally/isColumns.js'
import type { Tally, TallyCell, TallyRow } from '../../tally/model.js'
import { type Feed, readSource } from '../../tally/readSource.js'
import type { OrderOptions } from './model.js'
import { createPurchaseReader, orderOptionNames, orderSource, readOrderOptions } from './readPurchases.js'

/** Options of {@link tallyPurchases}. */
export interface TallyPurchasesOptions extends TallyOptions<Order>, OrderOptions {}

/**
 * Tallies purchases by customer: the mergeable first stage of the repeat-purchase metrics.
 *
 * A keyed tally, as large as its orders: one cell a customer (and segment), one row an order with what was paid net of
 * refunds. Any split of the orders merges, also one that cuts through customers; rows of columns have no ids, so that a
 * merge unites none of them.
 *
 * @param orders - the orders, in any order
 * @param options - instant of knowledge, zone, which orders count and whose they are, segments
 * @returns a tally of kind `purchases`; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`, `refunded`,
 * `no_customer`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_AMOUNT, INVALID_OPTION, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyPurchases } from 'retention-okr/metrics'
 *
 * const order = { id: '1', customerId: 'c', placedAt: '2024-05-01', status: 'paid', total: 10, currency: 'EUR' } as const
 * const { cells } = tallyPurchases([order], { asOf: '2024-06-01' })
 * cells // => [{ key: 'c', rows: [{ id: '1', at: 1714521600000, net: '10.00', currency: 'EUR' }] }]
 * ```
 * @since 0.1.0
 */
export function tallyPurchases(orders: RecordSource<Order>, options: TallyPurchasesOptions): Tally
/**
 * Tallies the purchases of a stream of orders, or of batches of orders.
 *
 * @param stream - the orders; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, which orders count and whose they are, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyPurchases(stream: RecordStream<Order>, options: TallyPurchasesOptions): Promise<Tally>
export function tallyPurchases(
  source: RecordSource<Order> | RecordStream<Order>,
  options: TallyPurchasesOptions,
): Tally | Promise<Tally> {
  return readSource(source, orderSource, () => purchaseFeed(source, options))
}

function purchaseFeed(source: object, options: TallyPurchasesOptions): Feed<Order, Tally> {
  assertKnownOptions(options, [...tallyOptionNames, ...orderOptionNames])
  const { timeZone = 'UTC', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const hasIds = !isColumns(source)
  const cells = new Map<string, { segment?: string; key: string; rows: TallyRow[] }>()
  return {
    add: createPurchaseReader(
      source,
      { asOf, timeZone, include, identity, segmentBy, duplicates },
      (customer, at, order, segment) => {
        const name = segment === undefined ? customer : JSON.stringify([segment, customer])
        const row = { ...(hasIds ? { id: order.id } : {}), at, net: netOf(order), currency: order.currency }
        const cell = cells.get(name)
        if (cell !== undefined) cell.rows.push(row)
        else cells.set(name, { ...(segment === undefined ? {} : { segment }), key: customer, rows: [row] })
      },
      (reason) => exclusions.add(reason),
    ),
    finish: () => {
      for (const { rows } of cells.values()) if (rows.length > 1) rows.sort(compareRows)
      const excluded = exclusions.result()
      return {
        kind: 'purchases',
        definition: {
          asOf: new Date(asOf).toISOString(),
          timeZone,
          occasion,
          include,
          identity,
          ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
        },
        cells: ([...cells.values()] as TallyCell[]).sort(compareCells),
        ...(excluded === undefined ? {} : { excluded }),
        distinct: 'customer',
      }
    },
  }
}

/** What was paid less what was paid back, exactly; text of two decimals without a refund is taken as it is. */
function netOf({ total, refunded = 0 }: Order): string {
  if (refunded === 0 && isPlainAmount(total)) return total
  return decimalText(toDecimal(total, 'total').minus(toDecimal(refunded ?? 0, 'refunded')))
}
