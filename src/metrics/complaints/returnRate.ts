import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import { readPending } from '../internal/readPending.js'
import type { ReturnCounts } from './model.js'

/** Options of {@link returnRate}. */
export interface ReturnRateOptions extends ProportionOptions {}

/**
 * Gives the share of units sold that were returned: `returned / sold`.
 *
 * @param counts - whole units from 0: of orders whose window is over, those of them returned, those pending (default 0)
 * @param options - level, interval
 * @returns `return-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT, INVALID_INPUT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more returned than sold
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { returnRate } from 'retention-okr/metrics'
 *
 * returnRate({ returned: 7, sold: 80, pending: 20 }).value // => 0.0875
 * ```
 * @since 0.1.0
 */
export function returnRate(
  counts: Pick<Readonly<ReturnCounts>, 'returned' | 'sold'> & { readonly pending?: number | undefined },
  options: ReturnRateOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { returned, sold } = readCounts(counts, ['returned', 'sold'])
  const pending = readPending(counts.pending)
  return proportionMeasurement(
    { metric: 'return-rate', numerator: returned, denominator: sold, pending, definition: {} },
    options,
  )
}
