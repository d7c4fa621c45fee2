import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link cleanHandoffRate}. */
export interface CleanHandoffRateOptions extends ProportionOptions {}

/** What {@link cleanHandoffRate} reads. */
export interface CleanHandoffCounts {
  /** Hand-offs without a defect. */
  readonly clean: number
  /** All hand-offs. */
  readonly handed: number
}

/**
 * Gives the share of hand-offs without a defect: `clean / handed`.
 *
 * A hand-off is clean when no required field is missing or invalid, no class is wrong and the lead repeats no earlier
 * one. The record alone decides, not the receiver: it is known at the hand-over and needs no maturity.
 *
 * @param counts - hand-offs without a defect, and all
 * @param options - level, interval
 * @returns `clean-handoff-rate` as a ratio 0..1; null with `empty_base` without hand-offs
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are clean than handed
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { cleanHandoffRate } from 'retention-okr/metrics'
 *
 * const rate = cleanHandoffRate({ clean: 125, handed: 370 })
 * rate.value ?? 0 // ≈ 0.338
 * rate.interval?.upper ?? 0 // ≈ 0.387
 * ```
 * @since 0.1.0
 */
export function cleanHandoffRate(counts: CleanHandoffCounts, options: CleanHandoffRateOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { clean, handed } = readCounts(counts, ['clean', 'handed'])
  if (clean > handed) fail('COUNT_EXCEEDS_BASE', 'counts.clean', 'must not exceed handed', clean)
  const parts = { metric: 'clean-handoff-rate', numerator: clean, denominator: handed, definition: {} }
  return proportionMeasurement(parts, options)
}
