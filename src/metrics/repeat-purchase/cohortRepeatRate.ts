import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { PurchaseCounts } from './model.js'

/** Options of {@link cohortRepeatRate}. */
export interface CohortRepeatRateOptions extends ProportionOptions {}

/**
 * Gives the share of first-time buyers who bought again within N days: `repeated / eligible`.
 *
 * A buyer is eligible once the whole N days have passed, whatever has happened before: the rate is neither diluted by
 * acquisition nor does it compare young buyers with old ones. Recommended for objectives.
 *
 * @param counts - eligible first-time buyers, those who bought again, and those whose days are not over (default 0)
 * @param options - level, interval
 * @returns `cohort-repeat-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_OPTION
 * @example
 * ```ts
 * import { cohortRepeatRate } from 'retention-okr/metrics'
 *
 * cohortRepeatRate({ eligible: 40, repeated: 10, pending: 5 }).value // => 0.25
 * cohortRepeatRate({ eligible: 0, repeated: 0, pending: 5 }).reason // => 'not_mature'
 * ```
 * @since 0.1.0
 */
export function cohortRepeatRate(
  counts: Pick<PurchaseCounts, 'eligible' | 'repeated' | 'pending'>,
  options: CohortRepeatRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { eligible, repeated } = readCounts(counts, ['eligible', 'repeated'])
  const { pending = 0 } = counts
  assertCount(pending, 'counts.pending')
  const parts = { metric: 'cohort-repeat-rate', numerator: repeated, denominator: eligible, pending, definition: {} }
  return proportionMeasurement(parts, options)
}
