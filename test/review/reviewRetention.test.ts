import { describe, expect, it } from 'vitest'
import { compareReviews, type ReviewInput, reviewRetention } from '../../src/review/index.js'

const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
const churn = {
  id: 'churn',
  title: 'Fewer customers leave',
  kind: 'change',
  baseline: '0.6',
  target: '0.4',
  unit: 'ratio',
  metricRef: { metric: 'churn-rate' },
} as const
const objective = { id: 'o1', title: 'Customers stay', cycleId: 'q1', keyResults: [churn] }
const subscription = { customerId: 'a', startedAt: '2025-01-10', mrr: 39, currency: 'EUR' } as const
const subscriptions = [
  { ...subscription, id: '1' },
  { ...subscription, id: '2', customerId: 'b', endedAt: '2026-01-20' },
]
const input: ReviewInput = { cycle, objectives: [objective], records: { subscriptions } }
const asOf = '2026-02-01'

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  return 'no error'
}

describe('reviewRetention', () => {
  it.each([1, 2, 3, 9, 10])('answers with a history of %i periods', (history) => {
    const objections = [{ prospectId: 'p', at: '2026-01-10T00:00:00Z', theme: 'price' }]
    const records = { subscriptions, objections, responses: [], commitments: [], orders: [], tickets: [] }
    const policy = { period: { unit: 'month', history } } as const
    const review = reviewRetention({ cycle, objectives: [], records }, { asOf, policy })
    expect(review.series[0]?.periods).toHaveLength(history)
    expect(review.objections?.mentions).toBe(1)
  })

  it('binds a key result to its metric, whatever was typed on a later day', () => {
    const typed = (on: string) => ({ id: on, keyResultId: 'churn', on, reading: { value: '0.1' } })
    const review = reviewRetention({ ...input, checkIns: [typed('2026-01-15'), typed('2026-02-01')] }, { asOf })
    const [keyResult] = review.objectives[0]?.keyResults ?? []
    expect(keyResult?.score.value).toBe(0.5)
    expect(keyResult?.points.map(({ source, value }) => [source, value])).toEqual([
      ['estimated', 0.1],
      ['measured', 0.5],
      ['measured', 0.5],
    ])
  })

  it('says what it could not compute and what would allow it', () => {
    const { gaps } = reviewRetention({ cycle, objectives: [] }, { asOf })
    expect(gaps).toContainEqual({ what: 'churn-rate', code: 'no_records', needs: ['subscriptions'] })
    const { gaps: withTickets } = reviewRetention({ ...input, records: { tickets: [] } }, { asOf })
    expect(withTickets).toContainEqual({ what: 'sla-attainment', code: 'missing_option', needs: ['target'] })
  })

  it('leaves no trace of a metric that is switched off', () => {
    const review = reviewRetention({ ...input, objectives: [] }, { asOf, policy: { metrics: { 'churn-rate': false } } })
    expect(JSON.stringify(review)).not.toContain('"churn-rate"')
  })

  it('counts what was left out, by record type, once for all metrics', () => {
    const ticket = { id: 't', customerId: 'a', status: 'solved', createdAt: '2026-01-05', resolvedAt: '2026-01-06' }
    const records = { subscriptions: [...subscriptions, subscriptions[0] as never], tickets: [ticket, ticket] }
    const policy = { metrics: { 'sla-attainment': { target: 1 } } }
    const { dataQuality } = reviewRetention({ cycle, objectives: [], records }, { asOf, policy })
    const found = dataQuality.map(({ code, subject, evidence }) => [code, subject, evidence['duplicate']])
    expect(found).toContainEqual(['data.duplicate_records', 'subscriptions', 1])
    expect(found).toContainEqual(['data.duplicate_records', 'tickets', 1])
  })

  it('prefers a measurement made elsewhere, and refuses two that differ', () => {
    const given = { metric: 'churn-rate', value: 0.2, unit: 'ratio', sampleSize: 50, definition: {} } as const
    const review = reviewRetention({ ...input, measurements: [given] }, { asOf })
    expect(review.measurements[0]?.current.value).toBe(0.2)
    const other = { ...given, value: 0.3 }
    expect(codeOf(() => reviewRetention({ ...input, measurements: [given, other] }, { asOf }))).toBe(
      'CONFLICTING_RECORDS',
    )
  })

  it('compares with the review before', () => {
    const before = reviewRetention(input, { asOf: '2026-01-15' })
    const review = reviewRetention({ ...input, previous: before }, { asOf })
    expect(review.changes?.keyResults.map(({ keyResultId }) => keyResultId)).toEqual(['churn'])
    expect(review.measurements[0]?.previous?.value).toBe(0)
    expect(compareReviews(review, review)).toMatchObject({ keyResults: [], findings: { raised: [], cleared: [] } })
  })

  it.each([
    [
      'UNKNOWN_METRIC',
      { ...input, objectives: [{ ...objective, keyResults: [{ ...churn, metricRef: { metric: 'churn' } }] }] },
    ],
    ['DUPLICATE_ID', { ...input, objectives: [objective, objective] }],
    [
      'UNKNOWN_KEY_RESULT',
      { ...input, checkIns: [{ id: 'c', keyResultId: 'x', on: '2026-01-15', reading: { value: 1 } }] },
    ],
    ['UNSUPPORTED_VERSION', { ...input, previous: { schemaVersion: 2 } as never }],
  ] as const)('refuses with %s', (code, broken) => {
    expect(codeOf(() => reviewRetention(broken as ReviewInput, { asOf }))).toBe(code)
  })

  it('refuses a choice that does not exist', () => {
    expect(codeOf(() => reviewRetention(input, { asOf, policy: { metrics: { churn: {} } as never } }))).toBe(
      'INVALID_OPTION',
    )
    expect(codeOf(() => reviewRetention(input, { asOf, policy: { redact: 'all' } as never }))).toBe('INVALID_OPTION')
    expect(codeOf(() => reviewRetention(input, { asOf, top: 0 }))).toBe('INVALID_OPTION')
  })
})
