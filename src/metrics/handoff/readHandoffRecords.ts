import { createInstantReader } from '../../calendar/createInstantReader.js'
import { canonicalJson } from '../../internal/canonicalJson.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { assertPlain } from '../../internal/guards.js'
import type { Handoff } from '../../records/model.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { assertId } from '../internal/assertId.js'
import type { DecodedHandoff } from './assessRead.js'
import { decodeHandoff } from './decodeHandoff.js'
import { duplicateLeads } from './duplicateLeads.js'
import type { HandoffRecords } from './models/figures.js'
import { type Admission, type ClosedDeal, type LeadFile, type ReadAt, readLeadFiles } from './readLeadFiles.js'

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
  const read = createInstantReader(context.timeZone)
  const admission = admissionOf(context)
  const files = readLeadFiles(records, read, admission)
  const duplicates = duplicateLeads(records.duplicates, files, context.missingTokens)
  const byLead = readHandoffs(records.handoffs, files, read, admission)
  return [...byLead].flatMap(([leadId, events]) => {
    const file = files.get(leadId)
    if (file === undefined) return []
    const sorted = events.sort(
      (a, b) => a.decoded.handedAt - b.decoded.handedAt || compareCodeUnits(a.handoff.id, b.handoff.id),
    )
    return sorted.map((event, index) =>
      placeHandoff(event, file, sorted[index + 1]?.decoded.handedAt, duplicates.has(leadId)),
    )
  })
}

function admissionOf({ asOf, exclusions, isInside }: HandoffContext): Admission {
  const leaveOut = (reason: string, at: number): void => {
    if (isInside(at)) exclusions.add(reason)
  }
  return {
    asOf,
    leaveOut,
    isKnown: (isNew, at) => {
      if (isNew && at <= asOf) return true
      leaveOut(isNew ? 'future' : 'duplicate', at)
      return false
    },
  }
}

interface ReadHandoff {
  handoff: Handoff
  decoded: ReturnType<typeof decodeHandoff>
}

/** The hand-offs of known leads, by lead. */
function readHandoffs(
  handoffs: HandoffRecords['handoffs'],
  files: ReadonlyMap<string, LeadFile>,
  read: ReadAt,
  { isKnown, leaveOut }: Admission,
): Map<string, ReadHandoff[]> {
  const byLead = new Map<string, ReadHandoff[]>()
  const isNew = createIdCheck('records.handoffs')
  forEachRecord(handoffs, 'records.handoffs', (handoff, index) => {
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
  return byLead
}

function placeHandoff(
  { handoff, decoded }: ReadHandoff,
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
