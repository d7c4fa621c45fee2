import { createInstantReader } from '../../calendar/createInstantReader.js'
import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertOneOf, assertPlain } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Order } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { Tally } from '../../tally/model.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import { nestedRecords } from '../internal/nestedRecords.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'
import type { ReturnRecords } from './model.js'

/** Orders that count although nothing was sold by them in the end. */
export type ReturnInclusion = 'cancelled' | 'failed' | 'test'

const inclusions: readonly ReturnInclusion[] = ['cancelled', 'failed', 'test']

/** The options that shape a tally of returns. */
export interface ReturnShape {
  include: readonly ReturnInclusion[]
}

/** An order with its units and amount, or a return of it; under the order as key. */
export interface ReturnRow extends KeyedRow {
  row: {
    id: string
    at: number
    units: number
    amount?: string | undefined
    /** Currency of an order; a return has that of its order. */
    currency?: string | undefined
    isReturn: boolean
    segment?: string | undefined
  }
}

/** How orders and their returns are read. */
export function returnRules(
  source: ReturnRecords | Tally<object>,
  include: readonly ReturnInclusion[] | undefined,
  segmentBy: TallyOptions<Order>['segmentBy'],
): SourceRules<ReturnRow, ReturnShape> {
  if (include !== undefined) {
    if (!Array.isArray(include)) fail('INVALID_OPTION', 'options.include', 'must be a list', include)
    include.forEach((item, index) => {
      assertOneOf(item, inclusions, `options.include[${index}]`)
    })
  }
  return {
    kind: 'returns',
    given: { include: include && [...new Set(include)].sort() },
    defaults: { include: [] },
    read: (context) => {
      assertPlain(source, 'records')
      const { orders, returns } = source as unknown as ReturnRecords
      return [...readOrders(orders, segmentBy, context), ...readReturns(returns, context)]
    },
    rowsOf: rowsOfTally<ReturnRow>,
  }
}

/** Orders with lines; refunded ones and those of guests stay. */
function readOrders(
  orders: Iterable<Order>,
  segmentBy: TallyOptions<Order>['segmentBy'],
  { asOf, timeZone, shape, duplicates, exclusions, isInside }: ReadContext<ReturnShape>,
): ReturnRow[] {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('orders', duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: ReturnRow[] = []
  forEachRecord(orders, 'orders', (order, index) => {
    const path = `orders[${index}]`
    const { id, status, currency } = order
    const isTest = order.isTest === true
    if (typeof id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', id)
    const at = readAt(order.placedAt, () => `${path}.placedAt`)
    const sold = linesOf(order, path)
    const segment = segmentOf(order)
    const content = [at, status, isTest, currency, segment, sold?.units, sold?.amount]
    const reasons: [string, boolean][] = [
      ['duplicate', !isNew(id, content, index)],
      ['future', at > asOf],
      ['test', isTest && !shape.include.includes('test')],
      ['cancelled', status === 'cancelled' && !shape.include.includes('cancelled')],
      ['failed', status === 'failed' && !shape.include.includes('failed')],
      ['no_lines', sold === undefined],
    ]
    const reason = reasons.find(([, applies]) => applies)?.[0]
    if (reason === undefined && sold !== undefined) {
      rows.push({ key: id, row: { id: `order:${id}`, at, ...sold, currency, isReturn: false, segment } })
    } else if (reason !== undefined && isInside(at)) exclusions.add(reason)
  })
  return rows
}

/** Units and amount of the lines; no amount when one of them has none. */
function linesOf({ lines }: Order, path: string): { units: number; amount: string | undefined } | undefined {
  if (lines === undefined || nestedRecords(lines, `${path}.lines`).length === 0) return undefined
  let units = 0
  let amount: Decimal | undefined = new Decimal(0)
  lines.forEach((line, index) => {
    assertCount(line.quantity, `${path}.lines[${index}].quantity`)
    units += line.quantity
    const own = readAmount(line.amount, `${path}.lines[${index}].amount`)
    amount = own === undefined ? undefined : amount?.plus(own)
  })
  return { units, amount: (amount as Decimal | undefined)?.toFixed() }
}

function readReturns(
  returns: ReturnRecords['returns'],
  { asOf, timeZone, duplicates, exclusions, isInside }: ReadContext<ReturnShape>,
): ReturnRow[] {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('returns', duplicates)
  const rows: ReturnRow[] = []
  forEachRecord(returns, 'returns', ({ id, orderId, createdAt, quantity, amount }, index) => {
    const path = `returns[${index}]`
    for (const [name, text] of Object.entries({ id, orderId })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    const at = readAt(createdAt, () => `${path}.createdAt`)
    assertCount(quantity, `${path}.quantity`)
    const value = readAmount(amount, `${path}.amount`)?.toFixed()
    const reason = isNew(id, [orderId, at, quantity, value], index) ? (at > asOf ? 'future' : undefined) : 'duplicate'
    if (reason === undefined) {
      rows.push({ key: orderId, row: { id: `return:${id}`, at, units: quantity, amount: value, isReturn: true } })
    } else if (isInside(at)) exclusions.add(reason)
  })
  return rows
}

function readAmount(amount: unknown, path: string): Decimal | undefined {
  return amount === undefined ? undefined : toDecimal(amount, path, 'INVALID_AMOUNT')
}
