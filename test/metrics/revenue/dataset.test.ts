import { describe, expect, it } from 'vitest'
import {
  countMrrMovements,
  measureCohortRetention,
  measureTimeBetweenPurchases,
  type Order,
  periodGrid,
  type Subscription,
  tallyActivity,
  tallySubscriptions,
} from '../../../src/index.js'
import { hasDatasets, readFigures, readRows } from '../../datasets/readDataset.js'

describe.skipIf(!hasDatasets)('revenue of a software company (skipped without ../shared/data)', () => {
  const { monthlyChurn } = readFigures<{ monthlyChurn: Record<string, { mrrActive: number; mrrChurned: number }> }>(
    'ravenstack_saas',
  )

  it('gives the revenue at the start of every month and what was lost in it', () => {
    const rows = hasDatasets ? readRows('ravenstack_saas/subscriptions.csv') : []
    const subscriptions = rows.map(
      (row): Subscription => ({
        id: row['subscription_id'] ?? '',
        customerId: row['subscription_id'] ?? '',
        startedAt: row['start_date'] ?? '',
        ...(row['end_date'] === '' ? {} : { endedAt: row['end_date'] ?? '' }),
        mrr: row['mrr_amount'] ?? '',
        currency: 'USD',
        isTrial: row['is_trial'] === 'TRUE',
      }),
    )
    const tally = tallySubscriptions(subscriptions, { asOf: '2025-02-01' })
    const months = Object.keys(monthlyChurn)
    const { bounds } = periodGrid({ start: `${months[0]}-01`, end: `${months.at(-1)}-02` }, { unit: 'month' })
    months.forEach((month, index) => {
      const period = { start: bounds[index] ?? 0, end: bounds[index + 1] ?? 0 }
      const { opening, churn } = countMrrMovements(tally, { period })
      const { mrrActive, mrrChurned } = monthlyChurn[month] ?? {}
      expect([month, Number(opening), Number(churn)]).toEqual([month, mrrActive, mrrChurned])
    })
  })
})

describe.skipIf(!hasDatasets)('customers of a wholesaler (skipped without ../shared/data)', () => {
  const figures = readFigures<{
    gapDays: { n: number; mean: number; median: number }
    retention: Record<string, { size: number; active: number[] }>
  }>('online_retail')
  const orders = hasDatasets ? readOrders() : []

  it('gives the closed gaps, and the longer ones that they forget', () => {
    const gaps = measureTimeBetweenPurchases(orders, { asOf: '2011-12-10' })
    expect(gaps.closed).toBe(figures.gapDays.n)
    expect(gaps.meanClosed).toBeCloseTo(figures.gapDays.mean, 9)
    expect(gaps.medianClosed).toBe(figures.gapDays.median)
    expect(gaps.value).toBeGreaterThan(figures.gapDays.median)
  })

  it('gives the retention triangle by month, but for the month that is not over', () => {
    const events = orders.map(({ customerId = '', placedAt }) => ({ customerId, at: placedAt }))
    const { cells } = measureCohortRetention(tallyActivity(events, { asOf: '2011-12-10' }), {
      period: { start: '2010-12-01', end: '2011-12-10' },
      unit: 'month',
      lastOffset: 12,
    })
    const months = Object.keys(figures.retention)
    for (const { cohort = '', offset, size, numerator, reason } of cells) {
      const month = cohort.slice(0, 7)
      const expected = figures.retention[month]
      expect([month, size]).toEqual([month, expected?.size])
      if (offset === 0) continue
      const isOver = months.indexOf(month) + offset < months.length - 1
      if (isOver) expect([month, offset, numerator]).toEqual([month, offset, expected?.active[offset]])
      else expect(reason).toBe('not_mature')
    }
  })

  /** An invoice is an order when a line of it was sold to a known customer; its time is that of its earliest such line. */
  function readOrders(): Order[] {
    const invoices = new Map<string, { customerId: string; placedAt: string }>()
    for (const row of readRows('online_retail/lines.csv.gz')) {
      const { InvoiceNo = '', Quantity, UnitPrice, InvoiceDate = '', CustomerID = '' } = row
      if (InvoiceNo.startsWith('C') || Number(Quantity) <= 0 || Number(UnitPrice) <= 0 || CustomerID === '') continue
      const placedAt = `${InvoiceDate}:00Z`
      const present = invoices.get(InvoiceNo)
      if (present === undefined) invoices.set(InvoiceNo, { customerId: CustomerID, placedAt })
      else if (placedAt < present.placedAt) present.placedAt = placedAt
    }
    return [...invoices].map(([id, invoice]) => ({ id, ...invoice, status: 'paid', total: 1, currency: 'GBP' }))
  }
})
