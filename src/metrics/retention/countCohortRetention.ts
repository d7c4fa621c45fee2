import { localDay } from '../../calendar/localDay.js'
import { readInstant } from '../../calendar/readInstant.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { compareCells } from '../../tally/compareCells.js'
import { createKeys } from '../../tally/createKeys.js'
import type { DeclaredPart, Tally } from '../../tally/model.js'
import { visitActivity } from '../internal/visitActivity.js'
import type { RetentionGrid } from './addActor.js'
import { type CohortAccumulator, createCohortAccumulator } from './createCohortAccumulator.js'
import type { RetentionCountCell, RetentionTally } from './model.js'
import {
  type RetentionRule,
  type RetentionRuleOptions,
  readRetentionRule,
  retentionRuleNames,
} from './readRetentionRule.js'

/** Options of {@link countCohortRetention}. */
export interface CountCohortRetentionOptions extends Partial<TallyOptions<ActivityEvent>>, RetentionRuleOptions {
  /** The part of a declared split that the events are, so that the counts may be merged. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Counts how many of each cohort came back, by offset and segment.
 *
 * An actor belongs to the bucket of its start event. At offset k it is eligible once the end of the k-th bucket after that
 * one (of the bracket, of the horizon) is not after `asOf`, whatever it has done before; retained when it has enough
 * returns in the time that the `type` names; else pending. A return at the very instant of the start event does not
 * count, so offset 0 is "came back in the first bucket". Every bucket that meets the period is listed. A segment is
 * counted from its own events alone.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - period, instant of knowledge, which events open a cohort and count as return, buckets, type
 * @returns a tally of kind `retention-counts`, one cell a cohort, segment and offset; eligible + pending = size
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for recurring cohorts on a rolling clock
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 32,767 buckets
 * @example
 * ```ts
 * import { countCohortRetention } from 'retention-okr/metrics'
 *
 * const events = [
 *   { customerId: 'a', at: '2024-01-01', type: 'signup' },
 *   { customerId: 'a', at: '2024-01-02', type: 'visit' },
 *   { customerId: 'b', at: '2024-01-01', type: 'signup' },
 * ]
 * const period = { start: '2024-01-01', end: '2024-01-02' }
 * const types = { startType: 'signup', returnType: 'visit' }
 * const { cells } = countCohortRetention(events, { asOf: '2024-01-03', period, ...types, lastOffset: 2 })
 * cells[1]?.counts // => { size: 2, eligible: 2, retained: 1, pending: 0 }
 * cells[2]?.counts // => { size: 2, eligible: 0, retained: 0, pending: 2 }
 * ```
 * @since 0.1.0
 */
export function countCohortRetention(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: CountCohortRetentionOptions,
): RetentionTally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'partition', ...retentionRuleNames])
  const { partition } = options
  const visited = visitActivity(source, options, ({ asOf, timeZone }) => {
    const rule = readRetentionRule(options, readInstant(asOf, 'UTC', 'options.asOf'), timeZone)
    const cohorts = new Map<string | undefined, CohortAccumulator>()
    const cohortsOf = (segment: string | undefined): CohortAccumulator => {
      const present = cohorts.get(segment) ?? createCohortAccumulator(createKeys('customers', source), rule)
      cohorts.set(segment, present)
      return present
    }
    // What is not segmented is of one kind, which may take columns as they are.
    const { addRows } = options.segmentBy === undefined ? cohortsOf(undefined) : { addRows: undefined }
    return {
      add: (actor, at, type, segment) => cohortsOf(segment).add(actor, at, type),
      addRows,
      finish: () => {
        if (cohorts.size === 0) cohortsOf(undefined)
        return { rule, grids: [...cohorts].map(([segment, { finish }]) => [segment, finish()] as const) }
      },
    }
  })
  const { rule, grids } = visited.result
  const { timeZone } = visited.definition
  return {
    kind: 'retention-counts',
    definition: { ...visited.definition, ...rule.definition },
    cells: grids.flatMap(([segment, grid]) => cellsOf(grid, segment, rule, timeZone)).sort(compareCells),
    ...(visited.excluded === undefined ? {} : { excluded: visited.excluded }),
    distinct: 'customer',
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

function cellsOf(
  grid: RetentionGrid,
  segment: string | undefined,
  { bounds }: RetentionRule,
  timeZone: string,
): RetentionCountCell[] {
  return grid.flatMap((row, cohort) => {
    const first = localDay(bounds[cohort] ?? 0, timeZone)
    return row.map((counts, offset) => ({
      cohort: first,
      ...(segment === undefined ? {} : { segment }),
      offset,
      counts,
    }))
  })
}
