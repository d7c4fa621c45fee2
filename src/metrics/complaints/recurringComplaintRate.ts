import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link recurringComplaintRate}. */
export interface RecurringComplaintRateOptions extends ProportionOptions {}

/**
 * Gives the share of complaints that repeat an earlier one: `recurring / complaints`.
 *
 * @param counts - complaints with an earlier one on the same matter, and all complaints
 * @param options - level, interval
 * @returns `recurring-complaint-rate` as a ratio 0..1; null, reason `empty_base`, without complaints
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for a part above its whole
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { recurringComplaintRate } from 'retention-okr/metrics'
 *
 * recurringComplaintRate({ recurring: 2, complaints: 8 }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function recurringComplaintRate(
  counts: { readonly recurring: number; readonly complaints: number },
  options: RecurringComplaintRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { recurring, complaints } = readCounts(counts, ['recurring', 'complaints'])
  const parts = { metric: 'recurring-complaint-rate', numerator: recurring, denominator: complaints, definition: {} }
  return proportionMeasurement(parts, options)
}
