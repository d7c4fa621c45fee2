import { periodAt } from '../../calendar/periodAt.js'
import { toDecimal } from '../../internal/decimal.js'
import { grown } from '../../internal/grown.js'
import { decimalOf, hundredthsText } from '../../internal/hundredths.js'
import { type OrderHundredths, orderHundredths } from '../../records/columns/orderHundredths.js'
import { orderAt, wideByRow } from '../../records/columns/orderRows.js'
import type { OrderMoney } from '../../records/columns/visitOrderColumns.js'
import type { OrderColumns } from '../../records/model.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createMoneySums, type MoneySums } from '../../tally/createMoneySums.js'
import type { TallyCell } from '../../tally/model.js'
import { type CellRows, cellsOfRows } from '../internal/cellsOfRows.js'
import { type CutPeriod, periodCell, sortCells } from '../internal/periodCells.js'
import { periodGrids } from '../internal/periodGrids.js'
import { createMoneyKeys, type MoneyKeys } from './createMoneyKeys.js'

/** The money of orders by period, segment and currency, as they come. */
export interface RevenueAccumulator {
  /** Adds an order whose amounts are whole hundredths; those that are NaN are read from the order. */
  add(at: number, segment: string | undefined, order: OrderMoney, total: number, refunded: number, index: number): void
  /** Adds all orders that count of columns. */
  addRows(rows: CountedRows, columns: OrderColumns, hasSegments: boolean): void
  /** One cell a period, segment and currency with orders. */
  finish(timeZone: string): TallyCell[]
}

/** Keeps the number of orders and two exact sums of each cell. */
export function createRevenueAccumulator(periods: readonly CutPeriod[]): RevenueAccumulator {
  const grids = periodGrids(periods)
  const keys = createMoneyKeys()
  const gross = createMoneySums()
  const refunds = createMoneySums()
  let orders = new Uint32Array(64)

  return {
    add: (at, segment, order, total, refunded, index) => {
      const first = keys.codeOf(segment, order.currency, index) * periods.length
      for (const { slots, offset } of grids) {
        const place = periodAt(slots, at)
        if (place >= 0) addTo(first + offset + place, order, total, refunded)
      }
    },
    addRows: (rows, columns, hasSegments) => {
      const amounts = orderHundredths(columns)
      const codes = keysOfRows(columns, rows, hasSegments, keys)
      for (const grid of grids) addCells(columns, amounts, cellsOfRows(rows, codes, grid, periods.length))
    },
    finish: (timeZone) =>
      sortCells(
        keys.all.flatMap(({ segment, currency: key }, code) =>
          periods.flatMap((period, index): TallyCell[] => {
            const cell = code * periods.length + index
            const counted = orders[cell] ?? 0
            const counts = { orders: counted }
            const amounts = (): TallyCell => ({ key, amounts: amountsOf(cell, gross, refunds) })
            return counted === 0 ? [] : [{ ...periodCell(period, segment, counts, timeZone), ...amounts() }]
          }),
        ),
      ),
  }

  function addTo(cell: number, order: OrderMoney, total: number, refunded: number): void {
    if (cell >= orders.length) orders = grown(orders, cell)
    orders[cell] = (orders[cell] ?? 0) + 1
    if (Number.isNaN(total)) gross.addDecimal(cell, toDecimal(order.total, 'total'))
    else gross.add(cell, total)
    if (Number.isNaN(refunded)) refunds.addDecimal(cell, toDecimal(order.refunded, 'refunded'))
    else if (refunded !== 0) refunds.add(cell, refunded)
  }

  function addCells(columns: OrderColumns, amounts: OrderHundredths, { cell, isCounted }: CellRows): void {
    const wide = wideByRow(columns)
    orders = grown(orders, keys.all.length * periods.length)
    countCells(orders, cell, isCounted)
    gross.addRows(cell, amounts.total, isCounted, (row) => {
      gross.addDecimal(cell[row] ?? 0, toDecimal(orderAt(columns, row, wide).total, 'total'))
    })
    if (amounts.refunded === undefined) return
    refunds.addRows(cell, amounts.refunded, isCounted, (row) => {
      refunds.addDecimal(cell[row] ?? 0, toDecimal(orderAt(columns, row, wide).refunded ?? 0, 'refunded'))
    })
  }
}

function countCells(counts: Uint32Array, cell: Uint32Array, isCounted: Uint8Array): void {
  for (let row = 0; row < cell.length; row += 1) {
    const own = cell[row] ?? 0
    counts[own] = (counts[own] ?? 0) + (isCounted[row] ?? 0)
  }
}

/** The key of every row that counts; most rows have that of the one before. */
function keysOfRows(
  { length, currency, currencies, segment, segments = [] }: OrderColumns,
  { isCounted }: CountedRows,
  hasSegments: boolean,
  keys: MoneyKeys,
): Uint32Array {
  const codes = new Uint32Array(length)
  const first = isCounted.indexOf(1)
  if (first < 0) return codes
  if (!hasSegments && currency === undefined) return codes.fill(keys.codeOf(undefined, currencies[0] as string, first))
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const own = hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined
    codes[row] = keys.codeOf(own, currencies[currency?.[row] ?? 0] as string, row)
  }
  return codes
}

function amountsOf(cell: number, gross: MoneySums, refunds: MoneySums): Record<string, string> {
  const [paid, back] = [gross.sumOf(cell), refunds.sumOf(cell)]
  const [paidScale, backScale] = [gross.scaleOf(cell), refunds.scaleOf(cell)]
  if (typeof paid === 'number' && typeof back === 'number' && Number.isSafeInteger(paid - back)) {
    return { gross: hundredthsText(paid), refunded: hundredthsText(back), net: hundredthsText(paid - back) }
  }
  const [total, refunded] = [decimalOf(paid), decimalOf(back)]
  return {
    gross: total.toFixed(paidScale),
    refunded: refunded.toFixed(backScale),
    net: total.minus(refunded).toFixed(Math.max(paidScale, backScale)),
  }
}
