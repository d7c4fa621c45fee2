import { describe, expect, it } from 'vitest'
import {
  countFirstContacts,
  firstContactResolutionRate,
  measureFirstContactResolutionRate,
  mergeTallies,
  type Ticket,
  tallyFirstContacts,
} from '../../../src/index.js'

const asOf = '2024-07-01'
const june = { start: '2024-06-01', end: '2024-07-01' }
const first: Ticket = {
  id: '1',
  customerId: 'c',
  createdAt: '2024-06-01T08:00:00Z',
  status: 'solved',
  resolvedAt: '2024-06-02T08:00:00Z',
  category: 'delivery',
}

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function repeatAt(createdAt: string, more: Partial<Ticket> = {}): Ticket[] {
  return [first, { ...first, id: '2', status: 'open', createdAt, resolvedAt: undefined, ...more }]
}

describe('solved at first contact', () => {
  it.each([
    ['a repeat at the end of the window', repeatAt('2024-06-09T08:00:00Z'), 0],
    ['a repeat after it', repeatAt('2024-06-09T08:00:01Z'), 1],
    ['a repeat at the instant of the solution', repeatAt('2024-06-02T08:00:00Z'), 1],
    ['one of another category', repeatAt('2024-06-03', { category: 'billing' }), 1],
    ['one without category', repeatAt('2024-06-03', { category: undefined }), 1],
    ['one of another customer', repeatAt('2024-06-03', { customerId: 'd' }), 1],
    ['one that was spam', repeatAt('2024-06-03', { status: 'spam' }), 1],
    ['a reopened ticket', [{ ...first, reopenCount: 1 }], 0],
    ['an earlier solution', [{ ...first, firstResolvedAt: '2024-06-01T09:00:00Z' }], 0],
    ['a ticket open again', [{ ...first, firstResolvedAt: '2024-06-01T09:00:00Z', resolvedAt: undefined }], 0],
  ])('with %s', (_name, tickets, resolvedFirst) => {
    expect(measureFirstContactResolutionRate(tickets, { asOf })).toMatchObject({
      numerator: resolvedFirst,
      denominator: 1,
    })
  })

  it('can ignore categories', () => {
    const tickets = repeatAt('2024-06-03', { category: undefined })
    const measured = measureFirstContactResolutionRate(tickets, { asOf, key: 'customer' })
    expect([measured.value, measured.definition.caveats]).toEqual([0, []])
  })

  it('is pending until the window is over, also when already reopened', () => {
    const tickets = [{ ...first, reopenCount: 1 }]
    expect(measureFirstContactResolutionRate(tickets, { asOf: '2024-06-09T07:59:59Z' })).toMatchObject({
      value: null,
      reason: 'not_mature',
      pending: 1,
    })
    expect(measureFirstContactResolutionRate(tickets, { asOf: '2024-06-09T08:00:00Z' }).value).toBe(0)
  })

  it('can be of all tickets, once their window is over', () => {
    const tickets = [
      first,
      { ...first, id: '2', customerId: 'd', status: 'open', resolvedAt: undefined },
      { ...first, id: '3', customerId: 'e', status: 'open', createdAt: '2024-06-28', resolvedAt: undefined },
    ]
    expect(measureFirstContactResolutionRate(tickets, { asOf, denominator: 'all' })).toMatchObject({
      numerator: 1,
      denominator: 2,
      pending: 1,
    })
  })

  it.each([
    ['oneTouch', { publicAgentReplies: 1 }, { publicAgentReplies: 2 }],
    ['noCustomerReply', { customerReplies: 0 }, { customerReplies: 1 }],
    ['singleAgent', { agentCount: 1 }, { agentCount: 1, reopenCount: 2 }],
    ['survey', { confirmedFirstContact: true }, { confirmedFirstContact: false }],
  ] as const)('by %s is what the ticket says', (method, yes, no) => {
    const tickets = [
      { ...first, ...yes },
      { ...first, id: '2', ...no },
      { ...first, id: '3' },
    ]
    expect(measureFirstContactResolutionRate(tickets, { asOf: '2024-06-03', method })).toMatchObject({
      numerator: 1,
      denominator: 2,
      pending: 0,
      excluded: { no_answer: 1 },
    })
  })

  it('of merged tallies finds the repeat in the other part', () => {
    const [one, two] = repeatAt('2024-06-03') as [Ticket, Ticket]
    const merged = mergeTallies(tallyFirstContacts([one], { asOf }), tallyFirstContacts([two], { asOf }))
    expect(measureFirstContactResolutionRate(merged)).toEqual(measureFirstContactResolutionRate([one, two], { asOf }))
    expect(countFirstContacts(merged, { periods: [june] }).cells[0]?.counts).toEqual({
      resolvedFirst: 0,
      resolved: 1,
      pending: 0,
    })
  })

  it.each([
    [{ method: 'guess' }, 'options.method'],
    [{ windowDays: 0 }, 'options.windowDays'],
    [{ key: 'category' }, 'options.key'],
    [{ denominator: 'closed' }, 'options.denominator'],
    [{ lookback: 7 }, 'options'],
  ])('with %o is an invalid option', (options, path) => {
    expect(() => measureFirstContactResolutionRate([], { asOf, ...options } as never)).toThrow(
      thrown('INVALID_OPTION', path),
    )
  })

  it.each([
    [{ resolvedAt: '2024-05-31' }, 'EVENT_ORDER', 'tickets[0].resolvedAt'],
    [{ agentCount: 0.5 }, 'INVALID_COUNT', 'tickets[0].agentCount'],
    [{ customerId: 5 }, 'INVALID_INPUT', 'tickets[0].customerId'],
  ])('of a ticket with %o is %s', (change, code, path) => {
    expect(() => measureFirstContactResolutionRate([{ ...first, ...change } as never], { asOf })).toThrow(
      thrown(code, path),
    )
  })

  it('never exceeds its base', () => {
    expect(() => firstContactResolutionRate({ resolvedFirst: 2, resolved: 1 })).toThrow(
      thrown('COUNT_EXCEEDS_BASE', 'counts'),
    )
  })
})
