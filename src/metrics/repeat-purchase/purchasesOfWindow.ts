import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { PurchaseCounts } from './model.js'

/** What a window asks of a customer's occasions. */
export interface WindowRule {
  start: number
  until: number
  asOf: number
  timeZone: string
  occasion: 'order' | 'day'
  /** Earlier occasions must lie before the window, not only before another one. */
  beforePeriod: boolean
  /** Any two occasions of the known history will do. */
  lookAhead: boolean
  withinDays: number | undefined
}

/** The counts of an empty window. */
export function emptyPurchases(withinDays: number | undefined): PurchaseCounts {
  return {
    buyers: 0,
    repeatBuyers: 0,
    returningBuyers: 0,
    occasions: 0,
    occasionsSquared: 0,
    ...(withinDays === undefined ? {} : { eligible: 0, repeated: 0, pending: 0 }),
  }
}

/** Adds one customer, by the occasions of the known history, to the counts of one call; `withinDays` needs them in order. */
export function addCustomer(counts: PurchaseCounts, occasions: ArrayLike<number>, rule: WindowRule): void {
  const { start, until } = rule
  let inside = 0
  let before = 0
  for (let index = 0; index < occasions.length; index += 1) {
    const at = occasions[index] ?? 0
    if (at < start) before += 1
    else if (at < until) inside += 1
  }
  if (inside === 0) return
  addOccasions(counts, { before, inside, after: occasions.length - before - inside }, rule)
  if (rule.withinDays !== undefined && before === 0) addFirstTimeBuyer(counts, occasions, rule.withinDays, rule)
}

/** Occasions of one customer by where they lie. */
export interface PlacedOccasions {
  before: number
  inside: number
  after: number
}

/** Adds one customer by how many occasions lie where. */
export function addOccasions(
  counts: PurchaseCounts,
  { before, inside, after }: PlacedOccasions,
  rule: WindowRule,
): void {
  if (inside === 0) return
  counts.buyers += 1
  counts.occasions += inside
  counts.occasionsSquared = (counts.occasionsSquared ?? 0) + inside * inside
  if (inside >= 2) counts.repeatBuyers += 1
  if (isReturning(before, inside, before + inside + after, rule)) counts.returningBuyers += 1
}

function isReturning(before: number, inside: number, known: number, { beforePeriod, lookAhead }: WindowRule): boolean {
  if (lookAhead) return known >= 2
  return before > 0 || (!beforePeriod && inside >= 2)
}

/** The whole window of N days must be over, whatever has already happened. */
function addFirstTimeBuyer(
  counts: PurchaseCounts,
  occasions: ArrayLike<number>,
  withinDays: number,
  { asOf, timeZone, occasion }: WindowRule,
): void {
  const [first = 0, second] = [occasions[0], occasions[1]]
  const last = addLocalDays(first, withinDays, timeZone)
  // By day the N-th day counts whole, so it must be over.
  const matureFrom = occasion === 'day' ? addLocalDays(last, 1, timeZone) : last
  if (matureFrom > asOf) {
    counts.pending = (counts.pending ?? 0) + 1
    return
  }
  counts.eligible = (counts.eligible ?? 0) + 1
  if (second !== undefined && second <= last) counts.repeated = (counts.repeated ?? 0) + 1
}
