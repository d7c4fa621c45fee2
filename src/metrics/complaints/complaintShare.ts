import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link complaintShare}. */
export interface ComplaintShareOptions extends ProportionOptions {}

/**
 * Gives the share of customers who complained: `customersWithComplaint / customers`.
 *
 * @param counts - customers with at least one complaint, and all customers
 * @param options - level, interval
 * @returns `complaint-share` as a ratio 0..1; null, reason `empty_base`, without customers
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for a part above its whole
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { complaintShare } from 'retention-okr/metrics'
 *
 * complaintShare({ customersWithComplaint: 3, customers: 60 }).value // => 0.05
 * ```
 * @since 0.1.0
 */
export function complaintShare(
  counts: { readonly customersWithComplaint: number; readonly customers: number },
  options: ComplaintShareOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const { customersWithComplaint, customers } = readCounts(counts, ['customersWithComplaint', 'customers'])
  const parts = { metric: 'complaint-share', numerator: customersWithComplaint, denominator: customers, definition: {} }
  return proportionMeasurement(parts, options)
}
