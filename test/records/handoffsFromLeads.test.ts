import { describe, expect, it } from 'vitest'
import { handoffsFromLeads, type Lead } from '../../src/records/index.js'

const teams = { fromTeam: 'marketing', toTeam: 'sales' }
const lead: Lead = { id: 'l1', createdAt: '2026-01-05T08:00:00Z', assignedAt: '2026-01-05T09:00:00Z', fields: {} }

function decision(members: Partial<Lead>): unknown {
  return handoffsFromLeads([{ ...lead, ...members }], teams)[0]?.decision
}

describe('handoffsFromLeads', () => {
  it('takes the later decision, rejected at a tie, none before the assignment', () => {
    const [before, at, after] = ['2026-01-05T08:59:00Z', '2026-01-05T09:00:00Z', '2026-01-05T09:01:00Z']
    expect(decision({ acceptedAt: at })).toEqual({ outcome: 'accepted', at })
    expect(decision({ acceptedAt: after, rejectedAt: at })).toEqual({ outcome: 'accepted', at: after })
    expect(decision({ acceptedAt: at, rejectedAt: after })).toEqual({ outcome: 'rejected', at: after })
    expect(decision({ acceptedAt: after, rejectedAt: after })).toEqual({ outcome: 'rejected', at: after })
    expect(decision({ acceptedAt: after, rejectedAt: before })).toEqual({ outcome: 'accepted', at: after })
    expect(decision({ acceptedAt: before, rejectedAt: before })).toBeUndefined()
    expect(decision({})).toBeUndefined()
  })

  it('writes dates as text and asks for the team', () => {
    const [handoff] = handoffsFromLeads([{ ...lead, assignedAt: new Date(0) }], {
      ...teams,
      toTeamOf: ({ id }) => (id === 'l1' ? ' partners ' : ''),
    })
    expect(handoff).toEqual({
      id: 'l1',
      leadId: 'l1',
      fromTeam: 'marketing',
      toTeam: 'partners',
      handedAt: '1970-01-01T00:00:00.000Z',
    })
    expect(handoffsFromLeads([lead], { ...teams, toTeamOf: 'desk' })[0]?.toTeam).toBe('sales')
  })

  it.each<[unknown, unknown, string, string]>([
    [[], { ...teams, toTeam: ' ' }, 'INVALID_OPTION', 'options.toTeam'],
    [[], { ...teams, fromTeam: 1 }, 'INVALID_OPTION', 'options.fromTeam'],
    [[], { ...teams, toTeamOf: ' ' }, 'INVALID_OPTION', 'options.toTeamOf'],
    [[], { ...teams, team: 'x' }, 'INVALID_OPTION', 'options'],
    [7, teams, 'INVALID_INPUT', 'leads'],
    [[{ ...lead, assignedAt: 'soon' }], teams, 'INVALID_INSTANT', 'leads[0].assignedAt'],
    [[{ ...lead, rejectedAt: 'soon' }], teams, 'INVALID_INSTANT', 'leads[0].rejectedAt'],
  ])('refuses %j with %j', (leads, options, code, path) => {
    expect(() => handoffsFromLeads(leads as Lead[], options as typeof teams)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
