import { localDay } from '../../calendar/localDay.js'
import { readInstant } from '../../calendar/readInstant.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import { createKeys } from '../../tally/createKeys.js'
import type { Tally } from '../../tally/model.js'
import { proportionOptionNames } from '../internal/proportionMeasurement.js'
import { visitActivity } from '../internal/visitActivity.js'
import { type AverageRetentionOptions, averageRetention } from './averageRetention.js'
import { cohortRetention } from './cohortRetention.js'
import { createCohortAccumulator } from './createCohortAccumulator.js'
import type { CohortRetention, RetentionCell } from './model.js'
import { type RetentionRuleOptions, readRetentionRule, retentionRuleNames } from './readRetentionRule.js'

/** Options of {@link measureCohortRetention}. */
export interface MeasureCohortRetentionOptions extends RetentionRuleOptions, AverageRetentionOptions {
  /** Nothing later is known; required for events. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
}

const knownOptions = ['asOf', 'timeZone', 'duplicates', 'average', ...retentionRuleNames, ...proportionOptionNames]

/**
 * Measures the retention triangle: each cohort at each offset, and all cohorts together.
 *
 * The counts of {@link countCohortRetention}, measured by {@link cohortRetention}, and over all cohorts by
 * {@link averageRetention}. Cells of the type `onOrAfter` compare between cohorts only under a common `horizon`: without
 * one an older cohort has had more time.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - period, instant of knowledge, which events open a cohort and count as return, buckets, type, average
 * @returns cells and averages of `cohort-retention` as ratios 0..1; a cell is null with `empty_base` for a cohort without
 * actors, `not_mature` while all of them are pending
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for recurring cohorts on a rolling clock
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 32,767 buckets
 * @example
 * ```ts
 * import { measureCohortRetention } from 'retention-okr/metrics'
 *
 * const events = [
 *   { customerId: 'a', at: '2024-01-05' },
 *   { customerId: 'a', at: '2024-02-20' },
 *   { customerId: 'b', at: '2024-01-09' },
 * ]
 * const period = { start: '2024-01-01', end: '2024-02-01' }
 * const { overall } = measureCohortRetention(events, { asOf: '2024-03-01', period, unit: 'month', lastOffset: 2 })
 * overall.map(({ value }) => value) // => [0, 0.5, null]
 * ```
 * @since 0.1.0
 */
export function measureCohortRetention(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: MeasureCohortRetentionOptions,
): CohortRetention {
  assertKnownOptions(options, knownOptions)
  const { average, level, interval } = options
  const visited = visitActivity(source, options, ({ asOf, timeZone }) => {
    const own = readRetentionRule(options, readInstant(asOf, 'UTC', 'options.asOf'), timeZone)
    const { finish, ...cohorts } = createCohortAccumulator(createKeys('customers', source), own)
    return { ...cohorts, finish: () => ({ rule: own, grid: finish() }) }
  })
  const { rule, grid } = visited.result
  const { timeZone } = visited.definition
  const definition = { ...visited.definition, ...rule.definition }
  const described = <Cell extends Measurement>(cell: Cell): Cell => ({
    ...cell,
    definition: { ...definition, ...cell.definition },
  })
  const cells = grid.flatMap((row, cohort): RetentionCell[] => {
    const first = localDay(rule.bounds[cohort] ?? 0, timeZone)
    return row.map((counts, offset) => {
      const cell = described(cohortRetention(counts, { level, interval }))
      return { ...cell, cohort: first, offset, size: counts.size }
    })
  })
  const overall = rule.ranges.map((_range, offset): RetentionCell => {
    const counts = grid.flatMap((row) => row[offset] ?? [])
    const cell = described(averageRetention(counts, { average, level, interval }))
    return { ...cell, offset, size: counts.reduce((sum, { size }) => sum + size, 0) }
  })
  return { cells, overall, ...(visited.excluded === undefined ? {} : { excluded: visited.excluded }) }
}
