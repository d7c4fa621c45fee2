import { addLocalDays } from '../../calendar/addLocalDays.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { canonicalJson } from '../../internal/canonicalJson.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { assertPlain } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Handoff, Interaction, Lead, Opportunity } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { DuplicateRule } from '../../tally/model.js'
import { decodeHandoff } from '../handoff/decodeHandoff.js'
import { type CreatedLead, duplicatesOf } from '../handoff/duplicatesOf.js'
import { defaultMissingTokens } from '../handoff/fieldValues.js'
import { assertId } from '../internal/assertId.js'
import { decodeTouch } from './decodeTouch.js'
import { prospectState, type SilenceLimits, type Touch } from './prospectState.js'
import { readDeals } from './readDeals.js'

/** Records of handed prospects. */
export interface ProspectRecords {
  /** The hand-overs; the first of a lead counts. */
  readonly handoffs: Iterable<Handoff>
  /** Contacts with the leads. */
  readonly interactions: Iterable<Interaction>
  /** Deals of the leads; default none. */
  readonly opportunities?: Iterable<Opportunity> | undefined
  /** The leads, to find duplicates; default none are looked for. */
  readonly leads?: Iterable<Lead> | undefined
}

/** How prospects are read. */
export interface ProspectContext {
  asOf: number
  timeZone: string
  cohortAgeDays: number
  limits: SilenceLimits
  segmentBy: TallyOptions<Handoff>['segmentBy']
  exclusions: Exclusions
  /** Who answers for ids that come twice; default the check. */
  duplicates?: DuplicateRule | undefined
}

/** One handed prospect at the fixed age. */
export interface ReadProspect {
  handedAt: number
  segment: string | undefined
  /** Not that old yet, silent, assessed otherwise, or left out and counted. */
  state: 'pending' | 'silent' | 'assessed' | 'excluded'
}

type Read = (value: unknown, path: () => string) => number

interface FirstHandoff {
  id: string
  leadId: string
  handedAt: number
  segment: string | undefined
  /** When it was rejected or recycled. */
  returnedAt: number | undefined
}

/** Reads the first hand-off of every lead and its state at the fixed age. */
export function readProspects(records: ProspectRecords, context: ProspectContext): ReadProspect[] {
  assertPlain(records, 'records')
  const { asOf, timeZone, cohortAgeDays, limits, exclusions } = context
  const read = createInstantReader(timeZone)
  const handoffs = readFirstHandoffs(records.handoffs, read, context)
  const touches = readTouches(records.interactions, read, context)
  const duplicates = readDuplicates(records.leads ?? [], read, context)
  const closings = readClosings(records.opportunities ?? [], context)
  return handoffs.map(({ leadId, handedAt, segment, returnedAt }) => {
    const at = addLocalDays(handedAt, cohortAgeDays, timeZone)
    if (at > asOf) return { handedAt, segment, state: 'pending' }
    const closedAt = closings.get(leadId)
    const prospect = { handedAt, touches: touches.get(leadId) ?? [], closedAt, isReachable: true }
    const { state } = prospectState(prospect, at, limits)
    const isReturned = returnedAt !== undefined && returnedAt <= at
    const reason = reasonOf(duplicates.has(leadId), isReturned, state)
    if (reason === undefined) return { handedAt, segment, state: state === 'silent' ? 'silent' : 'assessed' }
    exclusions.add(reason)
    return { handedAt, segment, state: 'excluded' }
  })
}

/** Why a prospect has no part in the rate: the first that applies. */
function reasonOf(isDuplicate: boolean, isReturned: boolean, state: string): string | undefined {
  if (isDuplicate) return 'duplicate'
  if (isReturned || state === 'closed') return 'not_open'
  return state === 'untouched' || state === 'unreachable' ? state : undefined
}

function readFirstHandoffs(handoffs: Iterable<Handoff>, read: Read, context: ProspectContext): FirstHandoff[] {
  const { asOf, segmentBy, exclusions } = context
  const isNew = createIdCheck('records.handoffs', context.duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const first = new Map<string, FirstHandoff>()
  forEachRecord(handoffs, 'records.handoffs', (handoff, index) => {
    const path = `records.handoffs[${index}]`
    const { id, leadId } = handoff
    assertId(id, `${path}.id`)
    assertId(leadId, `${path}.leadId`)
    const { handedAt, decision } = decodeHandoff(handoff, read, path)
    const segment = segmentOf(handoff)
    const content = [leadId, handedAt, decision?.outcome, decision?.at, segment]
    if (!isNew(id, content, index)) return exclusions.add('duplicate')
    if (handedAt > asOf) return exclusions.add('future')
    const before = first.get(leadId)
    if (before !== undefined && (before.handedAt - handedAt || compareCodeUnits(before.id, id)) < 0) return
    const isReturn = decision?.outcome === 'rejected' || decision?.outcome === 'recycled'
    first.set(leadId, { id, leadId, handedAt, segment, returnedAt: isReturn ? decision.at : undefined })
  })
  return [...first.values()]
}

function readTouches(
  interactions: Iterable<Interaction>,
  read: Read,
  { asOf, exclusions, duplicates }: ProspectContext,
): Map<string, Touch[]> {
  const isNew = createIdCheck('records.interactions', duplicates)
  const touches = new Map<string, Touch[]>()
  forEachRecord(interactions, 'records.interactions', (interaction, index) => {
    const touch = decodeTouch(interaction, read, `records.interactions[${index}]`)
    const { id, leadId } = interaction
    const content = [leadId, touch.at, touch.direction, touch.isAutomated, touch.bounced]
    // Without an id every record is a contact of its own.
    if (id !== undefined && !isNew(id, content, index)) return exclusions.add('duplicate')
    if (touch.at > asOf) return exclusions.add('future')
    if (leadId === undefined) return
    const own = touches.get(leadId)
    if (own === undefined) touches.set(leadId, [touch])
    else own.push(touch)
  })
  return touches
}

/** Leads that repeat an earlier one, by e-mail or phone. */
function readDuplicates(
  leads: Iterable<Lead>,
  read: Read,
  { asOf, exclusions, duplicates }: ProspectContext,
): ReadonlySet<string> {
  const isNew = createIdCheck('records.leads', duplicates)
  const created: CreatedLead[] = []
  forEachRecord(leads, 'records.leads', (lead, index) => {
    const path = `records.leads[${index}]`
    assertId(lead.id, `${path}.id`)
    const createdAt = read(lead.createdAt, () => `${path}.createdAt`)
    assertPlain(lead.fields, `${path}.fields`)
    if (!isNew(lead.id, [createdAt, canonicalJson(lead.fields)], index)) return exclusions.add('duplicate')
    if (createdAt > asOf) return exclusions.add('future')
    created.push({ id: lead.id, createdAt, fields: lead.fields })
  })
  created.sort((a, b) => a.createdAt - b.createdAt || compareCodeUnits(a.id, b.id))
  const rules = { keys: ['email', 'phone'], maximumKeyHits: 20, missingTokens: defaultMissingTokens, path: 'options' }
  return new Set(duplicatesOf(created, rules).map(({ leadId }) => leadId))
}

/** The first closing of a deal of every lead. */
function readClosings(opportunities: Iterable<Opportunity>, context: ProspectContext): Map<string, number> {
  const { asOf, timeZone, exclusions, duplicates } = context
  const name = 'records.opportunities'
  const closings = new Map<string, number>()
  for (const { leadId, closedAt } of readDeals(opportunities, {
    asOf,
    timeZone,
    exclusions,
    duplicates,
    name,
    isInside: () => true,
  })) {
    if (leadId === undefined || closedAt === undefined) continue
    closings.set(leadId, Math.min(closedAt, closings.get(leadId) ?? closedAt))
  }
  return closings
}
