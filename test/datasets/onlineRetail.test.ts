import { describe, expect, it } from 'vitest'
import type { Mapped } from '../../docs/examples/folders/model.js'
import { ordersOfLines } from '../../docs/examples/folders/onlineRetail.js'
import {
  countPurchases,
  measureCohortRepeatRate,
  measureCohortRetention,
  measureRepeatPurchaseRate,
  measureTimeBetweenPurchases,
  type Order,
  periodGrid,
  repeatPurchaseRate,
  returningCustomerRate,
  summariseRfm,
  tallyRevenue,
} from '../../src/index.js'
import { describeFigures } from './describeFigures.js'
import { mapGroups, shareOf, shareOfRows, spreadOf, sumOf } from './figureShapes.js'
import { purchaseGaps } from './purchaseGaps.js'
import { hasDatasets, readRows } from './readDataset.js'

const period = { start: '2010-12-01', end: '2011-12-10' }
const asOf = '2011-12-10'
const periods = periodGrid(period, { unit: 'month' })

type Line = Record<string, string>

let lines: Line[] = []

describeFigures('online_retail', () => {
  lines = readRows('online_retail/lines.csv.gz')
  const orders = ordersOf(lines)
  const repeatWithin = (withinDays: number) => () =>
    shareOf(measureCohortRepeatRate(orders, { asOf, period, withinDays, occasion: 'day' }))
  const revenueOf = (grid: typeof periods | [typeof period]) =>
    tallyRevenue(orders, { asOf, periods: grid }).cells.map(({ amounts = {} }) => withThousandths(amounts['gross']))
  return {
    dataQuality: () => {
      const count = (isOf: (line: Line) => boolean): number => lines.filter(isOf).length
      const times = lines.map(({ InvoiceDate = '' }) => InvoiceDate).sort()
      return {
        rows: lines.length,
        duplicateRows: { count: lines.length - new Set(lines.map((line) => Object.values(line).join('\t'))).size },
        customerMissing: count(({ CustomerID }) => CustomerID === ''),
        cancelLines: count(isCancellation),
        negativeQtyNotCancel: count((line) => Number(line['Quantity']) < 0 && !isCancellation(line)),
        zeroPrice: count(({ UnitPrice }) => Number(UnitPrice) === 0),
        negativePrice: count(({ UnitPrice }) => Number(UnitPrice) < 0),
        firstTimestamp: times[0],
        lastTimestamp: times.at(-1),
      }
    },
    orders: () => orders.length,
    customers: () => new Set(orders.map(({ customerId }) => customerId)).size,
    revenue: () => revenueOf([period])[0] ?? null,
    repeatPurchaseRate: () => shareOf(measureRepeatPurchaseRate(orders, { asOf, period })),
    repeatByDays: () => shareOf(measureRepeatPurchaseRate(orders, { asOf, period, occasion: 'day' })),
    ordersPerCustomer: () => spreadOf(summariseRfm(orders, { asOf }).rows.map(({ frequency }) => frequency)),
    monthly: () => {
      const revenue = revenueOf(periods)
      const { cells } = countPurchases(orders, { asOf, periods, before: 'period' })
      return Object.fromEntries(
        cells.map(({ start, counts }, index) => [
          start.slice(0, 7),
          {
            active: counts.buyers,
            orders: counts.occasions,
            newCustomers: counts.buyers - counts.returningBuyers,
            returning: counts.returningBuyers,
            returningShare: returningCustomerRate(counts).value,
            repeatWithinMonth: shareOf(repeatPurchaseRate(counts)),
            revenue: revenue[index],
          },
        ]),
      )
    },
    retention: () => {
      const events = orders.map(({ id, customerId = '', placedAt }) => ({ id, customerId, at: placedAt }))
      const { cells } = measureCohortRetention(events, { asOf: '2012-01-01', period, unit: 'month', lastOffset: 12 })
      return mapGroups(
        cells,
        ({ cohort }) => cohort?.slice(0, 7),
        (offsets) => {
          const size = offsets[0]?.size
          const later = offsets.filter(({ offset, denominator = 0 }) => offset > 0 && denominator > 0)
          return { size, active: [size, ...later.map(({ numerator }) => numerator)] }
        },
      )
    },
    gapDays: () => {
      const { closed, meanClosed, medianClosed } = measureTimeBetweenPurchases(orders, { asOf })
      const { min, p25, p75, p90, max } = spreadOf(Object.values(purchaseGaps(orders)).flat())
      return { n: closed, min, p25, median: medianClosed, p75, p90, max, mean: meanClosed }
    },
    repeatWithin30: repeatWithin(30),
    repeatWithin60: repeatWithin(60),
    repeatWithin90: repeatWithin(90),
    cancelRate: () => {
      const known = lines.filter((line) => !isAdjustment(line))
      const { k, n, rate, wilson95 } = cancelledOf(known)
      return {
        overall: { k, n, rate, wilson95 },
        byMonth: mapGroups(known, ({ InvoiceDate }) => InvoiceDate?.slice(0, 7), cancelledOf),
      }
    },
  }
})

describe.skipIf(!hasDatasets)('the whole export (skipped without ../shared/data)', () => {
  it('becomes 19,959 orders, no invoice lost', () => {
    const mapped: Mapped<unknown>[] = []
    const orders = ordersOfLines(lines, {
      say: () => {},
      keep: (_name, invoices) => {
        mapped.push(invoices)
        return invoices.records
      },
    })
    expect(lines).toHaveLength(541_909)
    expect(orders).toHaveLength(19_959)
    expect(mapped.map(({ bad, skipped }) => ({ bad, skipped }))).toEqual([
      { bad: [], skipped: { adjustment: 3, cancellation: 3836, stock_correction: 2102 } },
    ])
    const numbers = new Set(lines.map(({ InvoiceNo }) => InvoiceNo))
    expect(orders.length + 3 + 3836 + 2102).toBe(numbers.size)
    // What was sold to somebody whose number is not known is no figure of customers, but it is revenue.
    const sold = sumOf(lines.filter((line) => isSold(line) && !isAdjustment(line)).map(thousandthsOf))
    const ordered = sumOf(orders.map(({ total }) => Math.round(1000 * Number(total))))
    expect(ordered).toBe(sold)
  })

  it('forgets the customers who have not come back where only closed gaps count', () => {
    const { value, medianClosed } = measureTimeBetweenPurchases(ordersOf(lines), { asOf })
    expect(value).toBeGreaterThan(medianClosed ?? Number.NaN)
  })
})

function isCancellation({ InvoiceNo }: Line): boolean {
  return InvoiceNo?.startsWith('C') === true
}

function isAdjustment({ InvoiceNo }: Line): boolean {
  return InvoiceNo?.startsWith('A') === true
}

function isSold(line: Line): boolean {
  return !isCancellation(line) && Number(line['Quantity']) > 0 && Number(line['UnitPrice']) > 0
}

/** The set writes every amount with three decimals, the library with two at least. */
function withThousandths(amount = ''): string {
  const [whole = '', decimals = ''] = amount.split('.')
  return `${whole}.${decimals.padEnd(3, '0')}`
}

/** Prices have three decimals at most, so that thousandths of an amount are whole. */
function thousandthsOf({ Quantity, UnitPrice }: Line): number {
  return Math.round(1000 * Number(Quantity) * Number(UnitPrice))
}

/** An invoice is an order when a line of it was sold to a known customer; its time is that of its earliest such line. */
function ordersOf(lines: readonly Line[]): Order[] {
  const invoices = new Map<string, { customerId: string; placedAt: string; thousandths: number }>()
  for (const line of lines) {
    const { InvoiceNo = '', InvoiceDate = '', CustomerID = '' } = line
    if (CustomerID === '' || !isSold(line)) continue
    const placedAt = `${InvoiceDate}:00Z`
    const invoice = invoices.get(InvoiceNo)
    if (invoice === undefined) {
      invoices.set(InvoiceNo, { customerId: CustomerID, placedAt, thousandths: thousandthsOf(line) })
      continue
    }
    invoice.thousandths += thousandthsOf(line)
    if (placedAt < invoice.placedAt) invoice.placedAt = placedAt
  }
  return [...invoices].map(([id, { customerId, placedAt, thousandths }]) => ({
    id,
    customerId,
    placedAt,
    status: 'paid',
    total: (thousandths / 1000).toFixed(3),
    currency: 'GBP',
  }))
}

/** Invoices that cancel others, among all, and their amounts over those sold. */
function cancelledOf(lines: readonly Line[]) {
  const cancellations = lines.filter(isCancellation)
  const numbersOf = (some: readonly Line[]): number => new Set(some.map(({ InvoiceNo }) => InvoiceNo)).size
  const amountOf = (some: readonly Line[]): number => some.reduce((sum, line) => sum + thousandthsOf(line), 0)
  return {
    ...shareOfRows(numbersOf(cancellations), numbersOf(lines)),
    valueShare: Math.abs(amountOf(cancellations)) / amountOf(lines.filter(isSold)),
  }
}
