import { toDecimal } from '../../internal/decimal.js'
import { grown } from '../../internal/grown.js'
import { decimalOf, hundredthsText } from '../../internal/hundredths.js'
import type { OrderMoney } from '../../records/columns/visitOrderColumns.js'
import { createMoneySums, type MoneySums } from '../../tally/createMoneySums.js'
import type { TallyCell } from '../../tally/model.js'
import { createPeriodIndex } from '../internal/createPeriodIndex.js'
import { type CutPeriod, periodCell, sortCells } from '../internal/periodCells.js'

/** The money of orders by period, segment and currency, as they come. */
export interface RevenueAccumulator {
  /** Adds an order whose amounts are whole hundredths; those that are NaN are read from the order. */
  add(at: number, segment: string | undefined, order: OrderMoney, total: number, refunded: number): void
  /** One cell a period, segment and currency with orders. */
  finish(timeZone: string): TallyCell[]
}

/** Keeps the number of orders and two exact sums of each cell. */
export function createRevenueAccumulator(periods: readonly CutPeriod[]): RevenueAccumulator {
  const indexOf = createPeriodIndex(periods)
  const keys = createKeys()
  const gross = createMoneySums()
  const refunds = createMoneySums()
  let orders = new Uint32Array(64)

  return {
    add: (at, segment, order, total, refunded) => {
      const first = keys.codeOf(segment, order.currency) * periods.length
      if (indexOf !== undefined) {
        const index = indexOf(at)
        if (index >= 0) addTo(first + index, order, total, refunded)
        return
      }
      periods.forEach(({ start, until }, index) => {
        if (at >= start && at < until) addTo(first + index, order, total, refunded)
      })
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
}

interface Key {
  segment: string | undefined
  currency: string
}

/** Pairs of segment and currency by dense codes; most orders have those of the one before. */
function createKeys(): { codeOf: (segment: string | undefined, currency: string) => number; all: readonly Key[] } {
  const all: Key[] = []
  const codes = new Map<string | undefined, Map<string, number>>()
  let last: Key | undefined
  let lastCode = 0
  const codeOf = (segment: string | undefined, currency: string): number => {
    if (last !== undefined && last.segment === segment && last.currency === currency) return lastCode
    const bySegment = codes.get(segment) ?? new Map<string, number>()
    codes.set(segment, bySegment)
    const code = bySegment.get(currency) ?? all.length
    if (code === all.length) {
      bySegment.set(currency, code)
      all.push({ segment, currency })
    }
    last = all[code]
    lastCode = code
    return code
  }
  return { codeOf, all }
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
