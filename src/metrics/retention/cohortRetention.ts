import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { RetainedCounts } from './model.js'

/** Options of {@link cohortRetention}. */
export interface CohortRetentionOptions extends ProportionOptions {}

/**
 * Gives the retention of one cohort at one offset: `retained / eligible`.
 *
 * An actor is eligible once its whole window is over, whatever it has done before; the others are pending.
 *
 * @param counts - counts of a cell of {@link countCohortRetention}
 * @param options - level, interval
 * @returns `cohort-retention` as a ratio 0..1; null with `empty_base` without actors, `not_mature` while all are pending
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are retained than eligible
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { cohortRetention } from 'retention-okr/metrics'
 *
 * cohortRetention({ eligible: 40, retained: 10, pending: 5 }).value // => 0.25
 * cohortRetention({ eligible: 0, retained: 0, pending: 5 }).reason // => 'not_mature'
 * ```
 * @since 0.1.0
 */
export function cohortRetention(counts: RetainedCounts, options: CohortRetentionOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { eligible, retained } = readCounts(counts, ['eligible', 'retained'])
  const { pending = 0 } = counts
  assertCount(pending, 'counts.pending')
  if (retained > eligible) fail('COUNT_EXCEEDS_BASE', 'counts.retained', 'must not exceed eligible', retained)
  const parts = { metric: 'cohort-retention', numerator: retained, denominator: eligible, pending, definition: {} }
  return proportionMeasurement(parts, options)
}
