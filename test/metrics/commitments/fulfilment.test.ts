import { describe, expect, it } from 'vitest'
import {
  type Commitment,
  commitmentFulfilmentRate,
  countCommitments,
  measureCommitmentFulfilmentRate,
  mergeTallies,
  tallyCommitments,
} from '../../../src/index.js'

const asOf = '2024-07-01'
const promise: Commitment = { id: 'c', customerId: 'k', madeAt: '2024-05-01T09:00:00Z', dueAt: '2024-06-10T12:00:00Z' }

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

const measure = (change: Partial<Commitment>, options: object = {}) =>
  measureCommitmentFulfilmentRate([{ ...promise, ...change }], { asOf, ...options })

describe('commitmentFulfilmentRate', () => {
  it.each([
    [{ kept: 2, due: 1 }, 'COUNT_EXCEEDS_BASE', 'counts.kept'],
    [{ kept: 1, due: 1, onTime: 2 }, 'COUNT_EXCEEDS_BASE', 'counts.onTime'],
    [{ kept: 1, due: 1, pending: -1 }, 'INVALID_COUNT', 'counts.pending'],
    [{ kept: 1 }, 'MISSING_COUNT', 'counts.due'],
  ])('refuses %o', (counts, code, path) => {
    expect(() => commitmentFulfilmentRate(counts as never)).toThrow(broken(code, path))
  })

  it('gives no part that was not counted', () => {
    expect(Object.keys(commitmentFulfilmentRate({ kept: 1, due: 1 }))).not.toContain('onTimeRate')
  })
})

describe('measureCommitmentFulfilmentRate', () => {
  it.each([
    ['on the dot', { fulfilledAt: '2024-06-10T12:00:00Z' }, {}, 1],
    ['a millisecond late', { fulfilledAt: '2024-06-10T12:00:00.001Z' }, {}, 0],
    ['within the grace', { fulfilledAt: '2024-06-11T12:00:00Z' }, { graceDays: 1 }, 1],
    ['beyond it', { fulfilledAt: '2024-06-11T12:00:00.001Z' }, { graceDays: 1 }, 0],
    ['early by the tolerance', { fulfilledAt: '2024-06-08T12:00:00Z' }, { earlyToleranceDays: 2 }, 1],
    ['earlier', { fulfilledAt: '2024-06-08T11:59:59Z' }, { earlyToleranceDays: 2 }, 0],
    ['never', {}, {}, 0],
    ['after the instant of knowledge', { fulfilledAt: '2024-07-02' }, {}, 0],
    ['on the last instant of a day', { dueAt: '2024-06-10', fulfilledAt: '2024-06-10T23:59:59.999Z' }, {}, 1],
    ['at the next midnight', { dueAt: '2024-06-10', fulfilledAt: '2024-06-11' }, {}, 0],
    [
      'a day without a time, with grace',
      { dueAt: '2024-06-10', fulfilledAt: '2024-06-11T23:00:00Z' },
      { graceDays: 1 },
      1,
    ],
    ['on the day it was made', { fulfilledAt: '2024-05-01' }, {}, 1],
    ['in full', { promisedQuantity: '10.0', deliveredQuantity: 10, fulfilledAt: '2024-06-10' }, {}, 1],
    ['with nothing said of the delivery', { promisedQuantity: 1, fulfilledAt: '2024-06-10' }, {}, 0],
    ['cancelled by us', { cancelledAt: '2024-06-01' }, {}, 0],
    ['cancelled by us and fulfilled all the same', { cancelledAt: '2024-06-01', fulfilledAt: '2024-06-02' }, {}, 0],
    ['cancelled after it was fulfilled', { cancelledAt: '2024-06-03', fulfilledAt: '2024-06-02' }, {}, 1],
  ])('judges %s', (_name, change, options, expected) => {
    expect(measure(change as Partial<Commitment>, options).value).toBe(expected)
  })

  it.each([
    ['cancelled_by_customer', { cancelledAt: '2024-06-01', cancelledBy: 'customer' as const }],
    ['no_due_date', { dueAt: undefined }],
    ['future', { madeAt: '2024-07-02' }],
  ])('leaves out %s', (reason, change) => {
    expect(measure(change)).toMatchObject({ value: null, reason: 'empty_base', excluded: { [reason]: 1 } })
  })

  it('is due from the deadline on', () => {
    const due = (instant: string, change: object = {}) => measure(change, { asOf: instant }).denominator
    expect([due('2024-06-10T11:59:59Z'), due('2024-06-10T12:00:00Z')]).toEqual([0, 1])
    expect([due('2024-06-10T23:59:59Z', { dueAt: '2024-06-10' }), due('2024-06-11', { dueAt: '2024-06-10' })]).toEqual([
      0, 1,
    ])
  })

  it('looks at the due date for a period, before any grace', () => {
    const period = { start: '2024-06-10T12:00:00Z', end: '2024-06-11' }
    expect(measure({}, { period, graceDays: 5 }).denominator).toBe(1)
    expect(measure({}, { period: { start: '2024-06-01', end: period.start } }).denominator).toBe(0)
  })

  it('takes a group as one promise', () => {
    const lines = [
      { ...promise, id: '1', groupId: 'g', fulfilledAt: '2024-06-01' },
      { ...promise, id: '2', groupId: 'g', dueAt: '2024-07-10' },
      { ...promise, id: '3', fulfilledAt: '2024-06-01' },
      { ...promise, id: 'g' },
    ]
    const rate = measureCommitmentFulfilmentRate(lines, { asOf, unit: 'group' })
    expect(rate).toMatchObject({ numerator: 1, denominator: 2, pending: 1 })
    expect(measureCommitmentFulfilmentRate(lines, { asOf: '2024-08-01', unit: 'group' })).toMatchObject({
      numerator: 1,
      denominator: 3,
    })
  })

  it.each([
    [{ fulfilledAt: '2024-05-01T08:59:59Z' }, {}, 'EVENT_ORDER', 'commitments[0].fulfilledAt'],
    [{ fulfilledAt: '2024-04-30' }, {}, 'EVENT_ORDER', 'commitments[0].fulfilledAt'],
    [{ promisedQuantity: 'ten' }, {}, 'INVALID_NUMBER', 'commitments[0].promisedQuantity'],
    [{ cancelledBy: 'them' }, {}, 'INVALID_INPUT', 'commitments[0].cancelledBy'],
    [{}, { graceDays: -1 }, 'INVALID_OPTION', 'options.graceDays'],
    [{}, { countEarly: 1 }, 'INVALID_OPTION', 'options.countEarly'],
    [{}, { unit: 'order' }, 'INVALID_OPTION', 'options.unit'],
    [{}, { asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
  ])('refuses %o with %o', (change, options, code, path) => {
    expect(() => measure(change as Partial<Commitment>, options)).toThrow(broken(code, path))
  })
})

describe('tallies of promises', () => {
  const list = Array.from({ length: 6 }, (_, index) => ({
    ...promise,
    id: `${index}`,
    groupId: index < 2 ? 'g' : undefined,
    team: index % 2 === 0 ? 'sales' : 'support',
    dueAt: `2024-0${5 + (index % 3)}-15`,
    ...(index < 4 ? { fulfilledAt: '2024-06-01' } : {}),
  })) as Commitment[]
  const periods = [
    { start: '2024-05-01', end: '2024-06-01' },
    { start: '2024-06-01', end: '2024-07-01' },
  ]

  it.each(['commitment', 'group'] as const)('merge from parts of the records, by %s', (unit) => {
    const tally = (given: Commitment[]) => tallyCommitments(given, { asOf, unit, segmentBy: 'team' })
    const merged = mergeTallies(tally(list.slice(0, 1)), tally(list.slice(1)))
    expect(merged).toEqual(tally(list))
    expect(measureCommitmentFulfilmentRate(merged, {})).toMatchObject(
      measureCommitmentFulfilmentRate(list, { asOf, unit }) as object,
    )
  })

  it('count by period as from the records', () => {
    const options = { asOf, periods, segmentBy: 'team' }
    const tally = tallyCommitments(list, options)
    expect(countCommitments(tally, { periods }).cells).toEqual(countCommitments(list, options).cells)
    const groups = tallyCommitments(list, { asOf, unit: 'group', segmentBy: 'team' })
    expect(countCommitments(groups, { periods }).cells).toEqual(
      countCommitments(list, { ...options, unit: 'group' }).cells,
    )
    const [may] = periods
    expect(measureCommitmentFulfilmentRate(tally, { period: may }).denominator).toBe(
      measureCommitmentFulfilmentRate(list, { asOf, period: may }).denominator,
    )
  })

  it('do not answer another question', () => {
    const tally = tallyCommitments(list, { asOf, periods })
    const mismatch = (given: object, source: object = tally) => {
      expect(() => measureCommitmentFulfilmentRate(source as never, given)).toThrow(
        expect.objectContaining({ code: 'TALLY_MISMATCH' }),
      )
    }
    mismatch({ graceDays: 1 })
    mismatch({ asOf: '2024-07-02' })
    mismatch({ period: { start: '2024-05-01', end: '2024-05-20' } })
    mismatch({ period: periods[0] }, tallyCommitments(list, { asOf }))
    mismatch({}, { ...tally, kind: 'sla-attainment' })
    expect(measureCommitmentFulfilmentRate(tally, { asOf: '2024-07-01T00:00:00Z' }).denominator).toBe(4)
  })

  it('have no periods of groups', () => {
    expect(() => tallyCommitments(list, { asOf, unit: 'group', periods })).toThrow(
      broken('INVALID_OPTION', 'options.periods'),
    )
  })
})
