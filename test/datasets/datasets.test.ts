import { describe, expect, it } from 'vitest'
import {
  countChurn,
  countPurchases,
  measureCohortRepeatRate,
  measureNetPromoterScore,
  measureRepeatPurchaseRate,
  type Order,
  periodGrid,
  type Subscription,
  type SurveyResponse,
  slaAttainment,
} from '../../src/index.js'
import { hasDatasets, readFigures, readRows } from './readDataset.js'

interface Share {
  k: number
  n: number
  rate: number
  wilson95: [number, number]
}

describe.skipIf(!hasDatasets)('a survey of a garden-centre chain (skipped without ../shared/data)', () => {
  const figures = readFigures<{
    missing: { nps: number }
    nps: { n: number; promoters: number; passives: number; detractors: number; nps: number; wald95: [number, number] }
    npsByTenure: Record<string, { n: number; nps: number }>
  }>('nps_garden_centre')

  it('gives the score, its Wald interval and the blanks', () => {
    const rows = hasDatasets ? readRows('nps_garden_centre/nps.csv') : []
    const responses = rows.map(
      (row): SurveyResponse => ({
        id: row['id'] ?? '',
        surveyId: 'garden',
        kind: 'nps',
        score: row['nps'] === '' ? null : Number(row['nps']),
        answeredAt: '2015-01-01',
      }),
    )
    const score = measureNetPromoterScore(responses, { asOf: '2016-01-01', interval: 'wald' })
    expect(score).toMatchObject({
      sampleSize: figures.nps.n,
      promoters: figures.nps.promoters,
      passives: figures.nps.passives,
      detractors: figures.nps.detractors,
      excluded: { blank: figures.missing.nps },
    })
    expect(score.value).toBeCloseTo(figures.nps.nps, 9)
    expect(score.interval?.lower).toBeCloseTo(figures.nps.wald95[0], 9)
    expect(score.interval?.upper).toBeCloseTo(figures.nps.wald95[1], 9)
  })
})

describe.skipIf(!hasDatasets)('subscriptions of a software company (skipped without ../shared/data)', () => {
  type Month = { active: number; churned: number; accountsActive: number; accountsLost: number }
  const figures = readFigures<{
    monthlyChurn: Record<string, Month>
    tickets: { responseSla: Share; resolutionSla24h: Share }
  }>('ravenstack_saas')
  const rows = hasDatasets ? readRows('ravenstack_saas/subscriptions.csv') : []

  function subscriptionsOf(customer: 'subscription_id' | 'account_id'): Subscription[] {
    return rows.map((row) => ({
      id: row['subscription_id'] ?? '',
      customerId: row[customer] ?? '',
      startedAt: row['start_date'] ?? '',
      ...(row['end_date'] === '' ? {} : { endedAt: row['end_date'] ?? '' }),
      mrr: row['mrr_amount'] ?? '',
      currency: 'USD',
      isTrial: row['is_trial'] === 'TRUE',
    }))
  }

  /** The set counts "active on the last day of the month before" and "ended in the month": days, so bounds lie a day on. */
  it.each(['subscription_id', 'account_id'] as const)('gives the monthly churn by %s', (customer) => {
    const months = Object.keys(figures.monthlyChurn)
    const range = { start: `${months[0]}-01`, end: `${months.at(-1)}-02` }
    const periods = periodGrid(range, { unit: 'month' })
    const { cells } = countChurn(subscriptionsOf(customer), { asOf: '2025-02-01', periods })
    const got = cells.map(({ start, counts }) => [start.slice(0, 7), counts.opening, counts.lost])
    const expected = months.map((month) => {
      const { active, churned, accountsActive, accountsLost } = figures.monthlyChurn[month] as Month
      return customer === 'subscription_id' ? [month, active, churned] : [month, accountsActive, accountsLost]
    })
    expect(got).toEqual(expected)
  })

  it.each([
    ['first responses within 60 minutes', 'first_response_time_minutes', 60, 'responseSla'],
    ['solutions within 24 hours', 'resolution_time_hours', 24, 'resolutionSla24h'],
  ] as const)('gives the share of %s by the stored durations', (_name, column, limit, figure) => {
    const tickets = readRows('ravenstack_saas/support_tickets.csv')
    const met = tickets.filter((row) => Number(row[column]) <= limit).length
    expectShare(slaAttainment({ met, breached: tickets.length - met }), figures.tickets[figure])
  })
})

describe.skipIf(!hasDatasets)('orders of a wholesaler (skipped without ../shared/data)', () => {
  const figures = readFigures<
    Record<'repeatPurchaseRate' | 'repeatByDays' | 'repeatWithin30' | 'repeatWithin60' | 'repeatWithin90', Share> & {
      monthly: Record<string, { active: number; orders: number; returning: number; repeatWithinMonth: Share }>
    }
  >('online_retail')
  const orders = hasDatasets ? readOrders() : []
  const year = { start: '2010-12-01', end: '2011-12-10' }
  const asOf = '2011-12-10'

  it('reads 18,532 orders from 541,909 lines', () => {
    expect(orders).toHaveLength(18_532)
  })

  it('gives the repeat purchase rate by order and by day', () => {
    expectShare(measureRepeatPurchaseRate(orders, { asOf, period: year }), figures.repeatPurchaseRate)
    expectShare(measureRepeatPurchaseRate(orders, { asOf, period: year, occasion: 'day' }), figures.repeatByDays)
  })

  it.each([30, 60, 90] as const)('gives the cohort repeat rate within %i days', (withinDays) => {
    const measured = measureCohortRepeatRate(orders, { asOf, period: year, withinDays, occasion: 'day' })
    expectShare(measured, figures[`repeatWithin${withinDays}`])
  })

  it('gives active, returning and repeating customers of every month', () => {
    const periods = periodGrid(year, { unit: 'month' })
    const { cells } = countPurchases(orders, { asOf, periods, before: 'period' })
    const got = cells.map(({ start, counts }) => [
      start.slice(0, 7),
      counts.buyers,
      counts.occasions,
      counts.returningBuyers,
      counts.repeatBuyers,
    ])
    const expected = Object.entries(figures.monthly).map(
      ([month, { active, orders: placed, returning, repeatWithinMonth }]) => [
        month,
        active,
        placed,
        returning,
        repeatWithinMonth.k,
      ],
    )
    expect(got).toEqual(expected)
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

function expectShare(
  measured: { numerator?: number; denominator?: number; interval?: { lower: number; upper: number } },
  share: Share,
): void {
  expect([measured.numerator, measured.denominator]).toEqual([share.k, share.n])
  expect(measured.interval?.lower).toBeCloseTo(share.wilson95[0], 9)
  expect(measured.interval?.upper).toBeCloseTo(share.wilson95[1], 9)
}
