import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { assertCount } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import type { Feed } from '../../tally/readSource.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, RecordRules } from '../internal/openSource.js'
import { recordRules } from '../internal/recordRules.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'

/** What is known of a ticket's solution; under the customer as key. */
export interface FirstContactRow extends KeyedRow {
  row: {
    id: string
    at: number
    /** First solution. */
    solvedAt?: number | undefined
    isReopened: boolean
    category?: string | undefined
    publicAgentReplies?: number | undefined
    customerReplies?: number | undefined
    agentCount?: number | undefined
    confirmed?: boolean | undefined
    segment?: string | undefined
  }
}

/** Tickets whose customers matter: columns hold none. */
export const customerTickets = { name: 'tickets' } as const

/** How tickets are read for what their first contact solved. */
export function firstContactRules(
  source: object,
  segmentBy: TallyOptions<Ticket>['segmentBy'],
): RecordRules<Ticket, FirstContactRow, object> {
  return recordRules<Ticket, FirstContactRow, object>(source, customerTickets, {
    kind: 'first-contacts',
    given: {},
    defaults: {},
    feed: (context) => firstContactFeed(segmentBy, context),
    rowsOf: rowsOfTally<FirstContactRow>,
  })
}

/** Tickets that were no work of their own. */
const unread = ['merged', 'deleted', 'spam']

const countFields = ['reopenCount', 'publicAgentReplies', 'customerReplies', 'agentCount'] as const

function firstContactFeed(
  segmentBy: TallyOptions<Ticket>['segmentBy'],
  { asOf, timeZone, duplicates, exclusions, isInside }: ReadContext<object>,
): Feed<Ticket, FirstContactRow[]> {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('tickets', duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: FirstContactRow[] = []
  const add = (ticket: Ticket, index: number) => {
    const path = `tickets[${index}]`
    const { id, customerId, status, category } = ticket
    if (typeof id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', id)
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path}.customerId`, 'must be text', customerId)
    for (const name of countFields) if (ticket[name] !== undefined) assertCount(ticket[name], `${path}.${name}`)
    const read = (name: 'firstResolvedAt' | 'resolvedAt'): number | undefined =>
      ticket[name] === undefined ? undefined : readAt(ticket[name], () => `${path}.${name}`)
    const at = readAt(ticket.createdAt, () => `${path}.createdAt`)
    const first = read('firstResolvedAt')
    const last = read('resolvedAt')
    const { reopenCount, publicAgentReplies, customerReplies, agentCount, confirmedFirstContact: confirmed } = ticket
    const segment = segmentOf(ticket)
    const stated = [reopenCount, publicAgentReplies, customerReplies, agentCount, confirmed]
    const leaveOut = (reason: string): void => {
      if (isInside(at)) exclusions.add(reason)
    }
    const content = [customerId, at, first, last, status, category, segment, ...stated]
    if (!isNew(id, content, index)) return leaveOut('duplicate')
    if (at > asOf) return leaveOut('future')
    if (unread.includes(status)) return leaveOut(status)
    const solvedAt = first ?? last
    if (solvedAt !== undefined && solvedAt <= asOf && solvedAt < at) {
      const name = first === undefined ? 'resolvedAt' : 'firstResolvedAt'
      fail('EVENT_ORDER', `${path}.${name}`, 'must not precede createdAt', solvedAt)
    }
    const isReopened = (reopenCount ?? 0) > 0 || (first !== undefined && first !== last)
    const known = solvedAt !== undefined && solvedAt <= asOf ? solvedAt : undefined
    const row = { id, at, solvedAt: known, isReopened, category: category === '' ? undefined : category }
    rows.push({ key: customerId, row: { ...row, publicAgentReplies, customerReplies, agentCount, confirmed, segment } })
  }
  return { add, finish: () => rows }
}
