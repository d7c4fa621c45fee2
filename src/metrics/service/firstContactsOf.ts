import { addLocalDays } from '../../calendar/addLocalDays.js'
import { assertInteger, assertOneOf } from '../../internal/guards.js'
import type { OpenedSource } from '../internal/openSource.js'
import type { FirstContactRow } from './firstContactRules.js'

/** When a ticket counts as solved at first contact. */
export interface FirstContactOptions {
  /**
   * `'noRepeat'` (default): never reopened and no further ticket on the same matter within the window; `'oneTouch'`: one
   * public agent reply; `'noCustomerReply'`: none of the customer; `'singleAgent'`: one agent and never reopened;
   * `'survey'`: the customer said so.
   */
  readonly method?: 'noRepeat' | 'oneTouch' | 'noCustomerReply' | 'singleAgent' | 'survey' | undefined
  /** Local days in which a repeat may come, 1 to 36,600; default 7. */
  readonly windowDays?: number | undefined
  /** What makes tickets of one matter: customer and category, or the customer alone; default `'customer-category'`. */
  readonly key?: 'customer-category' | 'customer' | undefined
  /** Tickets ever solved, or all; default `'resolved'`. */
  readonly denominator?: 'resolved' | 'all' | undefined
}

/** The names of the options of a first contact. */
export const firstContactOptionNames = ['method', 'windowDays', 'key', 'denominator'] as const

/** A ticket of the base and what became of it. */
export interface FirstContact {
  at: number
  segment: string | undefined
  state: 'first' | 'other' | 'pending'
  hasCategory: boolean
}

/** The options with their defaults. */
export type FirstContactMethod = { readonly [K in keyof FirstContactOptions]-?: NonNullable<FirstContactOptions[K]> }

/** The tickets of the base, each decided or pending; solved ones that lack the field of the method are left out. */
export function firstContactsOf(
  opened: OpenedSource<FirstContactRow, object>,
  options: FirstContactOptions,
  isInside: (at: number) => boolean,
): { contacts: FirstContact[]; definition: FirstContactMethod } {
  const { method = 'noRepeat', windowDays = 7, key = 'customer-category', denominator = 'resolved' } = options
  assertOneOf(method, ['noRepeat', 'oneTouch', 'noCustomerReply', 'singleAgent', 'survey'], 'options.method')
  assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
  assertOneOf(key, ['customer-category', 'customer'], 'options.key')
  assertOneOf(denominator, ['resolved', 'all'], 'options.denominator')
  const { asOf, timeZone } = opened
  const later = (at: number): number => addLocalDays(at, windowDays, timeZone)
  const creations = creationsByMatter(opened.rows, key)
  const contacts: FirstContact[] = []
  for (const { key: customer, row } of opened.rows) {
    const { at, solvedAt, segment, category } = row
    const common = { at, segment, hasCategory: category !== undefined }
    if (solvedAt === undefined) {
      if (denominator === 'all') contacts.push({ ...common, state: later(at) <= asOf ? 'other' : 'pending' })
      continue
    }
    const isFirst =
      method === 'noRepeat'
        ? !row.isReopened &&
          !hasRepeat(creations.get(matterOf(customer, category, key) ?? ''), solvedAt, later(solvedAt))
        : answerOf(row, method)
    if (isFirst === undefined) {
      if (isInside(at)) opened.exclusions.add('no_answer')
    } else if (method === 'noRepeat' && later(solvedAt) > asOf) contacts.push({ ...common, state: 'pending' })
    else contacts.push({ ...common, state: isFirst ? 'first' : 'other' })
  }
  return { contacts, definition: { method, windowDays, key, denominator } }
}

/** The matter of a ticket; a missing category is no matter at all. */
function matterOf(customer: string, category: string | undefined, key: FirstContactMethod['key']): string | undefined {
  if (key === 'customer-category' && category === undefined) return undefined
  return JSON.stringify(key === 'customer' ? [customer] : [customer, category])
}

/** When the tickets of each matter were created, ascending. */
function creationsByMatter(rows: readonly FirstContactRow[], key: FirstContactMethod['key']): Map<string, number[]> {
  const creations = new Map<string, number[]>()
  for (const { key: customer, row } of rows) {
    const matter = matterOf(customer, row.category, key)
    if (matter === undefined) continue
    const instants = creations.get(matter)
    if (instants === undefined) creations.set(matter, [row.at])
    else instants.push(row.at)
  }
  for (const instants of creations.values()) instants.sort((a, b) => a - b)
  return creations
}

/** Whether a ticket was created after the solution and up to the end of the window; its own creation came before. */
function hasRepeat(creations: readonly number[] | undefined, solvedAt: number, until: number): boolean {
  if (creations === undefined) return false
  let [low, high] = [0, creations.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((creations[middle] ?? 0) > solvedAt) high = middle
    else low = middle + 1
  }
  return (creations[low] ?? Number.POSITIVE_INFINITY) <= until
}

/** What the ticket itself says; undefined when it does not say. */
function answerOf(row: FirstContactRow['row'], method: FirstContactMethod['method']): boolean | undefined {
  const { publicAgentReplies, customerReplies, agentCount, confirmed } = row
  if (method === 'oneTouch') return publicAgentReplies === undefined ? undefined : publicAgentReplies === 1
  if (method === 'noCustomerReply') return customerReplies === undefined ? undefined : customerReplies === 0
  if (method === 'singleAgent') return agentCount === undefined ? undefined : agentCount === 1 && !row.isReopened
  return confirmed
}
