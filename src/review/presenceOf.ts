import { localDay } from '../calendar/localDay.js'
import { readInstant } from '../calendar/readInstant.js'
import type { Subscription } from '../records/model.js'
import type { CustomerPresence } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewContext } from './reviewContext.js'

/** Who is a customer by subscription, since when, and what a year with each is worth. */
export function presenceOf(
  sources: ReviewSources,
  { asOf, timeZone }: ReviewContext,
): { customers?: CustomerPresence[]; values?: Record<string, number> } {
  if (!sources.has('subscriptions')) return {}
  const customers = new Map<string, { since: number; endedAt: number | null; value: number }>()
  const read = (value: Subscription['startedAt']): number => readInstant(value, timeZone, 'subscriptions')
  for (const { customerId, startedAt, endedAt, mrr, isTrial } of sources.records('subscriptions')) {
    const start = read(startedAt)
    if (start > asOf || isTrial === true) continue
    const end = endedAt === undefined ? null : read(endedAt)
    const runs = end === null || end > asOf
    const known = customers.get(customerId)
    const worth = runs ? 12 * Number(mrr) : 0
    if (known === undefined) {
      customers.set(customerId, { since: start, endedAt: runs ? null : end, value: worth })
      continue
    }
    known.since = Math.min(known.since, start)
    known.endedAt = runs || known.endedAt === null ? null : Math.max(known.endedAt, end ?? 0)
    known.value += worth
  }
  const present = [...customers].map(([customerId, { since, endedAt }]) => ({
    customerId,
    since: localDay(since, timeZone),
    ...(endedAt === null ? {} : { endedAt: localDay(endedAt, timeZone) }),
  }))
  return {
    customers: present,
    values: Object.fromEntries([...customers].map(([customerId, { value }]) => [customerId, value])),
  }
}
