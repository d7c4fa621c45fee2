import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { CommitmentCounts, CommitmentMeasurement } from './model.js'

/** Options of {@link commitmentFulfilmentRate}. */
export interface CommitmentFulfilmentRateOptions extends ProportionOptions {}

/**
 * Gives the share of due promises that were kept, on time and in full: `kept / due`.
 *
 * On time and in full are never multiplied: 8 of 10 on time and 8 of 10 in full may be 6 of 10 both. Beside the share stand
 * the parts of it that were counted, over the same due promises.
 *
 * @param counts - kept and due, and if counted pending (default 0), on time, in full, fulfilled at all
 * @param options - level, interval
 * @returns `commitment-fulfilment-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for a count above due
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { commitmentFulfilmentRate } from 'retention-okr/metrics'
 *
 * const rate = commitmentFulfilmentRate({ kept: 6, due: 10, onTime: 8, inFull: 8 })
 * rate.value // => 0.6
 * rate.onTimeRate?.value // => 0.8
 * ```
 * @see McKinsey 2019, Defining "on-time, in-full" in the consumer sector
 * @since 0.1.0
 */
export function commitmentFulfilmentRate(
  counts: Pick<Readonly<CommitmentCounts>, 'kept' | 'due'> & {
    readonly [K in 'pending' | 'onTime' | 'inFull' | 'fulfilled']?: number | undefined
  },
  options: CommitmentFulfilmentRateOptions = {},
): CommitmentMeasurement {
  assertKnownOptions(options, proportionOptionNames)
  const { kept, due } = readCounts(counts, ['kept', 'due'])
  const { pending = 0 } = counts
  assertCount(pending, 'counts.pending')
  const shareOf = (metric: string, numerator: number) =>
    proportionMeasurement({ metric, numerator, denominator: due, pending, definition: {} }, options)
  const measurement: CommitmentMeasurement = shareOf('commitment-fulfilment-rate', kept)
  const parts = [
    ['onTime', 'onTimeRate', 'on-time-rate'],
    ['inFull', 'inFullRate', 'in-full-rate'],
    ['fulfilled', 'keptEver', 'kept-ever-rate'],
  ] as const
  for (const [count, member, metric] of parts) {
    const counted = counts[count]
    if (counted === undefined) continue
    assertCount(counted, `counts.${count}`)
    measurement[member] = shareOf(metric, counted)
  }
  return measurement
}
