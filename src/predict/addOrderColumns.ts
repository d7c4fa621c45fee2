import { localDaysOf } from '../calendar/localDaysOf.js'
import type { OrderColumns } from '../records/model.js'
import type { DayLanes, DayRows } from './createDayRows.js'
import { judgeOrderRows } from './judgeOrderRows.js'
import { lanesOfColumns } from './lanesOfColumns.js'
import { orderJudgements } from './orderJudgements.js'
import type { PurchaseDayRules } from './purchaseDayRules.js'

/** What is done with orders of columns beside adding them. */
export interface OrderSink {
  /** Counts orders left out. */
  readonly leaveOut: (reason: string, orders: number) => void
  /** Takes the currency of an order, unless it is that of the one before. */
  readonly addCurrency: (currency: string) => void
  /** Takes an order that numbers alone do not say, or a twin, and where it stands. */
  readonly addRow: (row: number, index: number, isTwin: boolean) => void
}

const [purchase, unsaid] = [orderJudgements.indexOf('purchase'), orderJudgements.indexOf('unsaid')]

/**
 * The orders of columns by their arrays, no object and no call a row.
 *
 * Where numbers alone say all, the arrays are those of the columns; else the orders are added to `rows`, and their twins.
 */
export function addOrderColumns(
  rows: DayRows,
  columns: OrderColumns,
  twins: readonly number[],
  rules: PurchaseDayRules,
  sink: OrderSink,
): DayLanes {
  const days = localDaysOf(columns.at, rules.timeZone)
  const kinds = judgeOrderRows(columns, days, rules)
  reportLeftOut(kinds, sink)
  reportCurrencies(columns, kinds, sink)
  if (twins.length === 0 && !kinds.includes(unsaid)) return lanesOfColumns(columns, days, kinds)
  addRows(rows, columns, lanesOfColumns(columns, days, kinds), sink)
  twins.forEach((row, twin) => {
    sink.addRow(row, columns.length + twin, true)
  })
  return rows
}

function reportLeftOut(kinds: Uint8Array, { leaveOut }: OrderSink): void {
  const counts = new Float64Array(orderJudgements.length)
  for (let row = 0; row < kinds.length; row += 1) counts[kinds[row] ?? 0] = (counts[kinds[row] ?? 0] ?? 0) + 1
  orderJudgements.forEach((judgement, kind) => {
    if (judgement === 'purchase' || judgement === 'unsaid') return
    leaveOut(judgement === 'future_return' ? 'return_row' : judgement, counts[kind] ?? 0)
  })
}

function reportCurrencies({ length, currency, currencies }: OrderColumns, kinds: Uint8Array, sink: OrderSink): void {
  let before = -1
  for (let row = 0; row < length; row += 1) {
    if ((kinds[row] ?? 0) >= unsaid) continue
    const code = currency === undefined ? 0 : (currency[row] ?? 0)
    if (code !== before) sink.addCurrency(currencies[code] ?? '')
    if (currency === undefined) return
    before = code
  }
}

/** Beyond this, whole amounts are not exact. */
const largestAmount = Number.MAX_SAFE_INTEGER

/** Adds the orders in turn, which is by numbers but for those that these do not say. */
function addRows(rows: DayRows, columns: OrderColumns, plain: DayLanes, sink: OrderSink): void {
  rows.reserve(columns.length)
  rows.refine(plain.scale)
  let factor = 1
  const { codes, days, kinds, amounts, returns } = rows
  for (let row = 0; row < columns.length; row += 1) {
    const kind = plain.kinds[row] ?? unsaid
    if (kind > unsaid) continue
    const total = (plain.amounts[row] ?? 0) / plain.divisor
    const back = kind !== purchase || plain.returns === undefined ? 0 : (plain.returns[row] ?? 0) / plain.divisor
    if (kind === unsaid || Math.abs(total) * factor > largestAmount || back * factor > largestAmount) {
      sink.addRow(row, row, false)
      factor = 10 ** (rows.scale - plain.scale)
      continue
    }
    const at = rows.length
    codes[at] = plain.codes[row] ?? 0
    days[at] = plain.days[row] ?? 0
    kinds[at] = kind
    amounts[at] = total * factor
    returns[at] = back * factor
    rows.length = at + 1
  }
}
