import { describe, expect, it } from 'vitest'
import { measureChurnRate, measureLeadHandoffQuality } from '../../src/metrics/index.js'
import { compareReviews, type RetentionReview, reviewRetention, type SomeRecords } from '../../src/review/index.js'
import { type CompanyRecords, inputOf, makeCompany, objectives, options, policy } from './company.js'

const whole = reviewRetention(inputOf(), options)

/** Every list of records in another order. */
function reordered(records: CompanyRecords, order: (list: object[]) => object[]): SomeRecords {
  return Object.fromEntries(Object.entries(records).map(([type, list]) => [type, order([...list])]))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}

/** A review without the counts of what was left out. */
function withoutExclusions(review: RetentionReview): unknown {
  const { dataQuality: _quality, ...rest } = review
  return JSON.parse(JSON.stringify(rest, (name, value) => (name === 'excluded' ? undefined : value)))
}

describe('a review', () => {
  it('does not depend on the order of the records', () => {
    const backwards = reordered(makeCompany(), (list) => list.reverse())
    const odd = reordered(makeCompany(), (list) => [
      ...list.filter((_, index) => index % 3 === 1),
      ...list.filter((_, index) => index % 3 !== 1),
    ])
    expect(reviewRetention(inputOf(backwards), options)).toEqual(whole)
    expect(reviewRetention(inputOf(odd), options)).toEqual(whole)
  })

  it('takes records that can be read once only', () => {
    const once = Object.fromEntries(
      Object.entries(makeCompany()).map(([type, list]) => [type, (list as object[])[Symbol.iterator]()]),
    )
    expect(reviewRetention(inputOf(once as SomeRecords), options)).toEqual(whole)
  })

  it('counts records after the day, and changes nothing else for them', () => {
    const records = makeCompany()
    const known = (at: unknown): boolean => Date.parse(String(at)) <= Date.parse('2025-12-14T23:00:00Z')
    const past = Object.fromEntries(
      Object.entries(records).map(([type, list]) => [
        type,
        (list as unknown as Record<string, unknown>[]).filter((record) => known(placeOf(record))),
      ]),
    )
    const review = reviewRetention(inputOf(past), options)
    expect(withoutExclusions(review)).toEqual(withoutExclusions(whole))
    expect(review.dataQuality.filter(({ code }) => code === 'data.future_records')).toEqual([])
    const future = whole.dataQuality.filter(({ code }) => code === 'data.future_records')
    expect(future.map(({ subject }) => subject)).toEqual([
      'activities',
      'commitments',
      'handoffs',
      'interactions',
      'invites',
      'leads',
      'memberships',
      'objections',
      'opportunities',
      'orders',
      'responses',
      'tickets',
    ])
  })

  it.each(['churn-rate', 'net-promoter-score', 'complaint-rate', 'close-rate', 'silent-prospect-rate'] as const)(
    'without %s has no trace of it, and all the rest',
    (metric) => {
      const off = { ...policy, metrics: { ...policy.metrics, [metric]: false } }
      const review = reviewRetention({ ...inputOf(), objectives: [] }, { ...options, policy: off })
      const { definitions: _definitions, ...rest } = review
      expect(JSON.stringify(rest)).not.toContain(`"${metric}"`)
      const others = whole.measurements.filter((figure) => figure.metric !== metric)
      expect(review.measurements).toEqual(others)
    },
  )

  it('shows at a key result what its metric says when called by hand', () => {
    const { subscriptions, leads, handoffs, interactions, ownerChanges, opportunities } = makeCompany()
    const { asOf, timeZone } = options
    const shared = { asOf, ...(timeZone === undefined ? {} : { timeZone }) }
    const period = { start: '2025-11-01', end: '2025-12-01' }
    const [churn, clean] = whole.objectives[0]?.keyResults ?? []
    expect(churn?.score.value).toBe(measureChurnRate(subscriptions, { ...shared, period }).value)
    const records = { leads, handoffs, interactions, ownerChanges, opportunities }
    const quality = measureLeadHandoffQuality(records, {
      ...shared,
      period,
      policy: policy.handoff ?? { calendars: {} },
    })
    expect(clean?.measurement?.value).toBe(quality.cleanHandoffRate.value)
    expect(whole.handoff?.cleanHandoffRate.value).toBe(quality.cleanHandoffRate.value)
  })

  it('differs from itself in nothing', () => {
    const { keyResults, measurements, findings } = compareReviews(whole, whole)
    expect([keyResults, measurements, findings.raised, findings.cleared]).toEqual([[], [], [], []])
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
  })

  it('leaves its input as it is', () => {
    const frozen = deepFreeze(inputOf())
    expect(reviewRetention(frozen, deepFreeze({ ...options }))).toEqual(whole)
  })

  it('holds no sentence: texts are codes, names and days, or come from the input', () => {
    const given = JSON.stringify([objectives, policy, inputOf().cycle])
    const sentences = textsOf(whole).filter(
      (text) => /\s/.test(text) && !given.includes(JSON.stringify(text).slice(1, -1)),
    )
    expect(sentences).toEqual([])
  })

  it('of an empty company says so in its gaps', () => {
    const review = reviewRetention({ cycle: inputOf().cycle, objectives: [] }, { asOf: options.asOf })
    expect(review.measurements).toEqual([])
    expect(review.headline).toEqual([])
    expect(review.gaps.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['churn-rate', 'close-rate', 'detectNpsFall', 'detectSustainedDecline']),
    )
  })
})

/** The instant that makes a record known. */
function placeOf(record: Record<string, unknown>): unknown {
  const names = ['startedAt', 'createdAt', 'placedAt', 'at', 'sentAt', 'answeredAt', 'madeAt', 'handedAt']
  return record[names.find((name) => record[name] !== undefined) ?? '']
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
