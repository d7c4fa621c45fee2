import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import { readPending } from '../internal/readPending.js'

/** Options of {@link firstContactResolutionRate}. */
export interface FirstContactResolutionRateOptions extends ProportionOptions {}

/**
 * Gives the share of tickets solved at first contact: `resolvedFirst / resolved`.
 *
 * @param counts - solved at first contact, solved, and not decided yet (default 0)
 * @param options - level, interval
 * @returns `first-contact-resolution-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more solved at first contact than solved
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { firstContactResolutionRate } from 'retention-okr/metrics'
 *
 * firstContactResolutionRate({ resolvedFirst: 30, resolved: 40 }).value // => 0.75
 * ```
 * @since 0.1.0
 */
export function firstContactResolutionRate(
  counts: { readonly resolvedFirst: number; readonly resolved: number; readonly pending?: number | undefined },
  options: FirstContactResolutionRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { resolvedFirst, resolved } = readCounts(counts, ['resolvedFirst', 'resolved'])
  const pending = readPending(counts.pending)
  const metric = 'first-contact-resolution-rate'
  const parts = { metric, numerator: resolvedFirst, denominator: resolved, pending, definition: {} }
  return proportionMeasurement(parts, options)
}
