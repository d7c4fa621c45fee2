import { periodAt } from '../../calendar/periodAt.js'
import { placesAt } from '../../calendar/placesAt.js'
import { grown } from '../../internal/grown.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createInstantGroups, type InstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPresenceBits } from '../../tally/createPresenceBits.js'
import { nextPlace } from '../../tally/nextPlace.js'
import { type ActorEvents, addActor, emptyGrid, type RetentionGrid } from './addActor.js'
import type { RetentionRule } from './readRetentionRule.js'

/** The cohorts of actors, as their events come. */
export interface CohortAccumulator {
  add(actor: Key, at: number, type: string): void
  /** Adds all that count of columns, where types do not matter. */
  addRows?: (rows: CountedRows) => void
  /** The counts by cohort and offset; may be called once. */
  finish(): RetentionGrid
}

/** As many buckets are kept as bits: beyond, the instants take less room. */
const mostBuckets = 256

/** Keeps of each actor what the rule needs: the buckets of its events where that is enough, else all instants. */
export function createCohortAccumulator(actors: Keys, rule: RetentionRule): CohortAccumulator {
  const { rollingLength, type, cohorts, minimumEvents, startTypes, returnTypes, bounds } = rule
  const isPlain = rollingLength === undefined && type === 'on' && minimumEvents === 1
  const isOfAll = startTypes === undefined && returnTypes === undefined
  const isOfFirsts = cohorts === 'first' || cohorts === 'firstInPeriod'
  return isPlain && isOfAll && isOfFirsts && bounds.length <= mostBuckets
    ? accumulateBuckets(actors, rule)
    : accumulateInstants(actors, rule)
}

/**
 * A bit an actor and bucket, and the two earliest distinct instants.
 *
 * The first opens the cohort; the second tells whether there was a return in the first bucket, after the start event.
 */
function accumulateBuckets(actors: Keys, rule: RetentionRule): CohortAccumulator {
  const { start, bounds, slots } = rule
  const earliest = rule.cohorts === 'firstInPeriod' ? start : Number.NEGATIVE_INFINITY
  const buckets = createPresenceBits(bounds.length - 1)
  let first = new Float64Array(1024).fill(Number.POSITIVE_INFINITY)
  let second = new Float64Array(1024).fill(Number.POSITIVE_INFINITY)
  return {
    add: (actor, at) => {
      if (at < earliest) return
      const code = actors.codeOf(actor)
      reserve(code)
      keepEarliest(first, second, code, at)
      const bucket = periodAt(slots, at)
      if (bucket >= 0) buckets.set(code, bucket, bucket)
    },
    addRows: ({ customer, at, isCounted }) => {
      reserve(actors.texts.length)
      const places = placesAt(slots, at)
      keepAll(first, second, customer, at, isCounted, earliest)
      leaveOutBefore(places, at, earliest)
      buckets.setRows(actors.texts.length, { customer, from: places, to: places, isCounted })
    },
    finish: () => gridOf({ first, second, words: buckets.words }, actors.texts.length, rule),
  }

  function reserve(code: number): void {
    if (code < first.length) return
    const { length } = first
    first = grown(first, code).fill(Number.POSITIVE_INFINITY, length)
    second = grown(second, code).fill(Number.POSITIVE_INFINITY, length)
  }
}

/** What is kept of each actor: its two earliest distinct instants, and the buckets of all, as bits. */
interface ActorBuckets {
  first: Float64Array
  second: Float64Array
  words: readonly Int32Array[]
}

function keepEarliest(first: Float64Array, second: Float64Array, code: number, at: number): void {
  const known = first[code] ?? 0
  if (at < known) {
    second[code] = known
    first[code] = at
  } else if (at > known && at < (second[code] ?? 0)) second[code] = at
}

function keepAll(
  first: Float64Array,
  second: Float64Array,
  customer: Uint32Array,
  at: Float64Array,
  isCounted: Uint8Array,
  earliest: number,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    const instant = at[row] ?? 0
    if (isCounted[row] === 1 && instant >= earliest) keepEarliest(first, second, customer[row] ?? 0, instant)
  }
}

/** What happened before an instant, and what lies in no bucket, gets a place that no bit can have: it is not marked. */
function leaveOutBefore(places: Int32Array, at: Float64Array, earliest: number): void {
  for (let row = 0; row < places.length; row += 1) if ((at[row] ?? 0) < earliest) places[row] = -1
}

/** The counts of every cohort and offset. */
function gridOf(actors: ActorBuckets, count: number, rule: RetentionRule): RetentionGrid {
  const { bounds, ranges, asOf } = rule
  const { sizes, retained } = countReturns(actors, count, rule)
  return emptyGrid(rule).map((row, bucket) =>
    row.map((_counts, offset) => {
      const size = sizes[bucket] ?? 0
      const isOver = (bounds[bucket + offset + 1] ?? Number.POSITIVE_INFINITY) <= asOf
      return isOver
        ? { size, eligible: size, retained: retained[bucket * ranges.length + offset] ?? 0, pending: 0 }
        : { size, eligible: 0, retained: 0, pending: size }
    }),
  )
}

/** The size of every cohort, and who came back by cohort and offset. */
function countReturns(
  { first, second, words }: ActorBuckets,
  count: number,
  { start, end, bounds, slots, cohortCount, ranges: { length: width } }: RetentionRule,
): { sizes: Uint32Array; retained: Uint32Array } {
  const sizes = new Uint32Array(cohortCount)
  const retained = new Uint32Array(cohortCount * width)
  const cohorts = placesAt(slots, first.subarray(0, count))
  for (let code = 0; code < count; code += 1) {
    const startedAt = first[code] ?? 0
    if (!(startedAt >= start && startedAt < end)) continue
    const cohort = cohorts[code] ?? 0
    const row = cohort * width
    sizes[cohort] = (sizes[cohort] ?? 0) + 1
    if (width > 0 && (second[code] ?? 0) < (bounds[cohort + 1] ?? 0)) retained[row] = (retained[row] ?? 0) + 1
    let bucket = nextPlace(words, code, cohort + 1)
    while (bucket >= 0 && bucket - cohort < width) {
      retained[row + bucket - cohort] = (retained[row + bucket - cohort] ?? 0) + 1
      bucket = nextPlace(words, code, bucket + 1)
    }
  }
  return { sizes, retained }
}

/** The general way: all instants of each actor in order, by event type. */
function accumulateInstants(actors: Keys, rule: RetentionRule): CohortAccumulator {
  const byType = new Map<string, InstantGroups>()
  return {
    add: (actor, at, type) => {
      const groups = byType.get(type) ?? createInstantGroups()
      byType.set(type, groups)
      groups.add(actors.codeOf(actor), at)
    },
    finish: () => {
      const grid = emptyGrid(rule)
      const types = [...byType].map(([type, groups]) => [type, groups.group(actors.texts.length)] as const)
      for (let code = 0; code < actors.texts.length; code += 1) {
        const events = types.map(([type, instantsOf]) => [type, Array.from(instantsOf(code))] as const)
        addActor(grid, Object.fromEntries(events) as ActorEvents, rule)
      }
      return grid
    },
  }
}
