import { describe, expect, it } from 'vitest'
import {
  type BusinessCalendar,
  durationSummary,
  measureFirstResponseTime,
  measureSlaAttainment,
  measureTimeToResolution,
  mergeTallies,
  type Ticket,
  tallyDurations,
  tallySla,
} from '../../../src/index.js'

const hour = 3_600_000
const asOf = '2024-06-10T00:00:00Z'
const june = { start: '2024-06-01', end: '2024-07-01' }
const ticket: Ticket = { id: '1', customerId: 'c', createdAt: '2024-06-03T08:00:00Z', status: 'open' }

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function solved(id: string, resolvedAt: string, more: Partial<Ticket> = {}): Ticket {
  return { ...ticket, id, status: 'solved', resolvedAt, ...more }
}

describe('a summary of durations', () => {
  it('takes the smallest time at which at most half are open', () => {
    const summary = durationSummary({ completed: [1, 2, 3, 4], open: [] })
    expect([summary.value, summary.p75, summary.p90]).toEqual([2, 3, 4])
  })

  it('counts those that ended in at most a limit', () => {
    const summary = durationSummary({ completed: [1, 2, 2, 5], open: [1, 9] }, { limits: [2, 0] })
    expect(summary.within).toEqual({ '0': 0, '2': 3 })
    expect(durationSummary({ completed: [1], open: [] }).within).toEqual({})
  })

  it('has no limits of the curve without an interval', () => {
    const { interval, curve } = durationSummary({ completed: [1, 2, 3, 4, 5, 6, 7, 8], open: [] }, { interval: 'none' })
    expect(interval).toBeUndefined()
    expect(curve.every(({ lower, upper }) => lower === null && upper === null)).toBe(true)
  })

  it('leaves the points of the curve out where they are not wanted, and nothing else', () => {
    const durations = { completed: [9, 2, 2, 5, 7, 11, 30], open: [4, 8] }
    for (const interval of [{}, { interval: 'none' }] as const) {
      const { curve, ...whole } = durationSummary(durations, interval)
      expect(curve).toHaveLength(6)
      expect(durationSummary(durations, { ...interval, curve: 'none' })).toEqual({ ...whole, curve: [] })
    }
  })

  it.each([
    [[], { curve: 'all' }, 'INVALID_OPTION', 'options.curve'],
    [[{ milliseconds: 1.5, completed: true }], {}, 'INVALID_COUNT', 'durations[0].milliseconds'],
    [[{ milliseconds: 1 }], {}, 'INVALID_INPUT', 'durations[0].completed'],
    [[null], {}, 'INVALID_INPUT', 'durations[0]'],
    [null, {}, 'INVALID_INPUT', 'durations'],
    [{ completed: [1] }, {}, 'INVALID_INPUT', 'durations.open'],
    [{ completed: [-1], open: [] }, {}, 'INVALID_COUNT', 'durations.completed[0]'],
    [[], { limits: [-1] }, 'INVALID_OPTION', 'options.limits[0]'],
    [[], { limits: 5 }, 'INVALID_OPTION', 'options.limits'],
    [[], { interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
  ])('%o with %o is %s', (durations, options, code, path) => {
    expect(() => durationSummary(durations as never, options as never)).toThrow(thrown(code, path))
  })
})

describe('the first response', () => {
  it('of a ticket solved unanswered is followed up to its solution', () => {
    const { open, curve, meanCompleted } = measureFirstResponseTime(
      [solved('1', '2024-06-03T10:00:00Z'), { ...ticket, id: '2', firstReplyAt: '2024-06-03T11:00:00Z' }],
      { asOf },
    )
    // The one followed for two hours is not at risk at three.
    expect([open, curve.map(({ survival }) => survival), meanCompleted]).toEqual([1, [0], 3 * hour])
  })

  it('can be that of a bot, and does not know what comes later', () => {
    const replies = [
      { at: '2024-06-03T08:05:00Z', author: 'bot' as const },
      { at: '2024-06-11T08:00:00Z', author: 'agent' as const },
    ]
    expect(measureFirstResponseTime([{ ...ticket, replies }], { asOf })).toMatchObject({ completed: 0, open: 1 })
    expect(measureFirstResponseTime([{ ...ticket, replies }], { asOf, bots: 'include' }).value).toBe(300_000)
  })

  it('of a ticket that an agent opened is the second comment', () => {
    const replies = ['08:00', '09:00'].map((time) => ({ at: `2024-06-03T${time}:00Z`, author: 'agent' as const }))
    const opened = (createdBy: 'agent' | 'customer') =>
      measureFirstResponseTime([{ ...ticket, createdBy, replies }], { asOf }).value
    expect([opened('agent'), opened('customer')]).toEqual([hour, 0])
  })

  it('before the creation is an error at the reply', () => {
    const replies = [{ at: '2024-06-03T07:00:00Z', author: 'agent' as const }]
    expect(() => measureFirstResponseTime([{ ...ticket, replies }], { asOf })).toThrow(
      thrown('EVENT_ORDER', 'tickets[0].replies[0].at'),
    )
  })

  it('has no option of the solution', () => {
    expect(() => measureFirstResponseTime([], { asOf, resolution: 'first' } as never)).toThrow(
      thrown('INVALID_OPTION', 'options'),
    )
  })
})

describe('the time to resolution', () => {
  it('can end at the first solution', () => {
    const reopened = solved('1', '2024-06-03T20:00:00Z', { firstResolvedAt: '2024-06-03T09:00:00Z' })
    expect(measureTimeToResolution([reopened], { asOf }).value).toBe(12 * hour)
    expect(measureTimeToResolution([reopened], { asOf, resolution: 'first' }).value).toBe(hour)
  })

  it('subtracts the union of the pauses inside business time', () => {
    const calendar: BusinessCalendar = {
      timeZone: 'UTC',
      week: { monday: [{ open: '09:00', close: '17:00' }] },
    }
    const pauses = [
      { start: '2024-06-03T08:00:00Z', end: '2024-06-03T10:00:00Z' },
      { start: '2024-06-03T09:30:00Z', end: '2024-06-03T11:00:00Z' },
    ]
    const one = solved('1', '2024-06-03T18:00:00Z', { pauses })
    expect(measureTimeToResolution([one], { asOf, calendar }).value).toBe(8 * hour)
    expect(measureTimeToResolution([one], { asOf, calendar, pauses: 'subtract' }).value).toBe(6 * hour)
    expect(measureTimeToResolution([one], { asOf, pauses: 'subtract' }).value).toBe(7 * hour)
  })

  it('can count only what the requester waits', () => {
    const statusHistory = [
      { at: '2024-06-03T09:00:00Z', status: 'pending' },
      { at: '2024-06-03T12:00:00Z', status: 'hold' },
      { at: '2024-06-03T13:00:00Z', status: 'solved' },
      { at: '2024-06-03T14:00:00Z', status: 'open' },
    ]
    const one = solved('1', '2024-06-03T16:00:00Z', { statusHistory })
    expect(measureTimeToResolution([one], { asOf, resolution: 'requesterWait' }).value).toBe(4 * hour)
  })

  it('leaves out tickets that were no work of their own, counted inside the period', () => {
    const tickets = [
      { ...ticket, id: '1', status: 'merged' },
      { ...ticket, id: '2', status: 'spam', createdAt: '2024-05-03' },
      { ...ticket, id: '3', createdAt: '2024-06-20' },
    ]
    const measured = measureTimeToResolution(tickets, { asOf, period: june })
    expect(measured).toMatchObject({ value: null, reason: 'empty_base', excluded: { merged: 1, future: 1 } })
  })

  it('by completion needs a period that is over', () => {
    const tickets = [solved('1', '2024-06-03T10:00:00Z'), ticket].map((one, index) => ({ ...one, id: String(index) }))
    const options = { asOf, period: june, basis: 'closed' as const }
    expect(measureTimeToResolution(tickets, options)).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measureTimeToResolution(tickets, { ...options, partial: true })).toMatchObject({
      value: 2 * hour,
      open: 0,
      definition: { caveats: ['partial_period', 'survivorship_bias'] },
    })
    expect(measureTimeToResolution(tickets, { asOf, period: june }).sampleSize).toBe(2)
  })

  it.each([
    [{ resolution: 'last' }, 'options.resolution'],
    [{ pauses: 'add' }, 'options.pauses'],
    [{ basis: 'open' }, 'options.basis'],
    [{ limits: [0.5] }, 'options.limits[0]'],
    [{ bots: 'include' }, 'options'],
  ])('with %o is an invalid option', (options, path) => {
    expect(() => measureTimeToResolution([], { asOf, ...options } as never)).toThrow(thrown('INVALID_OPTION', path))
  })
})

describe('a tally of durations', () => {
  const tickets = [
    solved('1', '2024-06-03T10:00:00Z', { priority: 'high' }),
    solved('2', '2024-06-04T10:00:00Z', { priority: 'low', createdAt: '2024-05-30' }),
    { ...ticket, id: '3', priority: 'low' },
  ]
  const options = { asOf, clock: 'resolution' as const, periods: [{ start: '2024-05-01', end: '2024-06-01' }, june] }

  it('has lists a period and segment, also empty ones', () => {
    const { cells } = tallyDurations(tickets, { ...options, segmentBy: 'priority' })
    expect(cells.map(({ start, segment, lists }) => [start, segment, lists])).toEqual([
      ['2024-05-01', 'high', { completed: [], open: [] }],
      ['2024-05-01', 'low', { completed: [130 * hour], open: [] }],
      ['2024-06-01', 'high', { completed: [2 * hour], open: [] }],
      ['2024-06-01', 'low', { completed: [], open: [160 * hour] }],
    ])
  })

  it('is measured like the tickets, merged and by period', () => {
    const merged = mergeTallies(tallyDurations(tickets.slice(0, 1), options), tallyDurations(tickets.slice(1), options))
    expect(measureTimeToResolution(merged, { period: june })).toEqual({
      ...measureTimeToResolution(tickets, { asOf, period: june }),
    })
    expect(measureTimeToResolution(merged).sampleSize).toBe(3)
  })

  it('is held against clock, options and period', () => {
    const tally = tallyDurations(tickets, options)
    expect(() => measureFirstResponseTime(tally)).toThrow(thrown('TALLY_MISMATCH', 'options.clock'))
    expect(() => measureTimeToResolution(tally, { pauses: 'subtract' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.pauses'),
    )
    expect(() => measureTimeToResolution(tally, { asOf: '2024-06-11' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.asOf'),
    )
    expect(() => measureTimeToResolution(tally, { period: { start: '2024-06-02', end: '2024-07-01' } })).toThrow(
      thrown('TALLY_MISMATCH', 'options.period'),
    )
    const all = tallyDurations(tickets, { asOf, clock: 'resolution' })
    expect(() => measureTimeToResolution(all, { period: june })).toThrow(thrown('TALLY_MISMATCH', 'options.period'))
    const overlapping = tallyDurations(tickets, {
      ...options,
      periods: [june, { start: '2024-06-05', end: '2024-06-09' }],
    })
    expect(() => measureTimeToResolution(overlapping)).toThrow(thrown('TALLY_MISMATCH', 'source.cells'))
  })

  it('needs to know its clock', () => {
    expect(() => tallyDurations(tickets, { asOf } as never)).toThrow(thrown('INVALID_OPTION', 'options.clock'))
  })
})

describe('the service level', () => {
  it('can be held against what the requester waits', () => {
    const statusHistory = [{ at: '2024-06-03T09:00:00Z', status: 'pending' }]
    const tickets = [solved('1', '2024-06-05T08:00:00Z', { statusHistory }), solved('2', '2024-06-03T09:00:00Z')]
    const options = { asOf, target: 2 * hour, resolution: 'requesterWait' as const }
    expect(measureSlaAttainment(tickets, options)).toMatchObject({
      pending: 1,
      bounds: { worst: 1, best: 1 },
      excluded: { no_status_history: 1 },
    })
  })

  it('of a tally states every option, so that another one is a contradiction', () => {
    const periods = [june]
    const tally = tallySla([solved('1', '2024-06-03T09:00:00Z')], { asOf, target: hour, periods })
    expect(measureSlaAttainment(tally, { pauses: 'ignore', operator: 'lte', asOf }).value).toBe(1)
    for (const [name, value] of Object.entries({ pauses: 'subtract', resolution: 'first', operator: 'lt' })) {
      expect(() => measureSlaAttainment(tally, { [name]: value })).toThrow(thrown('TALLY_MISMATCH', `options.${name}`))
    }
    expect(() => measureSlaAttainment(tally, { asOf: '2024-06-11' })).toThrow(thrown('TALLY_MISMATCH', 'options.asOf'))
  })
})

describe('what is no ticket or tally', () => {
  it.each([
    ['replies', { replies: [null] }, 'tickets[0].replies[0]'],
    ['replies', { replies: {} }, 'tickets[0].replies'],
  ])('%s are invalid input', (_name, change, path) => {
    expect(() => measureFirstResponseTime([{ ...ticket, ...change } as never], { asOf })).toThrow(
      thrown('INVALID_INPUT', path),
    )
  })

  it.each([
    [{ pauses: 5 }, { pauses: 'subtract' }, 'tickets[0].pauses'],
    [{ statusHistory: [1] }, { resolution: 'requesterWait' }, 'tickets[0].statusHistory[0]'],
  ])('%o is invalid input', (change, options, path) => {
    expect(() =>
      measureTimeToResolution([{ ...ticket, ...change } as never], { asOf, ...(options as object) }),
    ).toThrow(thrown('INVALID_INPUT', path))
  })

  it.each([
    [{}, 'INVALID_INPUT', 'source.definition'],
    [{ definition: {} }, 'INVALID_TIME_ZONE', 'source.definition.timeZone'],
    [{ definition: { timeZone: 'UTC' } }, 'INVALID_INPUT', 'source.cells'],
    [{ definition: { timeZone: 'UTC' }, cells: [null] }, 'INVALID_INPUT', 'source.cells[0]'],
    [{ definition: { timeZone: 'UTC', clock: 'resolution' }, cells: [] }, 'INVALID_INSTANT', 'source.definition.asOf'],
  ])('a tally of %o is %s', (tally, code, path) => {
    expect(() => measureTimeToResolution({ kind: 'durations', ...tally } as never)).toThrow(thrown(code, path))
  })
})
