import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import { positiveZero } from '../../internal/positiveZero.js'
import type { Measurement } from '../../measurement.js'
import { eventRateMeasurement } from '../internal/eventRateMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link complaintRate}. */
export interface ComplaintRateOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** `'none'` switches the interval off; default `'garwood'`. */
  readonly interval?: 'garwood' | 'none' | undefined
}

/**
 * Gives complaints per exposure: complaints divided by the orders, deliveries or customers of the same period.
 *
 * Always a ratio, which a report may print per 1,000. One order can have several complaints, so it is no probability
 * (caveat `not_a_probability`) and its interval that of a count of events.
 *
 * @param counts - complaints, and an exposure of any size from 0
 * @param options - level, interval
 * @returns `complaint-rate` as a ratio from 0; null with `empty_base`, or `zero_denominator` for complaints over nothing
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { complaintRate } from 'retention-okr/metrics'
 *
 * complaintRate({ complaints: 18, exposure: 1_200 }).value // => 0.015
 * ```
 * @see Garwood 1936, Fiducial limits for the Poisson distribution
 * @since 0.1.0
 */
export function complaintRate(
  counts: { readonly complaints: number; readonly exposure: number },
  options: ComplaintRateOptions = {},
): Measurement {
  assertKnownOptions(options, ['level', 'interval'])
  const { complaints } = readCounts(counts, ['complaints'])
  const { exposure } = counts
  if (exposure === undefined) fail('MISSING_COUNT', 'counts.exposure', 'is needed by the method', exposure)
  if (typeof exposure !== 'number' || !(Number.isFinite(exposure) && exposure >= 0)) {
    fail('INVALID_COUNT', 'counts.exposure', 'must be a finite number from 0', exposure)
  }
  const definition = { caveats: ['not_a_probability'] }
  return eventRateMeasurement(
    { metric: 'complaint-rate', numerator: complaints, denominator: positiveZero(exposure), definition },
    options,
  )
}
