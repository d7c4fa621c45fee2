import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { findResponsibilityGaps } from '../../src/metrics/index.js'
import { renderMarkdown } from '../../src/report/index.js'
import { type RetentionReview, reviewRetention, type SomeRecords, tallyRecords } from '../../src/review/index.js'
import { mergeTallies } from '../../src/tally/index.js'
import { faultOf } from './faultOf.js'

const cycle = { id: 'q', kind: 'quarter', firstDay: '2025-10-01', lastDay: '2025-12-31' } as const
const options = { asOf: '2025-12-01', timeZone: 'Europe/Madrid' }

function reviewOf(records: SomeRecords): RetentionReview {
  return reviewRetention({ cycle, objectives: [], records }, options)
}

function figureIn({ measurements }: RetentionReview, metric: string): number | null | undefined {
  return measurements.find((row) => row.metric === metric)?.current.value
}

describe('a ledger of recurring revenue', () => {
  const movement = { customerId: 'a', currency: 'EUR' } as const
  const movements = [
    { ...movement, at: '2025-01-10T10:00:00Z', type: 'new', delta: '100' },
    { ...movement, at: '2025-02-10T10:00:00Z', type: 'new', delta: '300' },
    { ...movement, at: '2025-11-10T10:00:00Z', type: 'expansion', delta: '40' },
    { ...movement, at: '2025-11-12T10:00:00Z', type: 'contraction', delta: '20' },
    { ...movement, at: '2025-11-15T10:00:00Z', type: 'churn', delta: '100' },
    { ...movement, at: '2025-12-15T10:00:00Z', type: 'churn', delta: '100' },
  ] as const

  it('gives what was kept of the revenue where there are no subscriptions', () => {
    const review = reviewOf({ movements })
    expect(figureIn(review, 'net-revenue-retention')).toBe(0.8)
    expect(figureIn(review, 'gross-revenue-retention')).toBe(0.7)
    expect(review.dataQuality.map(({ code, subject }) => [code, subject])).toEqual([
      ['data.future_records', 'movements'],
    ])
    expect(review.gaps.map(({ what }) => what)).toContain('mrr')
  })

  it('gives way to subscriptions', () => {
    const subscription = { customerId: 'a', startedAt: '2025-01-10', mrr: 50, currency: 'EUR' } as const
    const subscriptions = [
      { ...subscription, id: '1' },
      { ...subscription, id: '2', customerId: 'b', endedAt: '2025-11-20' },
    ]
    expect(figureIn(reviewOf({ movements, subscriptions }), 'net-revenue-retention')).toBe(0.5)
  })

  it.each([
    ['begins in the period', movements.slice(2)],
    ['is empty', []],
  ])('has no answer where it %s', (_, ledger) => {
    expect(figureIn(reviewOf({ movements: ledger }), 'gross-revenue-retention')).toBeNull()
  })

  it('has no answer in two currencies', () => {
    const mixed = [...movements, { ...movement, at: '2025-03-01T00:00:00Z', type: 'new', delta: 1, currency: 'USD' }]
    const { measurements } = reviewOf({ movements: mixed as never })
    expect(measurements.map(({ current }) => current.reason)).toEqual(['mixed_currency', 'mixed_currency'])
  })

  it('is the same in parts, whatever their order', () => {
    const parts = [movements.slice(3), movements.slice(0, 3)].map((part) => tallyRecords({ movements: part }, options))
    const [first, second] = parts
    const names = Object.keys(first?.tallies ?? {})
    const tallies = Object.fromEntries(
      names.map((name) => [name, mergeTallies(first?.tallies[name] as never, second?.tallies[name] as never)]),
    )
    const merged = { ...(first as NonNullable<typeof first>), tallies }
    expect(reviewOf(merged as never)).toEqual(reviewOf({ movements }))
  })
})

describe('a responsibility matrix', () => {
  const responsibilities = {
    activities: ['quote', 'contract'],
    assignments: [
      { activity: 'quote', role: 'sales', duty: 'A' },
      { activity: 'quote', role: 'sales', duty: 'R' },
      { activity: 'contract', role: 'legal', duty: 'R' },
    ],
  } as const
  const review = reviewOf({ responsibilities })

  it('is measured, and what is unclear stands beside the lint of the objectives', () => {
    expect(figureIn(review, 'responsibility-clarity')).toBe(0.5)
    expect(review.lint.slice(-1)).toEqual(findResponsibilityGaps(responsibilities))
    expect(renderMarkdown(review, { messages: createMessages(en) })).toContain('nobody accountable')
    expect(renderMarkdown(review, { messages: createMessages(es) })).toContain('nadie rinde cuentas')
  })

  it('is the same of its tally, and leaves no trace when it is switched off', () => {
    expect(reviewOf(tallyRecords({ responsibilities }, options) as never)).toEqual(review)
    const off = reviewRetention(
      { cycle, objectives: [], records: { responsibilities } },
      { ...options, policy: { metrics: { 'responsibility-clarity': false } } },
    )
    expect(off.measurements).toEqual([])
  })

  it('is refused when it is none', () => {
    const none = { responsibilities: { activities: 'quote', assignments: [] } } as never
    expect(faultOf(() => reviewOf(none))).toEqual({ code: 'INVALID_INPUT', path: 'matrix.activities' })
  })
})
