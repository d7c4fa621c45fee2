import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { CommitmentMeasurement } from './model.js'

/** Options of {@link commitmentFulfilmentRate}. */
export interface CommitmentFulfilmentRateOptions extends ProportionOptions {}

/** What {@link commitmentFulfilmentRate} reads. */
export interface FulfilmentCounts {
  /** On time and in full. */
  readonly kept: number
  /** Due by now. */
  readonly due: number
  /** Not due yet; default 0. */
  readonly pending?: number | undefined
  /** Of the due fulfilled on time; default not counted. */
  readonly onTime?: number | undefined
  /** Of the due fulfilled in full; default not counted. */
  readonly inFull?: number | undefined
  /** Of the due fulfilled at all; default not counted. */
  readonly fulfilled?: number | undefined
}

const parts = [
  { count: 'onTime', field: 'onTimeRate', metric: 'on-time-rate' },
  { count: 'inFull', field: 'inFullRate', metric: 'in-full-rate' },
  { count: 'fulfilled', field: 'keptEver', metric: 'kept-ever-rate' },
] as const

/**
 * Gives the share of due promises that were kept, on time and in full: `kept / due`.
 *
 * Kept is counted promise by promise: the product of the share on time and the share in full is another number.
 *
 * @param counts - kept, due, and where counted pending, on time, in full, fulfilled
 * @param options - level, interval
 * @returns `commitment-fulfilment-rate` as a ratio 0..1, with the shares of what was counted over the same due ones; null
 * with `not_mature` while all are pending, else `empty_base`
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when a part exceeds the due
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { commitmentFulfilmentRate } from 'retention-okr/metrics'
 *
 * const rate = commitmentFulfilmentRate({ kept: 6, due: 10, onTime: 8, inFull: 8 })
 * rate.value // => 0.6
 * rate.onTimeRate?.value // => 0.8
 * ```
 * @since 0.1.0
 */
export function commitmentFulfilmentRate(
  counts: FulfilmentCounts,
  options: CommitmentFulfilmentRateOptions = {},
): CommitmentMeasurement {
  assertKnownOptions(options, proportionOptionNames)
  const { kept, due } = readCounts(counts, ['kept', 'due'])
  const { pending = 0 } = counts
  assertCount(pending, 'counts.pending')
  const rate = (metric: string, name: string, numerator: number): Measurement => {
    if (numerator > due) fail('COUNT_EXCEEDS_BASE', `counts.${name}`, 'must not exceed due', numerator)
    return proportionMeasurement({ metric, numerator, denominator: due, pending, definition: {} }, options)
  }
  const measurement: CommitmentMeasurement = rate('commitment-fulfilment-rate', 'kept', kept)
  for (const { count, field, metric } of parts) {
    const value = counts[count]
    if (value === undefined) continue
    assertCount(value, `counts.${count}`)
    measurement[field] = rate(metric, count, value)
  }
  return measurement
}
