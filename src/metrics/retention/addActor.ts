import type { RetentionCounts } from './model.js'
import type { RetentionRule } from './readRetentionRule.js'

/** The known instants of one actor, by event type. */
export type ActorEvents = Readonly<Record<string, readonly number[]>>

/** Counts by cohort, then offset. */
export type RetentionGrid = RetentionCounts[][]

/** A grid of zeros. */
export function emptyGrid({ cohortCount, ranges }: RetentionRule): RetentionGrid {
  return Array.from({ length: cohortCount }, () =>
    ranges.map(() => ({ size: 0, eligible: 0, retained: 0, pending: 0 })),
  )
}

/** Adds one actor to the counts of its cohorts; they belong to one call, which made them. */
export function addActor(grid: RetentionGrid, events: ActorEvents, rule: RetentionRule): void {
  const returns = instantsOf(events, rule.returnTypes)
  for (const startedAt of startsOf(events, rule)) {
    const bucket = rule.bucketOf(startedAt)
    rule.ranges.forEach((range, offset) => {
      const counts = grid[bucket]?.[offset]
      if (counts === undefined) return
      const window = windowOf({ startedAt, bucket }, range, rule)
      counts.size += 1
      if (!window.isOver) counts.pending += 1
      else {
        counts.eligible += 1
        if (countBetween(returns, window.from, window.to) >= rule.minimumEvents) counts.retained += 1
      }
    })
  }
}

/** Instants of some types, or of all, in order. */
function instantsOf(events: ActorEvents, types: ReadonlySet<string> | undefined): number[] {
  return Object.entries(events)
    .filter(([type]) => types === undefined || types.has(type))
    .flatMap(([, instants]) => instants)
    .sort((a, b) => a - b)
}

/** The start events by which an actor belongs to cohorts. */
function startsOf(events: ActorEvents, rule: RetentionRule): number[] {
  const starts = instantsOf(events, rule.startTypes)
  const isInside = (at: number | undefined): at is number => at !== undefined && at >= rule.start && at < rule.end
  if (rule.cohorts === 'recurring') {
    const firsts = new Map<number, number>()
    for (const at of starts.filter(isInside)) {
      const bucket = rule.bucketOf(at)
      if (!firsts.has(bucket)) firsts.set(bucket, at)
    }
    return [...firsts.values()]
  }
  const first = rule.cohorts === 'firstInPeriod' ? starts.find(isInside) : starts[0]
  if (!isInside(first)) return []
  // A start event is first among the events of its instant.
  return rule.cohorts === 'firstEver' && instantsOf(events, undefined)[0] !== first ? [] : [first]
}

interface Membership {
  startedAt: number
  bucket: number
}

/** The time in which returns count, `[from, to)`, and whether the follow-up that it needs is over. */
function windowOf(membership: Membership, [first, last]: readonly [number, number], rule: RetentionRule) {
  const { type, horizon, asOf } = rule
  const end = boundOf(membership, last + 1, rule)
  const followedTo = type === 'onOrAfter' && horizon !== undefined ? boundOf(membership, horizon + 1, rule) : end
  const from = type === 'onOrBefore' ? membership.startedAt : boundOf(membership, first, rule)
  const to = type !== 'onOrAfter' ? end : horizon === undefined ? Number.POSITIVE_INFINITY : followedTo
  // A return at the very instant of the start event is the start event.
  return { from: Math.max(from, membership.startedAt + 1), to, isOver: followedTo <= asOf }
}

/** The bound before the k-th bucket after that of the start event; infinite beyond the calendar that is known. */
function boundOf({ startedAt, bucket }: Membership, offset: number, { rollingLength, bounds }: RetentionRule): number {
  if (rollingLength !== undefined) return startedAt + offset * rollingLength
  return bounds[bucket + offset] ?? Number.POSITIVE_INFINITY
}

function countBetween(sorted: readonly number[], from: number, to: number): number {
  return Math.max(0, firstFrom(sorted, to) - firstFrom(sorted, from))
}

/** Position of the first value not below a bound. */
function firstFrom(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}
