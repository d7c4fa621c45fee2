import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import type { RetainedCounts } from './model.js'

/** Options of {@link averageRetention}. */
export interface AverageRetentionOptions extends ProportionOptions {
  /** All actors together, or the mean of the cohorts' rates, which has no interval; default `'pooled'`. */
  readonly average?: 'pooled' | 'simple' | undefined
}

/**
 * Averages the retention of several cohorts at one offset.
 *
 * `'pooled'` is `Σ retained / Σ eligible`; `'simple'` is the mean of the rates, where a cohort of ten weighs as much as
 * one of a thousand. Cohorts without eligible actors do not enter.
 *
 * @param counts - counts of each cohort
 * @param options - how to average, level, interval
 * @returns `cohort-retention` as a ratio 0..1, with the pending actors of all cohorts; null with `empty_base` without
 * actors, `not_mature` while all are pending
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are retained than eligible
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_INPUT, INVALID_OPTION
 * @example
 * ```ts
 * import { averageRetention } from 'retention-okr/metrics'
 *
 * const cohorts = [{ eligible: 1000, retained: 500 }, { eligible: 500, retained: 400 }]
 * averageRetention(cohorts).value // => 0.6
 * averageRetention(cohorts, { average: 'simple' }).value // => 0.65
 * ```
 * @since 0.1.0
 */
export function averageRetention(counts: Iterable<RetainedCounts>, options: AverageRetentionOptions = {}): Measurement {
  assertKnownOptions(options, ['average', ...proportionOptionNames])
  const { average = 'pooled', level, interval } = options
  assertOneOf(average, ['pooled', 'simple'], 'options.average')
  let [retained, eligible, pending] = [0, 0, 0]
  const rates: number[] = []
  forEachRecord(counts, 'counts', (cohort, index) => {
    const read = readCohort(cohort, `counts[${index}]`)
    retained += read.retained
    eligible += read.eligible
    pending += read.pending
    if (read.eligible > 0) rates.push(read.retained / read.eligible)
  })
  const measurement = proportionMeasurement(
    { metric: 'cohort-retention', numerator: retained, denominator: eligible, pending, definition: { average } },
    { level, interval: average === 'simple' ? 'none' : interval },
  )
  if (average === 'pooled') return measurement
  const { numerator: _numerator, denominator: _denominator, ...rest } = measurement
  // Sorted, so that the sum of doubles does not depend on the order of the cohorts.
  const sum = rates.sort((a, b) => a - b).reduce((total, rate) => total + rate, 0)
  return rates.length === 0 ? rest : { ...rest, value: sum / rates.length }
}

function readCohort({ eligible, retained, pending = 0 }: RetainedCounts, path: string) {
  assertCount(eligible, `${path}.eligible`)
  assertCount(retained, `${path}.retained`)
  assertCount(pending, `${path}.pending`)
  if (retained > eligible) fail('COUNT_EXCEEDS_BASE', `${path}.retained`, 'must not exceed eligible', retained)
  return { eligible, retained, pending }
}
