import { canonicalJson } from '../../internal/canonicalJson.js'
import { assertPlain } from '../../internal/guards.js'
import type { Lead, Opportunity, OwnerChange } from '../../records/model.js'
import { type Content, createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { assertId } from '../internal/assertId.js'
import { decodeChange } from './decodeHandoff.js'
import { isHumanTouch } from './isHumanTouch.js'
import type { HandoffRecords } from './models/figures.js'
import type { DecodedChange } from './reassignmentsOf.js'

/** A deal that is closed. */
export interface ClosedDeal {
  won: boolean
  closedAt: number
}

/** What is known of one lead. */
export interface LeadFile {
  lead: Lead
  path: string
  createdAt: number
  convertedAt: number | undefined
  touches: number[]
  changes: DecodedChange[]
  deals: ClosedDeal[]
}

/** Which records count, and what becomes of the others. */
export interface Admission {
  asOf: number
  /** Whether a record is new and known; one that is not is counted as left out. */
  isKnown: IsKnown
  leaveOut: (reason: string, at: number) => void
}

/** Reads an instant. */
export type ReadAt = (value: unknown, path: () => string) => number
type IsKnown = (isNew: boolean, at: number) => boolean

/** Puts what is known of every lead together: contacts, changes of hands and closed deals, by the id of the lead. */
export function readLeadFiles(records: HandoffRecords, read: ReadAt, admission: Admission): Map<string, LeadFile> {
  const { isKnown } = admission
  const files = readLeads(records.leads, read, isKnown)
  readTouches(records, files, read, isKnown)
  readChanges(records.ownerChanges ?? [], files, read, isKnown)
  readDeals(records.opportunities ?? [], files, read, admission)
  return files
}

function readLeads(leads: Iterable<Lead>, read: ReadAt, isKnown: IsKnown): Map<string, LeadFile> {
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

function readTouches(records: HandoffRecords, files: Map<string, LeadFile>, read: ReadAt, isKnown: IsKnown): void {
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

function readChanges(
  changes: Iterable<OwnerChange>,
  files: Map<string, LeadFile>,
  read: ReadAt,
  isKnown: IsKnown,
): void {
  forEachRecord(changes, 'records.ownerChanges', (change, index) => {
    const decoded = decodeChange(change, read, `records.ownerChanges[${index}]`)
    if (isKnown(true, decoded.at)) files.get(change.leadId)?.changes.push(decoded)
  })
}

function readDeals(
  opportunities: Iterable<Opportunity>,
  files: Map<string, LeadFile>,
  read: ReadAt,
  { isKnown, leaveOut, asOf }: Admission,
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
