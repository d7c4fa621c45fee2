import { describe, expect, it } from 'vitest'
import { compareReviews, measureAll, type ReviewInput, reviewRetention } from '../../src/review/index.js'
import { inputOf, makeCompany, objectives, options, policy } from './company.js'
import { faultOf } from './faultOf.js'

const [objective] = objectives
const [keyResult] = objective.keyResults
const input = inputOf({})

function faultWith(change: object, more: object = {}) {
  return faultOf(() => reviewRetention({ ...input, ...change } as ReviewInput, { ...options, ...more }))
}

describe('what a review refuses', () => {
  it.each([
    ['policy', { policy: { typo: 1 } }, 'options.policy'],
    ['metric', { policy: { metrics: { churn: {} } } }, 'options.policy.metrics'],
    [
      'option of a metric',
      { policy: { metrics: { 'close-rate': { window: 30 } } } },
      'options.policy.metrics.close-rate',
    ],
    [
      'option of a hand-off figure',
      { policy: { metrics: { 'clean-handoff-rate': { level: 0.9 } } } },
      'options.policy.metrics.clean-handoff-rate',
    ],
    ['detector', { policy: { signals: { detectNothing: {} } } }, 'options.detectors'],
    [
      'segment record',
      { policy: { segments: [{ name: 'a', of: 'order', field: 'a' }] } },
      'options.policy.segments[0].of',
    ],
    [
      'segment twice',
      { policy: { segments: [1, 2].map(() => ({ name: 'a', of: 'lead', field: 'a' })) } },
      'options.policy.segments[1].name',
    ],
    ['bySegment', { policy: { bySegment: ['churn'] } }, 'options.policy.bySegment[0]'],
    ['redact', { policy: { redact: 'all' } }, 'options.policy.redact'],
    ['period', { policy: { period: { unit: 'day', history: 3 } } }, 'options.policy.period.unit'],
    ['history', { policy: { period: { unit: 'month', history: 0 } } }, 'options.policy.period.history'],
    ['top', { top: 0 }, 'options.top'],
    ['option', { typo: 1 }, 'options'],
  ])('an unknown or impossible %s', (_what, more, path) => {
    expect(faultWith({}, more)).toEqual({ code: 'INVALID_OPTION', path })
  })

  it.each([
    ['DUPLICATE_ID', { objectives: [objective, objective] }],
    ['DUPLICATE_ID', { objectives: [{ ...objective, keyResults: [keyResult, keyResult] }] }],
    ['UNKNOWN_KEY_RESULT', { checkIns: [{ id: 'c', keyResultId: 'x', on: '2025-11-15', reading: { value: 1 } }] }],
    ['INVALID_INPUT', { objectives: 'none' }],
    ['INVALID_INPUT', { cycle: null }],
    ['INVALID_INPUT', { records: [] }],
    ['INVALID_INPUT', { records: { orders: 3 } }],
    ['INVALID_INSTANT', { records: { opportunities: [{ id: 'a', createdAt: 'soon', status: 'open' }] } }],
    ['UNSUPPORTED_VERSION', { previous: { schemaVersion: 2 } }],
  ])('with %s', (code, change) => {
    expect(faultWith(change).code).toBe(code)
  })

  it('a metric that does not exist, with the nearest names', () => {
    const wrong = { ...keyResult, metricRef: { metric: 'churn-rates' } }
    const run = () => reviewRetention({ ...input, objectives: [{ ...objective, keyResults: [wrong] }] }, options)
    expect(faultOf(run)).toEqual({
      code: 'UNKNOWN_METRIC',
      path: 'input.objectives[0].keyResults[0].metricRef.metric',
    })
    expect(run).toThrow(/churn-rate/)
  })

  it('a previous review of a later day', () => {
    const previous = reviewRetention(input, { ...options, asOf: '2025-12-20' })
    expect(faultWith({ previous })).toEqual({ code: 'INVALID_PERIOD', path: 'input.previous.asOf' })
    const now = reviewRetention(input, options)
    expect(faultOf(() => compareReviews(previous, now)).code).toBe('INVALID_PERIOD')
  })

  it('two different measurements of one metric, definition and segment; the same one twice is one', () => {
    const given = { metric: 'csat', value: 0.5, unit: 'ratio', sampleSize: 10, definition: {} } as const
    expect(faultWith({ measurements: [given, { ...given, value: 0.6 }] })).toEqual({
      code: 'CONFLICTING_RECORDS',
      path: 'input.measurements[1]',
    })
    const other = { ...given, segment: { plan: 'pro' }, value: 0.6 }
    const { measurements } = reviewRetention({ ...input, measurements: [given, given, other] }, options)
    expect(measurements.filter(({ metric }) => metric === 'csat')).toHaveLength(2)
  })

  it('records of one id and two contents', () => {
    const { subscriptions, leads } = makeCompany()
    const [subscription] = subscriptions
    const twice = [...subscriptions, { ...subscription, mrr: 1 }] as typeof subscriptions
    expect(faultOf(() => measureAll({ subscriptions: twice }, { asOf: '2025-12-15' })).code).toBe('CONFLICTING_RECORDS')
    const two = [...leads, { ...leads[0], source: 'other' }] as typeof leads
    expect(faultWith({ records: { ...makeCompany(), leads: two } }).code).toBe('CONFLICTING_RECORDS')
  })
})

describe('what a review takes', () => {
  it('a definition that the records do not meet is a gap', () => {
    const exact = { ...keyResult, metricRef: { metric: 'net-promoter-score', definition: { scale: 'other' } } }
    const given = { metric: 'net-promoter-score', value: 50, unit: 'points', sampleSize: 9, definition: {} } as const
    const { gaps } = reviewRetention(
      { ...input, objectives: [{ ...objective, keyResults: [exact] }], measurements: [given] },
      options,
    )
    expect(gaps).toContainEqual({ what: 'net-promoter-score', code: 'definition_mismatch', needs: ['scale'] })
  })

  it('an objective outside the cycle is a finding of its definitions', () => {
    const late = { ...objective, firstDay: '2026-01-01', lastDay: '2026-03-31' }
    const { lint } = reviewRetention({ ...input, objectives: [late] }, { ...options, policy })
    expect(lint.map(({ code }) => code)).toContain('set.date_mismatch')
  })

  it('a target that was eased is a finding of its definitions', () => {
    const eased = { effectiveFrom: '2025-11-05', keyResult: { ...keyResult, target: '0.09' } }
    const versions = [{ keyResultId: keyResult.id, versions: [{ effectiveFrom: '2025-10-01', keyResult }, eased] }]
    const { lint } = reviewRetention({ ...input, objectives: [objective], versions }, options)
    expect(lint.map(({ code, subject }) => [code, subject])).toContainEqual(['history.goalposts_eased', 'churn'])
  })
})
