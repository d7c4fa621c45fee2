import { createInstantReader } from '../calendar/createInstantReader.js'
import { dayNumber } from '../calendar/dayNumber.js'
import { localDayNumber } from '../calendar/localDayNumber.js'
import { createExclusions } from '../internal/createExclusions.js'
import { compareDecimal, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { isDay } from '../internal/guards.js'
import { orderAt, wideByRow } from '../records/columns/orderRows.js'
import type { OrderColumns } from '../records/model.js'
import { agreeWithColumns } from '../tally/agreeWithColumns.js'
import { columnFacts } from '../tally/columnFacts.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import { createDictionary } from '../tally/createDictionary.js'
import { createIdTable } from '../tally/createIdTable.js'
import type { Feed } from '../tally/readSource.js'
import { unplacedOf } from '../tally/unplacedOf.js'
import { addOrderColumns } from './addOrderColumns.js'
import { createDayRows, type DayLanes } from './createDayRows.js'
import { groupDayRows } from './groupDayRows.js'
import type { PurchaseOrder } from './models/summary.js'
import type { PurchaseDayRules } from './purchaseDayRules.js'
import { nothing, readScaledAmount, type ScaledAmount } from './readScaledAmount.js'

/** Orders one by one, or columns at once; purchase days after the last. */
export function purchaseDayFeed(source: object, rules: PurchaseDayRules): Feed<PurchaseOrder, PurchaseDays> {
  const { timeZone, zeroValue, fullyRefunded, knownAt, sorted } = rules
  agreeWithColumns(source, 'orders', ['orders'], { timeZone, identity: 'customerId' })
  const rows = createDayRows()
  const customers = createDictionary('customers')
  let lanes: DayLanes = rows
  let { texts } = customers
  const [excluded, notes] = [createExclusions(), createExclusions()]
  for (const [, twins] of unplacedOf(source)) notes.add('duplicateOrders', twins)
  const isTwin = createTwinCheck()
  const placeOf = createPlaceReader(timeZone)
  let currency: string | undefined
  let mixedCurrency = false
  let index = 0
  const path = (field: string): string => `orders[${index}].${field}`
  const totalPath = (): string => path('total')
  const refundedPath = (): string => path('refunded')
  const placedAtPath = (): string => path('placedAt')

  return { add: (order, given) => take(order, given), addColumns, finish }

  function addColumns(source: object): void {
    const columns = source as OrderColumns
    const wide = wideByRow(columns)
    const addRow = (row: number, given: number, isTwin: boolean): void =>
      take(orderAt(columns, row, wide), given, { code: columns.customer[row] ?? 0, isTwin })
    const { twins } = columnFacts(columns, 'orders', ['orders'])
    texts = columns.customers
    lanes = addOrderColumns(rows, columns, twins, rules, { leaveOut: excluded.add, addCurrency, addRow })
  }

  /** Takes an order; one of columns with what these say of it. */
  function take(order: PurchaseOrder, given: number, known?: { code: number; isTwin: boolean }): void {
    index = given
    const { instant, day } = placeOf(order.placedAt, placedAtPath)
    const total = absent(order.total) ? null : readScaledAmount(order.total, totalPath)
    const refunded = absent(order.refunded) ? nothing : readScaledAmount(order.refunded, refundedPath)
    if (refunded.sign < 0) fail('INVALID_AMOUNT', refundedPath(), 'must not be negative', order.refunded)
    const customer = textOf(order.customerId, 'customerId')
    const money = textOf(order.currency, 'currency')
    const reason = reasonOf(order, customer, total, refunded)
    if (reason !== undefined) excluded.add(reason)
    if (reason !== undefined && reason !== 'return_row') return
    if (isFuture(instant, day)) {
      if (reason === undefined) excluded.add('future')
      return
    }
    if (total !== null) addCurrency(money)
    if (total?.rounded === true || refunded.rounded) notes.add('roundedAmounts')
    const code = known === undefined ? customers.codeOf(customer) : known.code
    if (reason === 'return_row') {
      rows.add(code, day, 1, total, nothing)
      return
    }
    if (known === undefined ? isTwin(order) : known.isTwin) notes.add('duplicateOrders')
    rows.add(code, day, 0, total, refunded)
  }

  function addCurrency(money: string): void {
    if (money === '') return
    mixedCurrency ||= currency !== undefined && currency !== money
    currency ??= money
  }

  function finish(): PurchaseDays {
    return {
      kind: 'purchase-days',
      definition: { timeZone, zeroValue, fullyRefunded },
      currency: mixedCurrency ? null : (currency ?? null),
      mixedCurrency,
      ...groupDayRows(lanes, texts, sorted),
      excluded: excluded.result() ?? {},
      notes: notes.result() ?? {},
    }
  }

  function reasonOf(
    order: PurchaseOrder,
    customer: string,
    total: ScaledAmount | null,
    refunded: ScaledAmount,
  ): string | undefined {
    if (customer === '') return 'no_customer'
    if (order.isTest === true) return 'test'
    if (order.status === 'cancelled' || order.status === 'failed') return order.status
    if (total === null) return undefined
    if (total.sign < 0) return 'return_row'
    if (total.sign === 0) return zeroValue === 'exclude' ? 'zero_value' : undefined
    return fullyRefunded === 'exclude' && isPaidBack(order, total, refunded) ? 'refunded' : undefined
  }

  function isFuture(instant: number | undefined, day: number): boolean {
    if (knownAt === undefined) return false
    if (instant === undefined || knownAt.instant === undefined) return day > knownAt.day
    return instant > knownAt.instant
  }

  function textOf(value: unknown, field: string): string {
    if (absent(value)) return ''
    if (typeof value !== 'string') fail('INVALID_INPUT', path(field), 'must be text', value)
    return value
  }
}

function absent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

/** Everything was paid back, as far as 12 decimals tell. */
function isPaidBack(
  { total, refunded }: PurchaseOrder,
  { units, decimals }: ScaledAmount,
  back: ScaledAmount,
): boolean {
  if (back.sign === 0) return false
  if (back.decimals === decimals && back.units !== units) return back.units > units
  return compareDecimal(toDecimal(refunded, 'refunded'), toDecimal(total, 'total')) >= 0
}

/** Whether an order's id came before. */
function createTwinCheck(): (order: PurchaseOrder) => boolean {
  const orders: PurchaseOrder[] = []
  const positionOf = createIdTable((position) => orders[position]?.id ?? '')
  return (order) => {
    if (typeof order.id !== 'string' || order.id === '') return false
    if (positionOf(order.id) >= 0) return true
    orders.push(order)
    return false
  }
}

/** The day of an order; a bare day has no instant. */
function createPlaceReader(timeZone: string) {
  const readAt = createInstantReader(timeZone)
  const days = new Map<string, number>()
  return (value: unknown, path: () => string): { instant: number | undefined; day: number } => {
    if (typeof value === 'string' && value.length === 10) {
      const known = days.get(value)
      if (known !== undefined) return { instant: undefined, day: known }
      if (isDay(value)) {
        const day = dayNumber(value)
        days.set(value, day)
        return { instant: undefined, day }
      }
    }
    const instant = readAt(value, path)
    return { instant, day: localDayNumber(instant, timeZone) }
  }
}
