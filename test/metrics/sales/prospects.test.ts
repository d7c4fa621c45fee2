import { describe, expect, it } from 'vitest'
import {
  classifyProspect,
  countProspects,
  type Handoff,
  type Interaction,
  measureSilentProspectRate,
  mergeTallies,
  silentProspectRate,
} from '../../../src/index.js'

const day = 86_400_000
const handedAt = Date.UTC(2025, 0, 5)
const later = (days: number): number => handedAt + days * day
const out = (days: number, more: Partial<Interaction> = {}): Interaction => ({
  leadId: 'L1',
  at: later(days),
  direction: 'out',
  channel: 'call',
  ...more,
})
const three = [out(0), out(4), out(9)]

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('classifyProspect', () => {
  const stateOf = (interactions: Interaction[], days: number, more: object = {}) =>
    classifyProspect({ handedAt, interactions, ...more }, { asOf: later(days) }).state

  it.each([
    ['silent at exactly fourteen days', three, 14, 'silent'],
    ['active one millisecond before', three, 14 - 1 / day, 'active'],
    ['silent at exactly three days of grace', [out(0), out(4), out(11)], 14, 'silent'],
    ['active with a last attempt just now', [out(0), out(4), out(11 + 1 / day)], 14, 'active'],
    ['underworked after fourteen days with two', three.slice(0, 2), 14, 'underworked'],
    ['active before that', three.slice(0, 2), 13, 'active'],
    ['untouched by machines alone', [out(1, { isAutomated: true })], 20, 'untouched'],
    ['untouched by what came before the hand-over', [out(-1)], 20, 'untouched'],
    ['unreachable when all bounced', [out(1, { bounced: true })], 20, 'unreachable'],
    ['underworked when some bounced', [out(1, { bounced: true }), out(2)], 20, 'underworked'],
    ['not answered by a machine', [...three, out(10, { direction: 'in', isAutomated: true })], 14, 'silent'],
    ['answered by a person', [...three, out(10, { direction: 'in' })], 14, 'active'],
    ['silent again after an answer', [out(0, { direction: 'in' }), out(1), out(5), out(10)], 15, 'silent'],
    ['counted from an answer', [out(0, { direction: 'in' }), ...three], 14, 'underworked'],
  ])('is %s', (_name, interactions, days, expected) => {
    expect(stateOf(interactions, days)).toBe(expected)
  })

  it('is closed from the closing on', () => {
    expect([stateOf([], 4, { closedAt: later(5) }), stateOf([], 5, { closedAt: later(5) })]).toEqual([
      'untouched',
      'closed',
    ])
  })

  it('counts nothing without attempts', () => {
    const { outbound, daysSinceFirst, daysSinceLast } = classifyProspect(
      { handedAt, interactions: [] },
      { asOf: later(1) },
    )
    expect({ outbound, daysSinceFirst, daysSinceLast }).toEqual({
      outbound: 0,
      daysSinceFirst: null,
      daysSinceLast: null,
    })
  })

  it('knows nothing later', () => {
    const known = classifyProspect({ handedAt, interactions: three }, { asOf: later(5) })
    expect(known).toMatchObject({ outbound: 2, daysSinceFirst: 5, daysSinceLast: 1 })
  })

  it.each([
    [{ handedAt: '2025-01-05T00:00' }, {}, 'INVALID_INSTANT', 'prospect.handedAt'],
    [
      { interactions: [out(0, { direction: 'up' as never })] },
      {},
      'INVALID_INPUT',
      'prospect.interactions[0].direction',
    ],
    [{}, { minimumOutbound: 0 }, 'INVALID_OPTION', 'options.minimumOutbound'],
    [{}, { graceDays: -1 }, 'INVALID_OPTION', 'options.graceDays'],
    [{}, { asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
  ])('refuses %o with %o', (change, options, code, path) => {
    expect(() =>
      classifyProspect({ handedAt, interactions: [], ...change }, { asOf: later(1), ...options } as never),
    ).toThrow(broken(code, path))
  })
})

const handoff: Handoff = { id: 'H1', leadId: 'L1', fromTeam: 'marketing', toTeam: 'sales', handedAt }
const asOf = '2025-04-01'

describe('measureSilentProspectRate', () => {
  const measure = (records: object, options: object = {}) =>
    measureSilentProspectRate({ handoffs: [handoff], interactions: three, ...records }, { asOf, ...options })

  it('judges at the fixed age, not later', () => {
    const answer = (days: number) => ({ interactions: [...three, out(days, { direction: 'in' })] })
    expect([measure(answer(30)).value, measure(answer(30 + 1 / day)).value]).toEqual([0, 1])
  })

  it('is pending until the age is reached', () => {
    expect(measure({}, { asOf: later(30) - 1 })).toMatchObject({ value: null, reason: 'not_mature', pending: 1 })
    expect(measure({}, { asOf: later(30) })).toMatchObject({ value: 1, pending: 0 })
  })

  it('keeps the wall time over a change of the clocks', () => {
    const handoffs = [{ ...handoff, handedAt: '2025-03-10T09:00:00Z' }]
    const options = { timeZone: 'Europe/Madrid', cohortAgeDays: 30 }
    expect(measure({ handoffs }, { ...options, asOf: '2025-04-09T07:59:59Z' }).pending).toBe(1)
    expect(measure({ handoffs }, { ...options, asOf: '2025-04-09T08:00:00Z' }).pending).toBe(0)
  })

  it('takes the first hand-off of a lead, by id at one instant', () => {
    const second = {
      ...handoff,
      id: 'H2',
      handedAt: later(40),
      decision: { outcome: 'rejected', at: later(41) } as const,
    }
    expect(measure({ handoffs: [second, handoff] })).toMatchObject({ denominator: 1, cohorts: [{ cohort: '2025-01' }] })
    const same = { ...handoff, id: 'H0', decision: { outcome: 'recycled', at: later(1) } as const }
    expect(measure({ handoffs: [handoff, same] }).excluded).toEqual({ not_open: 1 })
  })

  it('leaves out what was returned by then, not what was returned later', () => {
    const returned = (days: number) => ({
      handoffs: [{ ...handoff, decision: { outcome: 'rejected', at: later(days) } }],
    })
    expect([measure(returned(30)).denominator, measure(returned(31)).denominator]).toEqual([0, 1])
  })

  it('leaves out what was closed by then', () => {
    const closed = (days: number) => ({
      opportunities: [{ id: 'O', leadId: 'L1', createdAt: handedAt, status: 'lost', closedAt: later(days) }],
    })
    expect([measure(closed(30)).excluded, measure(closed(31)).excluded]).toEqual([{ not_open: 1 }, undefined])
  })

  it('counts a record given twice once, and one id of two contents never', () => {
    expect(measure({ handoffs: [handoff, handoff] })).toMatchObject({ denominator: 1, excluded: { duplicate: 1 } })
    const touch = { ...out(1), id: 'T' }
    expect(() => measure({ interactions: [touch, { ...touch, bounced: true }] })).toThrow(
      broken('CONFLICTING_RECORDS', 'records.interactions[1].id'),
    )
    expect(() => measure({ handoffs: [handoff, { ...handoff, leadId: 'L2' }] })).toThrow(
      broken('CONFLICTING_RECORDS', 'records.handoffs[1].id'),
    )
  })

  it('says what it was measured by', () => {
    expect(measure({}, { graceDays: 0 }).definition).toEqual({
      asOf: '2025-04-01T00:00:00.000Z',
      timeZone: 'UTC',
      cohortAgeDays: 30,
      minimumOutbound: 3,
      minimumDays: 14,
      graceDays: 0,
      caveats: [],
    })
  })

  it('refuses more silent than assessed', () => {
    expect(() => silentProspectRate({ silent: 2, assessed: 1 })).toThrow(broken('COUNT_EXCEEDS_BASE', 'counts.silent'))
  })
})

describe('countProspects', () => {
  const periods = [{ start: '2025-01-01', end: '2025-02-01' }]

  it('merges declared parts of whole leads only', () => {
    const count = (leadId: string, part?: string) =>
      countProspects(
        { handoffs: [{ ...handoff, id: leadId, leadId }], interactions: three },
        { asOf, periods, ...(part === undefined ? {} : { partition: { name: 'leads', part } }) },
      )
    expect(mergeTallies(count('L1', 'a'), count('L2', 'b')).cells[0]?.counts).toEqual({
      silent: 1,
      assessed: 1,
      pending: 0,
    })
    expect(() => mergeTallies(count('L1'), count('L2'))).toThrow(broken('TALLY_NOT_MERGEABLE', 'partition'))
  })

  it('gives the counts of the rate', () => {
    const records = { handoffs: [handoff], interactions: three }
    const [cell] = countProspects(records, { asOf, periods }).cells
    expect(silentProspectRate(cell?.counts as never).value).toBe(measureSilentProspectRate(records, { asOf }).value)
  })
})
