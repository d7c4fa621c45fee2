import { describe, expect, it } from 'vitest'
import { type Commitment, measurePromiseConsistency, promiseConsistency } from '../../../src/index.js'

const asOf = '2025-04-01'

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

/** Statements of marketing, sales, marketing and so on, a day apart. */
function statements(...changes: Partial<Commitment>[]): Commitment[] {
  return changes.map((change, index) => ({
    id: `c${index}`,
    customerId: 'k',
    topic: 'price',
    team: index % 2 === 0 ? 'marketing' : 'sales',
    madeAt: `2025-03-0${index + 1}`,
    ...change,
  }))
}

const consistent = (first: unknown, second: unknown, options: object = {}): number | null =>
  measurePromiseConsistency(statements({ value: first as string }, { value: second as string }), { asOf, ...options })
    .value

describe('measurePromiseConsistency', () => {
  it.each([
    [5, 5, 1],
    [5, '5', 1],
    ['5%', ' 5 % ', 1],
    ['5 days', '5 DAYS', 1],
    ['-5', -5, 1],
    ['+5', 5, 1],
    ['5.50', 5.5, 1],
    ['yes', ' Yes ', 1],
    ['yes', 'no', 0],
    ['5-7 days', '5-8 days', 0],
    [5, 6, 0],
    ['5 days', '5 weeks', null],
    ['5', '5 days', null],
    ['5.', 5, null],
    ['yes', 5, null],
    ['1234567890123456', 1, null],
  ])('reads %o and %o', (first, second, expected) => {
    expect(consistent(first, second)).toBe(expected)
  })

  it('agrees up to the tolerance, in exact decimals', () => {
    expect([consistent(0.1, 0.3, { tolerance: 0.2 }), consistent(0.1, 0.3, { tolerance: 0.19 })]).toEqual([1, 0])
  })

  it('converts units by their factor', () => {
    const units = { Weeks: { to: 'days', factor: 7 } }
    expect([consistent('2 weeks', '14 days', { units }), consistent('2 weeks', '15 days', { units })]).toEqual([1, 0])
  })

  it('compares two teams, or two channels', () => {
    const made = statements({ value: 1, channel: 'web' }, { value: 2, channel: 'web', team: 'marketing' })
    expect(measurePromiseConsistency(made, { asOf })).toMatchObject({ reason: 'empty_base', groups: 1 })
    const other = statements({ value: 1, channel: 'web' }, { value: 2, channel: 'call', team: 'marketing' })
    expect(measurePromiseConsistency(other, { asOf, between: 'channel' }).value).toBe(0)
  })

  it('reads no statement without topic, value or team', () => {
    const made = statements(
      { value: 1 },
      { value: 2, topic: undefined },
      { topic: 'price' },
      { value: 2, team: undefined },
    )
    expect(measurePromiseConsistency(made, { asOf })).toMatchObject({ groups: 1, denominator: 0 })
  })

  it('lists conflicts by customer and topic with the words of the earliest statement', () => {
    const made = statements(
      { value: 4, topic: 'Delivery  time' },
      { value: 2, topic: 'delivery time' },
      { value: 'a', customerId: 'b' },
      { value: 'b', customerId: 'b' },
    )
    expect(measurePromiseConsistency([...made].reverse(), { asOf }).conflicts).toEqual([
      { customerId: 'b', topic: 'price', ids: ['c2', 'c3'], gap: null },
      { customerId: 'k', topic: 'Delivery  time', ids: ['c0', 'c1'], gap: 0.5 },
    ])
  })

  it('counts a replacement that is known by then', () => {
    const made = statements({ value: 1 }, { value: 2, supersedes: 'c0' })
    expect(measurePromiseConsistency(made, { asOf })).toMatchObject({ revisions: 1, denominator: 0 })
    expect(measurePromiseConsistency(made, { asOf: '2025-03-01' })).toMatchObject({ revisions: 0, groups: 1 })
  })

  it.each([
    [{ value: Number.NaN }, {}, 'INVALID_NUMBER', 'commitments[0].value'],
    [{ customerId: 7 }, {}, 'INVALID_INPUT', 'commitments[0].customerId'],
    [{ madeAt: 'soon' }, {}, 'INVALID_INSTANT', 'commitments[0].madeAt'],
    [{}, { tolerance: -1 }, 'INVALID_OPTION', 'options.tolerance'],
    [{}, { between: 'person' }, 'INVALID_OPTION', 'options.between'],
    [{}, { units: { weeks: { to: 'days', factor: 0 } } }, 'INVALID_OPTION', 'options.units.weeks.factor'],
    [{}, { units: { weeks: { to: 'days', times: 7 } } }, 'INVALID_OPTION', 'options.units.weeks'],
  ])('refuses %o with %o', (change, options, code, path) => {
    const made = statements(change as Partial<Commitment>)
    expect(() => measurePromiseConsistency(made, { asOf, ...options } as never)).toThrow(broken(code, path))
  })

  it('refuses one id of two contents', () => {
    expect(() => measurePromiseConsistency(statements({ value: 1, id: 'a' }, { value: 1, id: 'a' }), { asOf })).toThrow(
      broken('CONFLICTING_RECORDS', 'commitments[1].id'),
    )
  })
})

describe('promiseConsistency', () => {
  it('is null without comparable groups', () => {
    expect(promiseConsistency({ comparable: 0, conflicting: 0 })).toMatchObject({ value: null, reason: 'empty_base' })
  })
})
