import { localDay } from '../calendar/localDay.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { CustomerPresence } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'
import { type Lifetime, lifetimesOf } from './lifetimesOf.js'
import type { ReviewContext } from './reviewContext.js'

/** Who is a customer, since when, and what a year with each is worth. */
export interface Presence {
  customers?: CustomerPresence[]
  values?: Record<string, number>
}

const dayLength = 86_400_000

/** Without a subscription somebody who was seen within a year is a customer. */
const presentDays = 365

/** Who is a customer: by subscription, else by an order or activity in the last 365 days. */
export function presenceOf(sources: ReviewSources, { asOf, timeZone }: ReviewContext): Presence {
  const seen = sources.has('subscriptions')
    ? lifetimesOf(sources.tally('subscriptions').cells, asOf)
    : seenCustomers(sources, asOf)
  if (seen === null) return {}
  const dayOf = (at: number) => localDay(at, timeZone)
  return {
    customers: seen.map(({ customerId, since, endedAt }) => ({
      customerId,
      since: dayOf(since),
      ...(endedAt === null ? {} : { endedAt: dayOf(endedAt) }),
    })),
    values: Object.fromEntries(seen.map(({ customerId, value }) => [customerId, value])),
  }
}

/** Who ordered or did something; who was last seen over a year ago is gone. */
function seenCustomers(sources: ReviewSources, asOf: number): Lifetime[] | null {
  if (!sources.has('orders') && !sources.has('activities')) return null
  const from = asOf - presentDays * dayLength
  const seen = new Map<string, { since: number; last: number; value: number }>()
  const add = (customerId: string, at: number, paid: number): void => {
    const known = seen.get(customerId) ?? { since: at, last: at, value: 0 }
    seen.set(customerId, known)
    known.since = Math.min(known.since, at)
    known.last = Math.max(known.last, at)
    if (at >= from) known.value += paid
  }
  if (sources.has('orders')) {
    for (const { key = '', rows = [] } of sources.tally('purchases').cells) {
      for (const { at, net } of rows as unknown as { at: number; net: string }[]) add(key, at, Number(net))
    }
  }
  if (sources.has('activities')) {
    for (const { key = '', lists = {} } of sources.tally('activity').cells) {
      for (const at of Object.values(lists).flat()) add(key, at as number, 0)
    }
  }
  return [...seen]
    .map(([customerId, { since, last, value }]) => ({
      customerId,
      segment: undefined,
      since,
      endedAt: last >= from ? null : last,
      value,
    }))
    .sort((a, b) => a.since - b.since || compareCodeUnits(a.customerId, b.customerId))
}
