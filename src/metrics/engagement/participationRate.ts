import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { ParticipationCounts } from './model.js'

/** Options of {@link participationRate}. */
export interface ParticipationRateOptions extends ProportionOptions {}

/**
 * Gives the share of eligible customers who took part: `participants / eligible`.
 *
 * @param counts - participants and eligible customers
 * @param options - level, interval
 * @returns `participation-rate` as a ratio 0..1; null, reason `empty_base`, without eligible customers
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more participants than eligible customers
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { participationRate } from 'retention-okr/metrics'
 *
 * participationRate({ participants: 45, eligible: 160 }).value // => 0.28125
 * ```
 * @since 0.1.0
 */
export function participationRate(
  counts: Readonly<ParticipationCounts>,
  options: ParticipationRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { participants, eligible } = readCounts(counts, ['participants', 'eligible'])
  const parts = { metric: 'participation-rate', numerator: participants, denominator: eligible, definition: {} }
  return proportionMeasurement(parts, options)
}
