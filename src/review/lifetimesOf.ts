import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { ReviewSources } from './createReviewSources.js'

/** One customer from the first paying instant to the last. */
export interface Lifetime {
  customerId: string
  /** Value of the customer's segment, when it was split by one. */
  segment: string | undefined
  /** First paying instant. */
  since: number
  /** First instant after the last one paid; null while a subscription runs. */
  endedAt: number | null
  /** What a year with the customer is worth at the present price. */
  value: number
}

/** Months of a year: prices are monthly. */
const months = 12

/** Everybody who ever paid by subscription, in order of the first paying instant. */
export function lifetimesOf(cells: ReturnType<ReviewSources['tally']>['cells'], asOf: number): Lifetime[] {
  const lifetimes = new Map<string, Lifetime>()
  for (const { key: customerId = '', segment, rows = [] } of cells) {
    for (const { start, end, mrr } of rows as unknown as { start: number; end?: number; mrr: string }[]) {
      const runs = end === undefined || end > asOf
      const worth = runs ? months * Number(mrr) : 0
      const known = lifetimes.get(customerId)
      if (known === undefined) {
        lifetimes.set(customerId, { customerId, segment, since: start, endedAt: runs ? null : end, value: worth })
        continue
      }
      known.since = Math.min(known.since, start)
      known.endedAt = runs || known.endedAt === null ? null : Math.max(known.endedAt, end)
      known.value += worth
    }
  }
  return [...lifetimes.values()].sort((a, b) => a.since - b.since || compareCodeUnits(a.customerId, b.customerId))
}
