import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link promiseConsistency}. */
export interface PromiseConsistencyOptions extends ProportionOptions {}

/** What {@link promiseConsistency} reads. */
export interface ConsistencyCounts {
  /** Groups of statements that can be compared. */
  readonly comparable: number
  /** Those of them that contradict each other. */
  readonly conflicting: number
}

/**
 * Gives the share of comparable groups of promises that agree: `1 - conflicting / comparable`.
 *
 * @param counts - comparable and conflicting groups
 * @param options - level, interval
 * @returns `promise-consistency` as a ratio 0..1; null with `empty_base` without comparable groups
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are in conflict than comparable
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { promiseConsistency } from 'retention-okr/metrics'
 *
 * promiseConsistency({ comparable: 40, conflicting: 4 }).value // => 0.9
 * ```
 * @since 0.1.0
 */
export function promiseConsistency(counts: ConsistencyCounts, options: PromiseConsistencyOptions = {}): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { comparable, conflicting } = readCounts(counts, ['comparable', 'conflicting'])
  if (conflicting > comparable) {
    fail('COUNT_EXCEEDS_BASE', 'counts.conflicting', 'must not exceed comparable', conflicting)
  }
  const numerator = comparable - conflicting
  const parts = { metric: 'promise-consistency', numerator, denominator: comparable, definition: {} }
  return proportionMeasurement(parts, options)
}
