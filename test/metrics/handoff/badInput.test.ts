import { describe, expect, it } from 'vitest'
import {
  assessHandoff,
  businessTimeBetween,
  type Handoff,
  type HandoffPolicy,
  measureLeadHandoffQuality,
  measureStageConversionRate,
  readClock,
} from '../../../src/index.js'

const asOf = '2025-04-01'
const lead = { id: 'L1', createdAt: '2025-03-12T08:00:00Z', fields: {} }
const handoff: Handoff = {
  id: 'H1',
  leadId: 'L1',
  fromTeam: 'marketing',
  toTeam: 'sales',
  handedAt: '2025-03-12T09:00:00Z',
}
const policy: HandoffPolicy = { calendars: { sales: null } }

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('bad input of a hand-off', () => {
  it('is an unknown stage', () => {
    const options = { asOf, timeZone: 'UTC', stages: ['new', 'won'], from: 'new', to: 'lost' }
    expect(() => measureStageConversionRate([], { ...options, windowDays: null })).toThrow(
      broken('INVALID_OPTION', 'options.to'),
    )
  })

  it('is one hand-off accepted twice', () => {
    const handoffs = ['2025-03-12T10:00:00Z', '2025-03-12T11:00:00Z'].map((at) => ({
      ...handoff,
      decision: { outcome: 'accepted' as const, at },
    }))
    expect(() => measureLeadHandoffQuality({ leads: [lead], handoffs }, { asOf, policy })).toThrow(
      broken('CONFLICTING_RECORDS', 'records.handoffs[1].id'),
    )
  })

  it('is a decision before the hand-over: no time has passed, and the clock says so', () => {
    const [startedAt, stoppedAt] = [handoff.handedAt, '2025-03-12T08:00:00Z']
    const decided = { ...handoff, decision: { outcome: 'accepted' as const, at: stoppedAt } }
    const data = { lead, handoff: decided, interactions: [], ownerChanges: [] }
    expect(assessHandoff(data, { asOf, policy }).acceptance).toMatchObject({ state: 'met', elapsed: 0 })
    const reading = readClock({ startedAt, stoppedAt }, { asOf, target: 3_600_000, calendar: null })
    expect(reading).toMatchObject({ elapsed: 0, negativeInterval: true })
  })

  it('is a zone that does not exist', () => {
    const calendars = { sales: { timeZone: 'Europe/Nowhere', week: {} } }
    expect(() =>
      measureLeadHandoffQuality({ leads: [lead], handoffs: [handoff] }, { asOf, policy: { calendars } }),
    ).toThrow(broken('INVALID_TIME_ZONE', 'policy.calendars.sales.timeZone'))
  })

  it('are windows that overlap: the time they share counts once', () => {
    const calendar = (wednesday: { open: string; close: string }[]) => ({ timeZone: 'UTC', week: { wednesday } })
    const day = { start: '2025-03-12T00:00:00Z', end: '2025-03-13T00:00:00Z' }
    const overlapping = [
      { open: '09:00', close: '13:00' },
      { open: '12:00', close: '18:00' },
    ]
    expect(businessTimeBetween(day, { calendar: calendar(overlapping) })).toBe(9 * 3_600_000)
    expect(businessTimeBetween(day, { calendar: calendar([{ open: '09:00', close: '18:00' }]) })).toBe(9 * 3_600_000)
  })
})
