import { describe, expect, it } from 'vitest'
import {
  countActiveDays,
  countParticipations,
  measureParticipationRate,
  measureStickiness,
  mergeTallies,
  participationRate,
  stickiness,
  tallyActivity,
  tallyParticipations,
} from '../../../src/index.js'

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('stickiness', () => {
  const counts = { activeDays: 18, users: 4, days: 10 }

  it('has no interval without the sum of squares, with one user, or when switched off', () => {
    expect(stickiness(counts).interval).toBeUndefined()
    expect(stickiness({ ...counts, users: 1, activeDays: 5, activeDaysSquared: 25 }).interval).toBeUndefined()
    expect(stickiness({ ...counts, activeDaysSquared: 130 }, { interval: 'none' }).interval).toBeUndefined()
  })

  it('gives the t interval of the mean over users', () => {
    // Active days 4 and 6 of 10: mean 5, s = sqrt(2), t(.75; 1) = 1 at level .5.
    const measured = stickiness({ activeDays: 10, users: 2, days: 10, activeDaysSquared: 52 }, { level: 0.5 })
    expect(measured.interval?.lower).toBeCloseTo(0.4, 12)
    expect(measured.interval?.upper).toBeCloseTo(0.6, 12)
  })

  it('has no active days a user without users', () => {
    expect(stickiness({ activeDays: 0, users: 0, days: 28 })).toMatchObject({
      value: null,
      reason: 'empty_base',
      activeDaysPerUser: null,
    })
  })

  it.each([
    [{ ...counts, activeDays: 41 }, {}, 'COUNT_EXCEEDS_BASE', 'counts.activeDays'],
    [{ ...counts, users: -1 }, {}, 'INVALID_COUNT', 'counts.users'],
    [{ ...counts, activeDaysSquared: 0.5 }, {}, 'INVALID_COUNT', 'counts.activeDaysSquared'],
    [counts, { method: 'singleDay' }, 'MISSING_COUNT', 'counts.lastDayUsers'],
    [counts, { method: 'monthly' }, 'INVALID_OPTION', 'options.method'],
    [counts, { interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
  ])('%o with %o is %s', (input, options, code, path) => {
    expect(() => stickiness(input, options as never)).toThrow(thrown(code, path))
  })
})

describe('active days', () => {
  const at = (customerId: string, instant: string) => ({ customerId, at: instant })

  it('are complete local days before the day of the instant of knowledge', () => {
    // 2024-03-09T23:30Z is the 10th in Madrid; the 11th is running there.
    const events = [at('a', '2024-03-09T23:30:00Z'), at('a', '2024-03-10T23:30:00Z'), at('b', '2024-03-08T12:00:00Z')]
    const options = { asOf: '2024-03-11T12:00:00Z', timeZone: 'Europe/Madrid', windowDays: 2 }
    expect(measureStickiness(events, options)).toMatchObject({ numerator: 1, denominator: 2 })
  })

  it('can leave out weekends and quiet days', () => {
    // 2024-03-08 is a Friday; the week before the 11th holds five weekdays.
    const events = ['2024-03-08', '2024-03-09', '2024-03-10'].flatMap((day) => [at('a', day), at('a', day)])
    const options = { asOf: '2024-03-11', windowDays: 7, weekdaysOnly: true }
    expect(measureStickiness(events, options)).toMatchObject({ numerator: 1, denominator: 5 })
    expect(measureStickiness(events, { ...options, minimumEvents: 3 })).toMatchObject({ reason: 'empty_base' })
  })

  it('of the last day alone are a proportion of the users', () => {
    const events = [at('a', '2024-03-10'), at('b', '2024-03-09'), at('c', '2024-03-09')]
    const measured = measureStickiness(events, { asOf: '2024-03-11', windowDays: 2, method: 'singleDay' })
    expect(measured).toMatchObject({ numerator: 1, denominator: 3, definition: { caveats: ['single_day'] } })
  })

  it('are those of the merged tallies, a user of two segments once', () => {
    const options = { asOf: '2024-03-11', segmentBy: (event: { type?: string | undefined }) => event.type }
    const events = [
      { ...at('a', '2024-03-09'), type: 'web' },
      { ...at('a', '2024-03-09'), type: 'app' },
      { ...at('a', '2024-03-10'), type: 'app' },
    ]
    const merged = mergeTallies(tallyActivity(events.slice(0, 1), options), tallyActivity(events.slice(1), options))
    expect(countActiveDays(merged, { windowDays: 2 })).toEqual({
      days: 2,
      users: 1,
      counts: [
        { activeDays: 1, users: 0 },
        { activeDays: 2, users: 1 },
      ],
    })
    expect(() => countActiveDays(merged, { asOf: '2024-03-12' })).toThrow(thrown('TALLY_MISMATCH', 'options.asOf'))
  })

  it.each([
    [{ windowDays: 0 }, 'options.windowDays'],
    [{ minimumEvents: 1.5 }, 'options.minimumEvents'],
    [{ weekdaysOnly: 1 }, 'options.weekdaysOnly'],
    [{ cumulative: 'yes' }, 'options.cumulative'],
    [{ window: 7 }, 'options'],
  ])('%o is an invalid option', (option, path) => {
    expect(() => countActiveDays([], { asOf: '2024-03-11', ...(option as object) })).toThrow(
      thrown('INVALID_OPTION', path),
    )
  })
})

describe('participation', () => {
  const member = { customerId: 'a', programmeId: 'p', startedAt: '2024-01-01' }
  const june = { start: '2024-06-01', end: '2024-07-01' }
  const asOf = '2024-07-01'

  it('is of those who were members at some time of the period', () => {
    const memberships = [
      { ...member, customerId: 'before', endedAt: '2024-06-01' },
      { ...member, customerId: 'until', endedAt: '2024-06-02' },
      { ...member, customerId: 'from', startedAt: '2024-06-30' },
      { ...member, customerId: 'after', startedAt: '2024-07-01' },
    ]
    const measured = measureParticipationRate({ memberships, participations: [] }, { asOf, period: june })
    expect(measured.denominator).toBe(2)
  })

  it('can be of one programme', () => {
    const memberships = [member, { ...member, customerId: 'b', programmeId: 'q' }]
    const participations = [{ customerId: 'b', programmeId: 'q', at: '2024-06-02' }]
    const records = { memberships, participations }
    expect(measureParticipationRate(records, { asOf, period: june, programmeId: 'p' }).value).toBe(0)
    const tally = tallyParticipations(records, { asOf, programmeId: 'q' })
    expect(measureParticipationRate(tally, { period: june }).value).toBe(1)
    expect(() => measureParticipationRate(tally, { period: june, programmeId: 'p' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.programmeId'),
    )
    const all = tallyParticipations(records, { asOf })
    expect(() => measureParticipationRate(all, { period: june, programmeId: 'p' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.programmeId'),
    )
  })

  it('of a running period is null, or cut', () => {
    const records = { memberships: [member], participations: [{ ...member, at: '2024-06-02' }] }
    const options = { asOf: '2024-06-10', period: june }
    expect(measureParticipationRate(records, options)).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measureParticipationRate(records, { ...options, partial: true })).toMatchObject({
      value: 1,
      definition: { caveats: ['partial_period'] },
    })
  })

  it('does not know what comes later', () => {
    const records = {
      memberships: [member, { ...member, startedAt: '2024-08-01' }],
      participations: [{ ...member, at: '2024-08-02' }],
    }
    const [cell] = countParticipations(records, { asOf, periods: [june] }).cells
    expect(cell?.counts).toEqual({ participants: 0, eligible: 1 })
    expect(countParticipations(records, { asOf, periods: [june] }).excluded).toEqual({ future: 2 })
    expect(measureParticipationRate(records, { asOf, period: june }).excluded).toBeUndefined()
  })

  it('admits participants without a membership in the segment without name', () => {
    const records = { memberships: [member], participations: [{ customerId: 'z', programmeId: 'p', at: '2024-06-02' }] }
    const options = { asOf, periods: [june], segmentBy: 'programmeId', admitParticipants: true }
    expect(countParticipations(records, options).cells.map(({ segment, counts }) => [segment, counts])).toEqual([
      ['', { participants: 1, eligible: 1 }],
      ['p', { participants: 0, eligible: 1 }],
    ])
    expect(
      countParticipations(tallyParticipations(records, { asOf, segmentBy: 'programmeId' }), {
        periods: [june],
        admitParticipants: true,
      }).cells,
    ).toEqual(countParticipations(records, options).cells)
  })

  it.each([
    ['an end before the start', { endedAt: '2023-12-01' }, 'EVENT_ORDER', 'memberships[0].endedAt'],
    ['a start without offset', { startedAt: '2024-01-01T10:00:00' }, 'INVALID_INSTANT', 'memberships[0].startedAt'],
    ['no customer', { customerId: 7 }, 'INVALID_INPUT', 'memberships[0].customerId'],
  ])('%s is an error with its path', (_name, change, code, path) => {
    const memberships = [{ ...member, ...change }] as never
    expect(() => measureParticipationRate({ memberships, participations: [] }, { asOf, period: june })).toThrow(
      thrown(code, path),
    )
  })

  it('of somebody who is no member is an error at the participation', () => {
    const participations = [
      { ...member, at: '2024-06-02' },
      { customerId: 'z', programmeId: 'p', at: '2024-06-02' },
    ]
    expect(() => measureParticipationRate({ memberships: [member], participations }, { asOf, period: june })).toThrow(
      thrown('NOT_ENROLLED', 'participations[1].customerId'),
    )
  })

  it('never exceeds its base', () => {
    expect(() => participationRate({ participants: 3, eligible: 2 })).toThrow(thrown('COUNT_EXCEEDS_BASE', 'counts'))
  })
})
