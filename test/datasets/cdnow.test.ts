import {
  countPurchases,
  measureCohortRepeatRate,
  measureRepeatPurchaseRate,
  measureTimeBetweenPurchases,
  type Order,
  periodGrid,
  summariseRfm,
  tallyRevenue,
} from '../../src/index.js'
import { describeFigures } from './describeFigures.js'
import { shareOf, shareWhere, spreadOf } from './figureShapes.js'
import { purchaseGaps } from './purchaseGaps.js'
import { readRows } from './readDataset.js'

describeFigures('cdnow_master', () => {
  const orders = ordersOf(readRows('cdnow/cdnow_master_transactions.csv'))
  // A free order is an order; the figures of repeat purchases leave it out.
  const paid = orders.filter(({ total }) => Number(total) > 0)
  const period = { start: '1997-01-01', end: '1998-07-01' }
  const asOf = '1998-06-30T23:59:59Z'
  const repeatWithin = (withinDays: number) => () =>
    shareOf(measureCohortRepeatRate(paid, { asOf, period, withinDays, occasion: 'day' }))
  const customers = summariseRfm(paid, { asOf, occasion: 'day' }).rows
  const lapsedFor = (days: number) => () => shareWhere(customers, ({ recencyDays }) => recencyDays > days)
  return {
    rows: () => orders.length,
    zeroAmountRows: () => orders.length - paid.length,
    customers: () => new Set(orders.map(({ customerId }) => customerId)).size,
    customersWithPurchase: () => customers.length,
    amountTotal: () =>
      tallyRevenue(orders, { asOf: period.end, periods: [period] }).cells[0]?.amounts?.['gross'] ?? null,
    repeat: () => shareOf(measureRepeatPurchaseRate(paid, { asOf: period.end, period, occasion: 'day' })),
    gapDays: () => gapFigures(paid, asOf),
    activeByQuarter: () =>
      Object.fromEntries(
        buyersBy(orders, 'quarter', period).map(([start, buyers]) => {
          const [year, month] = start.split('-')
          return [`${year}Q${Math.ceil(Number(month) / 3)}`, buyers]
        }),
      ),
    repeatWithin30: repeatWithin(30),
    repeatWithin90: repeatWithin(90),
    repeatWithin180: repeatWithin(180),
    lapsed90: lapsedFor(90),
    lapsed180: lapsedFor(180),
    lapsed365: lapsedFor(365),
  }
})

describeFigures('cdnow_grocery', () => {
  const rows = readRows('cdnow/grocery_transactions.csv')
  const orders = ordersOf(rows)
  const days = rows.map(({ date = '' }) => date).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const asOf = `${last}T23:59:59Z`
  return {
    rows: () => rows.length,
    duplicateRows: () => rows.length - new Set(rows.map((row) => Object.values(row).join())).size,
    customers: () => new Set(rows.map((row) => row['customer_id'])).size,
    first: () => first,
    last: () => last,
    repeat: () => {
      const period = { start: first, end: '2008-01-01' }
      return shareOf(measureRepeatPurchaseRate(orders, { asOf: period.end, period, occasion: 'day' }))
    },
    gapDays: () => gapFigures(orders, asOf),
    activeByYear: () =>
      Object.fromEntries(
        buyersBy(orders, 'year', { start: '2006-01-01', end: '2008-01-01' }).map(([start, buyers]) => [
          start.slice(0, 4),
          buyers,
        ]),
      ),
    overdue: () => {
      const silence = new Map(summariseRfm(orders, { asOf }).rows.map((row) => [row.customerId, row.recencyDays]))
      const rhythms = Object.entries(purchaseGaps(orders)).filter(([, gaps]) => gaps.length >= 3)
      return shareWhere(rhythms, ([customerId, gaps]) => {
        const { median } = spreadOf(gaps)
        return (silence.get(customerId) ?? 0) > 2 * (median ?? Number.NaN)
      })
    },
  }
})

/** Rows without an amount are orders of which it is not known. */
function ordersOf(rows: readonly Record<string, string>[]): Order[] {
  return rows.map(({ customer_id, date = '', value = '1' }, index) => ({
    id: String(index),
    customerId: customer_id,
    placedAt: date,
    status: 'paid',
    total: value,
    currency: 'USD',
  }))
}

function gapFigures(orders: readonly Order[], asOf: string) {
  const { closed, meanClosed, medianClosed } = measureTimeBetweenPurchases(orders, { asOf })
  const { min, p25, p75, p90, max } = spreadOf(Object.values(purchaseGaps(orders)).flat())
  return { n: closed, min, p25, median: medianClosed, p75, p90, max, mean: meanClosed }
}

/** Customers who bought in each period, by its first day. */
function buyersBy(
  orders: readonly Order[],
  unit: 'quarter' | 'year',
  range: { start: string; end: string },
): [start: string, buyers: number][] {
  const { cells } = countPurchases(orders, { asOf: range.end, periods: periodGrid(range, { unit }) })
  return cells.map(({ start, counts }) => [start, counts.buyers])
}
