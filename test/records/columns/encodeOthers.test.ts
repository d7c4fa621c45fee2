import { describe, expect, it } from 'vitest'
import {
  countFirstContacts,
  measureChurnByCause,
  measureNetPromoterScore,
  measureSlaAttainment,
  measureTimeToResolution,
  tallyComplaints,
} from '../../../src/metrics/index.js'
import {
  encodeActivity,
  encodeResponses,
  encodeTickets,
  type SurveyResponse,
  type Ticket,
  tallyActivity,
} from '../../../src/records/index.js'

const failure = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })

const asOf = '2024-07-01'
const period = { start: '2024-06-01', end: '2024-07-01' }

describe('encodeActivity', () => {
  it('has types where there are any, and never takes events without an id for twins', () => {
    const at = '2024-06-05T10:00:00Z'
    expect(
      encodeActivity([
        { customerId: 'b', at },
        { customerId: 'b', at },
      ]),
    ).toEqual({
      columns: 'activity',
      length: 2,
      timeZone: 'UTC',
      customers: ['b'],
      customer: Uint32Array.of(0, 0),
      at: new Float64Array(2).fill(Date.parse(at)),
    })
    expect(
      encodeActivity([
        { customerId: 'b', at, type: 'visit' },
        { customerId: 'b', at },
      ]),
    ).toMatchObject({
      types: ['visit', ''],
      type: Uint16Array.of(0, 1),
    })
  })

  it('takes arrays, and columns from another thread', () => {
    const columns = encodeActivity({ customerId: ['a'], at: [Date.UTC(2024, 5, 1)], type: ['visit'], id: ['1'] })
    const clone = encodeActivity(structuredClone(columns))
    expect(tallyActivity(clone, { asOf })).toEqual(tallyActivity(columns, { asOf }))
    expect(() => encodeActivity({ ...columns, type: Uint16Array.of(1) })).toThrow(
      failure('INVALID_INPUT', 'activities.type[0]'),
    )
    expect(() => encodeActivity({ at: ['2024-06-01'] })).toThrow(failure('INVALID_INPUT', 'activities.customerId'))
  })

  it.each([
    [{ customerId: undefined }, 'INVALID_INPUT', 'customerId'],
    [{ at: '2024-06-31' }, 'INVALID_INSTANT', 'at'],
    [{ id: 3 }, 'INVALID_INPUT', 'id'],
    [{ type: 3 }, 'INVALID_INPUT', 'type'],
  ])('refuses an event with %j', (more, code, field) => {
    expect(() => encodeActivity([{ customerId: 'a', at: '2024-06-01', ...more } as never])).toThrow(
      failure(code, `activities[0].${field}`),
    )
  })

  it('gives columns that functions over other records refuse', () => {
    const columns = encodeActivity([])
    expect(() => measureChurnByCause(columns as never, { asOf, period })).toThrow(
      failure('INVALID_INPUT', 'subscriptions'),
    )
    expect(() => encodeTickets(columns as never)).toThrow(failure('INVALID_INPUT', 'tickets'))
  })
})

describe('encodeResponses', () => {
  const answer = (id: string, more: Partial<SurveyResponse> = {}): SurveyResponse => ({
    id,
    surveyId: 's',
    kind: 'nps',
    score: 9,
    answeredAt: '2024-06-05T10:00:00Z',
    customerId: 'c',
    ...more,
  })

  it('has NaN for a blank answer, and says what differs from the usual survey', () => {
    expect(encodeResponses([answer('1', { score: null }), answer('2', { customerId: undefined })])).toEqual({
      columns: 'responses',
      length: 2,
      timeZone: 'UTC',
      respondents: ['c'],
      respondent: Uint32Array.of(0, 2 ** 32 - 1),
      at: new Float64Array(2).fill(Date.UTC(2024, 5, 5, 10)),
      score: Float64Array.of(Number.NaN, 9),
    })
    const scale = { min: 1, max: 5 }
    expect(
      encodeResponses([answer('1', { kind: 'csat', mode: 'transactional', scale, weight: '0.50', score: 4 })]),
    ).toMatchObject({ kind: 'csat', mode: 'transactional', scale, weight: Float64Array.of(0.5) })
  })

  it('tells the question to whoever counts, also after a change of thread', () => {
    const rows = [answer('1', { mode: 'transactional' }), answer('2', { mode: 'transactional', score: 3 })]
    for (const columns of [encodeResponses(rows), encodeResponses(structuredClone(encodeResponses(rows)))]) {
      expect(measureNetPromoterScore(columns, { asOf }).value).toBe(0)
      expect(measureNetPromoterScore(columns, { asOf, kind: 'enps' }).excluded).toEqual({ other_kind: 2 })
    }
  })

  it('takes arrays, whose blanks are null', () => {
    const columns = encodeResponses({ score: [9, null, 0], answeredAt: ['2024-06-01', '2024-06-02', '2024-06-03'] })
    expect(measureNetPromoterScore(columns, { asOf })).toMatchObject({ value: 0, excluded: { blank: 1 } })
  })

  it.each<[Partial<SurveyResponse>, string, string]>([
    [{ kind: 'csat' }, 'MIXED_SURVEYS', 'kind'],
    [{ mode: 'transactional' }, 'MIXED_SURVEYS', 'mode'],
    [{ scale: { min: 0, max: 5 } }, 'INVALID_SCALE', 'scale'],
    [{ score: '9' as never }, 'SCORE_OUT_OF_SCALE', 'score'],
    [{ score: undefined as never }, 'SCORE_OUT_OF_SCALE', 'score'],
    [{ weight: -1 }, 'INVALID_WEIGHT', 'weight'],
    [{ weight: 'x' }, 'INVALID_WEIGHT', 'weight'],
    [{ kind: 'poll' as never }, 'INVALID_INPUT', 'kind'],
    [{ respondentId: 3 as never }, 'INVALID_INPUT', 'respondentId'],
    [{ id: '1', score: 8 }, 'CONFLICTING_RECORDS', 'id'],
  ])('refuses beside another an answer with %j', (more, code, field) => {
    expect(() => encodeResponses([answer('1'), answer('2', more)])).toThrow(failure(code, `responses[1].${field}`))
  })

  it('holds no companies', () => {
    const columns = encodeResponses([answer('1', { accountId: 'x' })])
    expect(() => measureNetPromoterScore(columns, { asOf, unit: 'account' })).toThrow(
      failure('INVALID_OPTION', 'options.unit'),
    )
  })
})

describe('encodeTickets', () => {
  const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
    id,
    customerId: 'c',
    createdAt: '2024-06-05T10:00:00Z',
    status: 'open',
    ...more,
  })

  it('has NaN for what did not happen, and leaves out what was no work of its own', () => {
    const rows = [
      ticket('1', { priority: 'high' }),
      ticket('2', { status: 'solved', resolvedAt: '2024-06-05T12:00:00Z', target: 1000 }),
      ticket('3', { status: 'spam' }),
      ticket('3', { status: 'spam' }),
    ]
    expect(encodeTickets(rows)).toEqual({
      columns: 'tickets',
      length: 2,
      timeZone: 'UTC',
      createdAt: new Float64Array(2).fill(Date.UTC(2024, 5, 5, 10)),
      firstReplyAt: Float64Array.of(Number.NaN, Number.NaN),
      resolvedAt: Float64Array.of(Number.NaN, Date.UTC(2024, 5, 5, 12)),
      target: Float64Array.of(Number.NaN, 1000),
      priorities: ['high', ''],
      priority: Uint16Array.of(0, 1),
      excluded: { duplicate: 1, spam: 1 },
    })
  })

  it('takes the first public human reply, of a ticket by an agent the second', () => {
    const replies = [
      { at: '2024-06-05T13:00:00Z', author: 'agent' },
      { at: '2024-06-05T11:00:00Z', author: 'bot' },
      { at: '2024-06-05T12:00:00Z', author: 'agent' },
      { at: '2024-06-05T10:30:00Z', author: 'agent', isPublic: false },
    ] as const
    const { firstReplyAt } = encodeTickets([
      ticket('1', { replies }),
      ticket('2', { replies, createdBy: 'agent' }),
      ticket('3', { replies: [], firstReplyAt: '2024-06-05T11:00:00Z' }),
      ticket('4', { firstReplyAt: '2024-06-05T11:00:00Z' }),
    ])
    const hour = (at: number): number => Date.UTC(2024, 5, 5, at)
    expect([...firstReplyAt]).toEqual([hour(12), hour(13), Number.NaN, hour(11)])
  })

  it('takes arrays, and columns from another thread', () => {
    const columns = encodeTickets({ createdAt: [0, 1000], resolvedAt: [5000, null], priority: [null, 'low'] })
    expect(columns).toMatchObject({ length: 2, priorities: ['', 'low'] })
    const clone = encodeTickets(structuredClone(columns))
    expect(measureTimeToResolution(clone, { asOf })).toEqual(measureTimeToResolution(columns, { asOf }))
    expect(() => encodeTickets({ ...columns, resolvedAt: Float64Array.of(0.5, 1) })).toThrow(
      failure('INVALID_INSTANT', 'tickets.resolvedAt[0]'),
    )
  })

  it.each<[Partial<Ticket>, string, string]>([
    [{ createdAt: 'x' }, 'INVALID_INSTANT', 'createdAt'],
    [{ resolvedAt: 'x' }, 'INVALID_INSTANT', 'resolvedAt'],
    [{ replies: [{ at: 'x', author: 'agent' }] }, 'INVALID_INSTANT', 'replies[0].at'],
    [{ replies: [null as never] }, 'INVALID_INPUT', 'replies[0]'],
    [{ replies: 'x' as never }, 'INVALID_INPUT', 'replies'],
    [{ target: 0 }, 'INVALID_OPTION', 'target'],
    [{ status: 3 as never }, 'INVALID_INPUT', 'status'],
    [{ id: '1', status: 'merged' }, 'CONFLICTING_RECORDS', 'id'],
  ])('refuses a ticket with %j', (more, code, field) => {
    expect(() => encodeTickets([ticket('1'), ticket('2', more)])).toThrow(failure(code, `tickets[1].${field}`))
  })

  it.each([
    [{ calendar: { timeZone: 'UTC', week: {} } }, 'options.calendar'],
    [{ pauses: 'subtract' }, 'options.pauses'],
    [{ resolution: 'first' }, 'options.resolution'],
    [{ resolution: 'requesterWait' }, 'options.resolution'],
    [{ clock: 'firstResponse', bots: 'include' }, 'options.bots'],
  ])('holds instants in calendar time: %o takes records', (options, path) => {
    const columns = encodeTickets([ticket('1')])
    expect(() => measureSlaAttainment(columns, { asOf, target: 1000, ...options } as never)).toThrow(
      failure('INVALID_OPTION', path),
    )
    if ('clock' in options) return
    expect(() => measureTimeToResolution(columns, { asOf, ...options } as never)).toThrow(
      failure('INVALID_OPTION', path),
    )
  })

  it('holds no customers', () => {
    const columns = encodeTickets([ticket('1')])
    expect(() => tallyComplaints(columns, { asOf })).toThrow(failure('INVALID_INPUT', 'tickets'))
    expect(() => countFirstContacts(columns, { asOf, periods: [period] })).toThrow(failure('INVALID_INPUT', 'tickets'))
  })
})
