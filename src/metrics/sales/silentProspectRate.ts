import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link silentProspectRate}. */
export interface SilentProspectRateOptions extends ProportionOptions {}

/** What {@link silentProspectRate} reads. */
export interface SilenceCounts {
  /** Prospects that do not answer. */
  readonly silent: number
  /** Prospects open and tried by a person, all at one age. */
  readonly assessed: number
}

/**
 * Gives the share of prospects that do not answer: `silent / assessed`, both at one fixed age.
 *
 * @param counts - silent and assessed prospects
 * @param options - level, interval
 * @returns `silent-prospect-rate` as a ratio 0..1; null with `empty_base` without prospects
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are silent than assessed
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { silentProspectRate } from 'retention-okr/metrics'
 *
 * silentProspectRate({ silent: 17, assessed: 143 }).value ?? 0 // ≈ 0.119
 * ```
 * @since 0.1.0
 */
export function silentProspectRate(counts: SilenceCounts, options: SilentProspectRateOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { silent, assessed } = readCounts(counts, ['silent', 'assessed'])
  if (silent > assessed) fail('COUNT_EXCEEDS_BASE', 'counts.silent', 'must not exceed assessed', silent)
  const parts = { metric: 'silent-prospect-rate', numerator: silent, denominator: assessed, definition: {} }
  return proportionMeasurement(parts, options)
}
