import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDayNumber } from '../../src/calendar/localDayNumber.js'
import { startOfLocalDay } from '../../src/calendar/startOfLocalDay.js'
import {
  type ActivityEvent,
  compositeScore,
  countActiveDays,
  countParticipations,
  encodeActivity,
  measureParticipationRate,
  measureStickiness,
  type Participation,
  type ProgrammeMembership,
  participationRate,
  stickiness,
  tallyActivity,
  tallyParticipations,
} from '../../src/index.js'
import { itObeysTheLaws, numbered, ofList, ofLists, settings } from './familyLaws.js'

const hour = 3_600_000
const start = Date.UTC(2024, 4, 1)
const asOf = '2024-06-30'
const period = { start: '2024-05-10', end: '2024-06-10' }
const instants = fc.integer({ min: 0, max: 70 * 24 }).map((hours) => start + hours * hour)
const customers = fc.constantFrom('a', 'b', 'c', 'd')

const events: fc.Arbitrary<ActivityEvent[]> = numbered(fc.record({ customerId: customers, at: instants }), 'e', 30)

describe('stickiness', () => {
  const windowDays = 14

  itObeysTheLaws<readonly ActivityEvent[]>({
    records: events,
    ...ofList<ActivityEvent>(),
    tally: (list) => tallyActivity(list, { asOf }),
    measure: (list) => measureStickiness(list, { asOf, windowDays }),
    measureTally: (tally) => measureStickiness(tally, { windowDays }),
  })

  it('is the noun of the counted active days, at least which fall', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (list, weekdaysOnly) => {
        const options = { asOf, windowDays, weekdaysOnly }
        const { days, users, counts } = countActiveDays(list, options)
        const activeDays = counts.reduce((sum, entry) => sum + entry.activeDays * entry.users, 0)
        const activeDaysSquared = counts.reduce((sum, entry) => sum + entry.activeDays ** 2 * entry.users, 0)
        const { value, interval } = stickiness({ activeDays, users, days, activeDaysSquared })
        const measured = measureStickiness(list, options)
        expect([measured.value, measured.interval]).toEqual([value, interval])
        const atLeast = countActiveDays(list, { ...options, cumulative: true }).counts.map((entry) => entry.users)
        expect(atLeast).toEqual([...atLeast].sort((a, b) => b - a))
        expect(atLeast[0] ?? 0).toBe(users)
      }),
      settings,
    )
  })
})

describe('active days', () => {
  const variants = fc.record({
    timeZone: fc.constantFrom('UTC', 'Europe/Madrid', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kolkata'),
    windowDays: fc.constantFrom(1, 7, 28, 60),
    weekdaysOnly: fc.boolean(),
    minimumEvents: fc.constantFrom(1, 2, 3),
  })

  /** Users by days with enough events, from a set of days each. */
  function usersByDays(list: readonly ActivityEvent[], options: Parameters<typeof countActiveDays>[1] = {}): number[] {
    const { timeZone = 'UTC', windowDays = 28, weekdaysOnly = false, minimumEvents = 1 } = options
    const today = localDayNumber(startOfLocalDay(asOf, timeZone), timeZone)
    const days = Array.from({ length: windowDays }, (_, index) => today - windowDays + index).filter(
      (day) => !weekdaysOnly || ![0, 6].includes(new Date(day * 24 * hour).getUTCDay()),
    )
    const of = (user: string, day: number): number =>
      list.filter(({ customerId, at }) => customerId === user && localDayNumber(at as number, timeZone) === day).length
    const active = ['a', 'b', 'c', 'd'].map((user) => days.filter((day) => of(user, day) >= minimumEvents).length)
    return days.map((_, index) => active.filter((number) => number === index + 1).length)
  }

  it('are those of a set of days a user, of records in any order, of their tally and of columns', () => {
    fc.assert(
      fc.property(events, variants, (list, { timeZone, ...rest }) => {
        const options = { asOf, timeZone, ...rest }
        const counted = countActiveDays(list, options)
        expect(counted.counts.map(({ users }) => users)).toEqual(usersByDays(list, options))
        const measured = measureStickiness(list, options)
        const sources = [[...list].reverse(), encodeActivity(list, { timeZone })]
        for (const source of sources) {
          expect(countActiveDays(source, options)).toEqual(counted)
          expect(measureStickiness(source, options)).toEqual(measured)
        }
        const tally = tallyActivity(list, { asOf, timeZone })
        expect(countActiveDays(tally, rest)).toEqual(counted)
        expect(measureStickiness(tally, rest)).toEqual(measured)
      }),
      settings,
    )
  })
})

interface Records {
  memberships: ProgrammeMembership[]
  participations: Participation[]
}

const programmes = fc.constantFrom('p', 'q')
const records: fc.Arbitrary<Records> = fc.record({
  memberships: fc.array(
    fc
      .record({ customerId: customers, programmeId: programmes, startedAt: instants, days: fc.option(fc.nat(40)) })
      .map(({ days, ...membership }) => ({
        ...membership,
        ...(days === null ? {} : { endedAt: membership.startedAt + days * 24 * hour }),
      })),
    { maxLength: 12 },
  ),
  participations: fc.array(fc.record({ customerId: customers, programmeId: programmes, at: instants }), {
    maxLength: 12,
  }),
})

describe('participation', () => {
  const options = { period, admitParticipants: true }

  itObeysTheLaws<Records>({
    records,
    ...ofLists<Records>(),
    tally: (list) => tallyParticipations(list, { asOf }),
    measure: (list) => measureParticipationRate(list, { asOf, ...options }),
    measureTally: (tally) => measureParticipationRate(tally, options),
  })

  it('is the noun of its counts, at most everybody', () => {
    fc.assert(
      fc.property(records, (list) => {
        const [cell] = countParticipations(list, { asOf, periods: [period], admitParticipants: true }).cells
        const counts = cell?.counts ?? { participants: 0, eligible: 0 }
        const { value, interval } = participationRate(counts)
        const measured = measureParticipationRate(list, { asOf, ...options })
        expect([measured.value, measured.interval]).toEqual([value, interval])
        expect(counts.participants).toBeLessThanOrEqual(counts.eligible)
      }),
      settings,
    )
  })
})

describe('a composite score', () => {
  const parts = fc
    .array(fc.record({ score: fc.option(fc.nat(100)), weight: fc.nat(50) }), { maxLength: 6 })
    .map((list) => list.map((part, index) => ({ ...part, key: `k${index}` })))
  const missing = fc.constantFrom('ignore' as const, 'neutral' as const, 'zero' as const)

  it('is the sum of its contributions, on 0..100, and does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(parts, missing, (list, rule) => {
        const score = compositeScore(list, { missing: rule, minimumCoverage: 0 })
        expect(JSON.parse(JSON.stringify(score))).toEqual(score)
        const scaled = compositeScore(
          list.map((part) => ({ ...part, weight: part.weight * 3 })),
          { missing: rule, minimumCoverage: 0 },
        )
        expect(scaled).toEqual(score)
        if (score.value === null) return
        expect(score.value).toBeGreaterThanOrEqual(0)
        expect(score.value).toBeLessThanOrEqual(100)
        expect(score.contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score.value, 9)
      }),
      settings,
    )
  })

  it('of one group is that of its parts', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const group = compositeScore([{ key: 'g', weight: 1, components: list }], { minimumCoverage: 0 })
        const own = compositeScore(list, { minimumCoverage: 0 })
        if (own.value !== null) expect(group.value).toBeCloseTo(own.value, 12)
      }),
      settings,
    )
  })
})
