import { createInstantReader } from '../../calendar/createInstantReader.js'
import { canonicalJson } from '../../internal/canonicalJson.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import type { Handoff, Lead, Opportunity } from '../../records/model.js'
import { type Content, createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { DecodedHandoff } from './assessRead.js'
import { decodeChange, decodeHandoff } from './decodeHandoff.js'
import { duplicatesOf } from './duplicatesOf.js'
import { isHumanTouch } from './isHumanTouch.js'
import type { HandoffRecords } from './models/figures.js'
import type { DecodedChange } from './reassignmentsOf.js'

/** A deal that is closed. */
interface ClosedDeal {
  won: boolean
  closedAt: number
}

/** A hand-off of a known lead, decoded, with what its counts need besides. */
export interface PlacedHandoff extends DecodedHandoff {
  fromTeam: string
  source: string
  /** Whether no later hand-off of the lead is known. */
  isLast: boolean
  /** Owner as the lead says: null nobody, undefined not known. */
  leadOwner: string | null | undefined
  convertedAt: number | undefined
  deals: readonly ClosedDeal[]
}

/** What is known of one lead. */
interface LeadFile {
  lead: Lead
  path: string
  createdAt: number
  convertedAt: number | undefined
  touches: number[]
  changes: DecodedChange[]
  deals: ClosedDeal[]
}

/** How the records are read. */
export interface HandoffContext {
  asOf: number
  timeZone: string
  missingTokens: readonly string[]
  exclusions: Exclusions
  /** Whether a record left out is counted, by the instant that places it. */
  isInside: (at: number) => boolean
}

/** Reads every record once and puts those of a lead together: its hand-offs in order of time. */
export function readHandoffRecords(records: HandoffRecords, context: HandoffContext): PlacedHandoff[] {
  assertPlain(records, 'records')
  const { asOf, exclusions, isInside } = context
  const read = createInstantReader(context.timeZone)
  const leaveOut = (reason: string, at: number): void => {
    if (isInside(at)) exclusions.add(reason)
  }
  /** Whether a record is new and known; one that is not is counted. */
  const isKnown = (isNew: boolean, at: number): boolean => {
    if (isNew && at <= asOf) return true
    leaveOut(isNew ? 'future' : 'duplicate', at)
    return false
  }

  const files = readLeads(records.leads, read, isKnown)
  readTouches(records, files, read, isKnown)
  forEachRecord(records.ownerChanges ?? [], 'records.ownerChanges', (change, index) => {
    const decoded = decodeChange(change, read, `records.ownerChanges[${index}]`)
    if (isKnown(true, decoded.at)) files.get(change.leadId)?.changes.push(decoded)
  })
  readDeals(records.opportunities ?? [], files, read, { isKnown, leaveOut, asOf })
  const duplicates = readDuplicates(records.duplicates, files, context.missingTokens)

  const byLead = new Map<string, { handoff: Handoff; decoded: ReturnType<typeof decodeHandoff> }[]>()
  const isNew = createIdCheck('records.handoffs')
  forEachRecord(records.handoffs, 'records.handoffs', (handoff, index) => {
    const path = `records.handoffs[${index}]`
    assertId(handoff.id, `${path}.id`)
    const decoded = decodeHandoff(handoff, read, path)
    const { decision, ...rest } = decoded
    const content = [canonicalJson({ ...handoff, ...rest, decision })]
    if (!isKnown(isNew(handoff.id, content, index), decoded.handedAt)) return
    if (!files.has(handoff.leadId)) return leaveOut('unknown_lead', decoded.handedAt)
    const events = byLead.get(handoff.leadId)
    if (events === undefined) byLead.set(handoff.leadId, [{ handoff, decoded }])
    else events.push({ handoff, decoded })
  })
  return [...byLead].flatMap(([leadId, events]) => {
    const file = files.get(leadId)
    if (file === undefined) return []
    const sorted = events.sort(
      (a, b) => a.decoded.handedAt - b.decoded.handedAt || compareCodeUnits(a.handoff.id, b.handoff.id),
    )
    return sorted.map(({ handoff, decoded }, index) =>
      placeHandoff(handoff, decoded, file, sorted[index + 1]?.decoded.handedAt, duplicates.has(leadId)),
    )
  })
}

type Read = (value: unknown, path: () => string) => number
type IsKnown = (isNew: boolean, at: number) => boolean

function placeHandoff(
  handoff: Handoff,
  decoded: ReturnType<typeof decodeHandoff>,
  { lead, path, touches, changes, deals, convertedAt }: LeadFile,
  nextAt: number | undefined,
  isDuplicate: boolean,
): PlacedHandoff {
  return {
    ...decoded,
    fields: lead.fields,
    classification: lead.classification,
    leadPath: path,
    optedOut: lead.optedOut === true,
    touches,
    changes,
    nextAt,
    isDuplicate,
    fromTeam: handoff.fromTeam,
    source: lead.source ?? '',
    isLast: nextAt === undefined,
    leadOwner: lead.ownerId,
    convertedAt,
    deals,
  }
}

function readLeads(leads: Iterable<Lead>, read: Read, isKnown: IsKnown): Map<string, LeadFile> {
  const files = new Map<string, LeadFile>()
  const isNew = createIdCheck('records.leads')
  forEachRecord(leads, 'records.leads', (lead, index) => {
    const path = `records.leads[${index}]`
    assertId(lead.id, `${path}.id`)
    const createdAt = read(lead.createdAt, () => `${path}.createdAt`)
    assertPlain(lead.fields, `${path}.fields`)
    const convertedAt = lead.convertedAt === undefined ? undefined : read(lead.convertedAt, () => `${path}.convertedAt`)
    const content: Content = [createdAt, convertedAt, canonicalJson({ ...lead, createdAt: 0, convertedAt: 0 })]
    if (!isKnown(isNew(lead.id, content, index), createdAt)) return
    files.set(lead.id, { lead, path, createdAt, convertedAt, touches: [], changes: [], deals: [] })
  })
  return files
}

function readTouches(records: HandoffRecords, files: Map<string, LeadFile>, read: Read, isKnown: IsKnown): void {
  const isNew = createIdCheck('records.interactions')
  forEachRecord(records.interactions ?? [], 'records.interactions', (interaction, index) => {
    const at = read(interaction.at, () => `records.interactions[${index}].at`)
    const { id, leadId } = interaction
    // Without an id every record is a contact of its own.
    const isFirst = id === undefined || isNew(id, [at, canonicalJson({ ...interaction, at: 0 })], index)
    if (!isKnown(isFirst, at) || leadId === undefined || !isHumanTouch(interaction)) return
    files.get(leadId)?.touches.push(at)
  })
}

function readDeals(
  opportunities: Iterable<Opportunity>,
  files: Map<string, LeadFile>,
  read: Read,
  { isKnown, leaveOut, asOf }: { isKnown: IsKnown; leaveOut: (reason: string, at: number) => void; asOf: number },
): void {
  const isNew = createIdCheck('records.opportunities')
  forEachRecord(opportunities, 'records.opportunities', (deal, index) => {
    const path = `records.opportunities[${index}]`
    assertId(deal.id, `${path}.id`)
    const createdAt = read(deal.createdAt, () => `${path}.createdAt`)
    const closedAt = deal.closedAt === undefined ? undefined : read(deal.closedAt, () => `${path}.closedAt`)
    const content: Content = [createdAt, closedAt, canonicalJson({ ...deal, createdAt: 0, closedAt: 0 })]
    if (!isKnown(isNew(deal.id, content, index), createdAt) || deal.status === 'open') return
    if (closedAt === undefined) return leaveOut('missing_close_date', createdAt)
    if (closedAt <= asOf && deal.leadId !== undefined) {
      files.get(deal.leadId)?.deals.push({ won: deal.status === 'won', closedAt })
    }
  })
}

/** Ids of the leads that repeat an earlier one: given, or found among the leads that are known. */
function readDuplicates(
  given: HandoffRecords['duplicates'],
  files: Map<string, LeadFile>,
  missingTokens: readonly string[],
): ReadonlySet<string> {
  const ids = new Set<string>()
  if (given !== undefined) {
    forEachRecord(given, 'records.duplicates', ({ leadId }, index) => {
      assertId(leadId, `records.duplicates[${index}].leadId`)
      ids.add(leadId)
    })
    return ids
  }
  const created = [...files.values()]
    .map(({ lead, createdAt }) => ({ id: lead.id, createdAt, fields: lead.fields }))
    .sort((a, b) => a.createdAt - b.createdAt || compareCodeUnits(a.id, b.id))
  const rules = { keys: ['email', 'phone'], maximumKeyHits: 20, missingTokens, path: 'policy' }
  for (const { leadId } of duplicatesOf(created, rules)) ids.add(leadId)
  return ids
}

function assertId(id: unknown, path: string): void {
  if (typeof id !== 'string') fail('INVALID_INPUT', path, 'must be text', id)
}
