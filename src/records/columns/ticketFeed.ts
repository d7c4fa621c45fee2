import { fail } from '../../internal/fail.js'
import { markColumns } from '../../tally/markColumns.js'
import type { Feed } from '../../tally/readSource.js'
import type { TicketColumns } from '../models/columns.js'
import type { Ticket } from '../models/service.js'
import { createCodes } from './createCodes.js'
import { createFrame } from './createFrame.js'
import { createGrowing, type Growing } from './createGrowing.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumTexts } from './limits.js'
import { readFirstReply } from './readFirstReply.js'
import { textAt } from './textAt.js'
import { type DroppedTicket, droppedRows, ticketRows } from './ticketRows.js'

/** Code 0: a ticket that counts; the others were no work of their own and are dropped. */
const states = ['', 'merged', 'deleted', 'spam'] as const

/** Tickets one by one, columns after the last. */
export function ticketFeed(options: EncodeOptions, has: (field: string) => boolean): Feed<Ticket, TicketColumns> {
  const frame = createFrame<Ticket>(options)
  const priorities = createCodes('tickets', 'priorities', maximumTexts)
  const categories = createCodes('tickets', 'categories', maximumTexts)
  const createdAt = createGrowing((length) => new Float64Array(length))
  const firstReplyAt = createGrowing((length) => new Float64Array(length))
  const resolvedAt = createGrowing((length) => new Float64Array(length))
  const target = createGrowing((length) => new Float64Array(length))
  const priority = createGrowing((length) => new Uint16Array(length))
  const category = createGrowing((length) => new Uint16Array(length))
  const state = createGrowing((length) => new Uint8Array(length))
  const columns = [createdAt, firstReplyAt, resolvedAt, target, priority, category, state]
  const twins: number[] = []
  let length = 0
  let index = 0
  let hasTargets = false
  const path = (): string => `tickets[${index}]`
  let asked = ''
  const askedPath = (): string => `${path()}.${asked}`
  const read = (value: unknown, field: string): number => {
    asked = field
    return value === undefined || value === null ? Number.NaN : frame.readAt(value, askedPath)
  }

  return { add, finish }

  function add(ticket: Ticket, given: number): void {
    index = given
    const id = has('id') ? textAt(ticket.id, path, 'id') : undefined
    const status = has('status') ? textAt(ticket.status, path, 'status') : 'open'
    asked = 'createdAt'
    createdAt.set(length, frame.readAt(ticket.createdAt, askedPath))
    firstReplyAt.set(length, readFirstReply(ticket, read, path))
    resolvedAt.set(length, read(ticket.resolvedAt, 'resolvedAt'))
    target.set(length, targetOf(ticket.target, path))
    priority.set(length, priorities.codeOf(textAt(ticket.priority ?? '', path, 'priority')))
    category.set(length, categories.codeOf(textAt(ticket.category ?? '', path, 'category')))
    state.set(length, Math.max(0, states.indexOf(status as (typeof states)[number])))
    frame.setSegment(length, ticket)
    const twin = frame.twinOf(id, length)
    if (twin === undefined) {
      if (ticket.target !== undefined) hasTargets = true
      length += 1
    } else if (isSame(twin, length)) twins.push(twin)
    else fail('CONFLICTING_RECORDS', `${path()}.id`, 'one id has one content', 'two contents')
  }

  function isSame(first: number, second: number): boolean {
    return (
      columns.every((column) => Object.is(column.get(first), column.get(second))) && frame.isSameSegment(first, second)
    )
  }

  function finish(): TicketColumns {
    const stateOf = state.done(length)
    const keptOf = <A extends Float64Array | Uint16Array>(values: A): A =>
      values.filter((_value, row) => stateOf[row] === 0) as A
    // Most tickets count: then there is nothing to pick.
    const isWhole = stateOf.every((own) => own === 0)
    const done = <A extends Float64Array | Uint16Array>(column: Growing<A>): A =>
      isWhole ? column.done(length) : keptOf(column.done(length))
    const at = done(createdAt)
    const { segment, ...base } = frame.base(length, at, { duplicate: twins.length, ...droppedCounts() })
    const [names, kinds] = [priorities.texts(), categories.texts()]
    const made: TicketColumns = {
      columns: 'tickets',
      ...base,
      length: at.length,
      ...(segment === undefined ? {} : { segment: isWhole ? segment : keptOf(segment) }),
      createdAt: at,
      firstReplyAt: done(firstReplyAt),
      resolvedAt: done(resolvedAt),
      ...(hasTargets ? { target: done(target) } : {}),
      ...(names.some((name) => name !== '') ? { priorities: names, priority: done(priority) } : {}),
      ...(kinds.some((kind) => kind !== '') ? { categories: kinds, category: done(category) } : {}),
    }
    const dropped = droppedTickets()
    return markColumns(made, {
      rows: () => ticketRows(made, dropped),
      twins: [],
      dropped: () => droppedRows(dropped),
      hasDays: frame.hasDays(),
      unplaced: {},
    })
  }

  function droppedCounts(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (let row = 0; row < length; row += 1) {
      const name = states[state.get(row)] ?? ''
      if (name !== '') counts[name] = (counts[name] ?? 0) + 1
    }
    return counts
  }

  function droppedTickets(): DroppedTicket[] {
    const dropped: DroppedTicket[] = []
    const ticketAt = (row: number, reason?: 'duplicate'): DroppedTicket => ({
      status: states[state.get(row)] ?? '',
      createdAt: createdAt.get(row),
      firstReplyAt: firstReplyAt.get(row),
      resolvedAt: resolvedAt.get(row),
      reason,
    })
    for (let row = 0; row < length; row += 1) if (state.get(row) !== 0) dropped.push(ticketAt(row))
    for (const row of twins) dropped.push(ticketAt(row, 'duplicate'))
    return dropped
  }
}

function targetOf(target: unknown, path: () => string): number {
  if (target === undefined || target === null) return Number.NaN
  if (typeof target === 'number' && Number.isFinite(target) && target > 0) return target
  return fail('INVALID_OPTION', `${path()}.target`, 'must be milliseconds above 0', target)
}
