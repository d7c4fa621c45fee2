import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import { readPending } from '../internal/readPending.js'

/** Options of {@link responseRate}. */
export interface ResponseRateOptions extends ProportionOptions {}

/**
 * Gives the share of delivered invitations that were answered: `responded / delivered`.
 *
 * @param counts - invitations whose answer window is over, those of them answered, and those still pending (default 0)
 * @param options - level, interval
 * @returns `response-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more answered than delivered
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { responseRate } from 'retention-okr/metrics'
 *
 * responseRate({ delivered: 4, responded: 1 }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function responseRate(
  counts: { readonly delivered: number; readonly responded: number; readonly pending?: number | undefined },
  options: ResponseRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { delivered, responded } = readCounts(counts, ['delivered', 'responded'])
  const pending = readPending(counts.pending)
  const parts = { metric: 'response-rate', numerator: responded, denominator: delivered, pending, definition: {} }
  return proportionMeasurement(parts, options)
}
