import { readInstant } from '../calendar/readInstant.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Instant } from '../measurement.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import { createSegmentReader } from './createSegmentReader.js'
import type { Handoff, HandoffDecision } from './models/handoff.js'
import type { Lead } from './models/sales.js'

/** Options of {@link handoffsFromLeads}. */
export interface HandoffsFromLeadsOptions {
  /** Team that gives the leads. */
  readonly fromTeam: string
  /** Team that gets them. */
  readonly toTeam: string
  /** Field of the lead (its own, else of `extra`), or a function of it, that names another team; blank is `toTeam`. */
  readonly toTeamOf?: string | ((lead: Lead) => string | undefined) | undefined
}

/**
 * The hand-overs that the leads themselves tell: one per lead with `assignedAt`, with the decision of its owner.
 *
 * The decision is `accepted` at `acceptedAt` or `rejected` at `rejectedAt`, the later of the two, rejected at a tie; one
 * before `assignedAt` belongs to an earlier assignment and is left out. A lead without `assignedAt` has no hand-over:
 * nobody knows when it was handed.
 *
 * @param leads Leads in any order.
 * @param options The teams.
 * @returns Hand-overs in the order of the leads, with the lead's id; instants as given, a Date as ISO text.
 * @throws {@link RetentionOkrError} INVALID_OPTION when a team is blank or missing, INVALID_INPUT when `leads` is not
 * iterable, INVALID_INSTANT when an instant of a lead is none.
 * @example
 * ```ts
 * import { handoffsFromLeads } from 'retention-okr/records'
 *
 * const lead = { id: 'l1', createdAt: '2026-01-05T08:00:00Z', assignedAt: '2026-01-05T09:00:00Z', fields: {} }
 * const accepted = { ...lead, acceptedAt: '2026-01-05T09:20:00Z' }
 * const handoffs = handoffsFromLeads([accepted], { fromTeam: 'marketing', toTeam: 'sales' })
 * handoffs[0]?.decision // => { outcome: 'accepted', at: '2026-01-05T09:20:00Z' }
 * ```
 * @since 0.1.0
 */
export function handoffsFromLeads(leads: Iterable<Lead>, options: HandoffsFromLeadsOptions): Handoff[] {
  assertKnownOptions(options, ['fromTeam', 'toTeam', 'toTeamOf'])
  const fromTeam = readTeam(options.fromTeam, 'options.fromTeam')
  const toTeam = readTeam(options.toTeam, 'options.toTeam')
  const teamOf = createTeamReader(options.toTeamOf)
  const handoffs: Handoff[] = []
  forEachRecord(leads, 'leads', (lead, index) => {
    const path = `leads[${index}]`
    if (lead.assignedAt === undefined) return
    const handed = readInstant(lead.assignedAt, 'UTC', `${path}.assignedAt`)
    const decision = decisionOf(lead, handed, path)
    const { ownerId } = lead
    handoffs.push({
      id: lead.id,
      leadId: lead.id,
      fromTeam,
      toTeam: teamOf(lead) || toTeam,
      handedAt: plainInstant(lead.assignedAt),
      ...(ownerId === undefined || ownerId === null ? {} : { assignedTo: ownerId }),
      ...(decision === undefined ? {} : { decision }),
    })
  })
  return handoffs
}

function readTeam(team: unknown, path: string): string {
  if (typeof team !== 'string' || team.trim() === '') fail('INVALID_OPTION', path, 'must name a team', team)
  return team
}

function createTeamReader(toTeamOf: HandoffsFromLeadsOptions['toTeamOf']): (lead: Lead) => string {
  if (toTeamOf === undefined) return () => ''
  const isName = typeof toTeamOf === 'string' && toTeamOf.trim() !== ''
  if (!isName && typeof toTeamOf !== 'function') {
    fail('INVALID_OPTION', 'options.toTeamOf', 'must be a field name or a function', toTeamOf)
  }
  const read = createSegmentReader<Lead>(toTeamOf)
  return (lead) => read(lead) ?? ''
}

/** The later decision that is not older than the assignment. */
function decisionOf(lead: Lead, handed: number, path: string): HandoffDecision | undefined {
  const accepted = instantOf(lead.acceptedAt, `${path}.acceptedAt`)
  const rejected = instantOf(lead.rejectedAt, `${path}.rejectedAt`)
  const isRejected = rejected >= handed && !(accepted > rejected)
  if (isRejected) return { outcome: 'rejected', at: plainInstant(lead.rejectedAt as Instant) }
  return accepted >= handed ? { outcome: 'accepted', at: plainInstant(lead.acceptedAt as Instant) } : undefined
}

/** Epoch milliseconds; NaN, which no comparison holds for, without an instant. */
function instantOf(value: Instant | undefined, path: string): number {
  return value === undefined ? Number.NaN : readInstant(value, 'UTC', path)
}

function plainInstant(value: Instant): string | number {
  return value instanceof Date ? value.toISOString() : value
}
