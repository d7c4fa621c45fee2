import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import type { Feed } from '../../tally/readSource.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'

/** One complaint, under its customer as key. */
export interface ComplaintRow extends KeyedRow {
  row: { id: string; at: number; category?: string | undefined; segment?: string | undefined }
}

/** Tickets whose customers matter: columns hold none. */
export const complaintSource = { name: 'tickets' } as const

/** How the complaints among tickets are read. */
export function complaintRules(
  source: object,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): RecordRules<Ticket, ComplaintRow, object> {
  return recordRules<Ticket, ComplaintRow, object>(source, complaintSource, {
    kind: 'complaints',
    given: {},
    defaults: {},
    feed: (context) => complaintFeed(segmentBy, context),
    rowsOf: rowsOfTally<ComplaintRow>,
  })
}

/** Tickets that were no work of their own. */
const unread = ['merged', 'deleted', 'spam']

/** Tickets that are no complaints are none of its business: they are not left out, they are not looked at. */
function complaintFeed(
  segmentBy: TallyOptions<Ticket>['segmentBy'],
  { asOf, timeZone, duplicates, exclusions, isInside }: ReadContext<object>,
): Feed<Ticket, ComplaintRow[]> {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('tickets', duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: ComplaintRow[] = []
  const add = (ticket: Ticket, index: number) => {
    const path = `tickets[${index}]`
    const { id, customerId, status, category } = ticket
    const isComplaint = ticket.isComplaint === true
    for (const [name, text] of Object.entries({ id, customerId })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    const at = readAt(ticket.createdAt, () => `${path}.createdAt`)
    const segment = segmentOf(ticket)
    const isKnown = !isNew(id, [customerId, at, status, category, isComplaint, segment], index)
    if (!isComplaint) return
    const reason = isKnown ? 'duplicate' : at > asOf ? 'future' : unread.includes(status) ? status : undefined
    if (reason === undefined) {
      rows.push({ key: customerId, row: { id, at, category: category === '' ? undefined : category, segment } })
    } else if (isInside(at)) exclusions.add(reason)
  }
  return { add, finish: () => rows }
}
