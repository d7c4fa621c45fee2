import { grown } from '../../internal/grown.js'
import { createInstantGroups, type InstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPresenceBits } from '../../tally/createPresenceBits.js'
import { type ActorEvents, addActor, emptyGrid, type RetentionGrid } from './addActor.js'
import type { RetentionRule } from './readRetentionRule.js'

/** The cohorts of actors, as their events come. */
export interface CohortAccumulator {
  add(actor: Key, at: number, type: string): void
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
  const { start, end, bounds, bucketOf, cohortCount, ranges, asOf } = rule
  const earliest = rule.cohorts === 'firstInPeriod' ? start : Number.NEGATIVE_INFINITY
  const buckets = createPresenceBits(bounds.length - 1)
  let first = new Float64Array(1024).fill(Number.POSITIVE_INFINITY)
  let second = new Float64Array(1024).fill(Number.POSITIVE_INFINITY)
  return {
    add: (actor, at) => {
      if (at < earliest) return
      const code = actors.codeOf(actor)
      if (code >= first.length) {
        const { length } = first
        first = grown(first, code).fill(Number.POSITIVE_INFINITY, length)
        second = grown(second, code).fill(Number.POSITIVE_INFINITY, length)
      }
      const known = first[code] ?? 0
      if (at < known) {
        second[code] = known
        first[code] = at
      } else if (at > known && at < (second[code] ?? 0)) second[code] = at
      const bucket = bucketOf(at)
      if (bucket >= 0) buckets.set(code, bucket, bucket)
    },
    finish: () => {
      const width = ranges.length
      const sizes = new Uint32Array(cohortCount)
      const retained = new Uint32Array(cohortCount * width)
      let cohort = 0
      const addReturn = (bucket: number): void => {
        if (bucket - cohort < width) {
          const cell = cohort * width + bucket - cohort
          retained[cell] = (retained[cell] ?? 0) + 1
        }
      }
      for (let code = 0; code < actors.texts.length; code += 1) {
        const startedAt = first[code] ?? 0
        if (!(startedAt >= start && startedAt < end)) continue
        cohort = bucketOf(startedAt)
        sizes[cohort] = (sizes[cohort] ?? 0) + 1
        if ((second[code] ?? 0) < (bounds[cohort + 1] ?? 0)) addReturn(cohort)
        buckets.forEach(code, cohort + 1, addReturn)
      }
      return emptyGrid(rule).map((row, bucket) =>
        row.map((_counts, offset) => {
          const size = sizes[bucket] ?? 0
          const isOver = (bounds[bucket + offset + 1] ?? Number.POSITIVE_INFINITY) <= asOf
          return isOver
            ? { size, eligible: size, retained: retained[bucket * width + offset] ?? 0, pending: 0 }
            : { size, eligible: 0, retained: 0, pending: size }
        }),
      )
    },
  }
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
