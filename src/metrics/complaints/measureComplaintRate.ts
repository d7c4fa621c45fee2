import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { type ComplaintRateOptions, complaintRate } from './complaintRate.js'
import { complaintRules } from './complaintRules.js'

/** Options of {@link measureComplaintRate}. */
export interface MeasureComplaintRateOptions extends PeriodOptions, ComplaintRateOptions {
  /** Orders, deliveries or customers of the period, any number from 0; required. */
  readonly exposure: number
}

/**
 * Measures complaints per exposure of a period.
 *
 * Complaints are tickets marked as such and created in the period.
 *
 * @param source - tickets, or their tally of kind `complaints`
 * @param options - instant of knowledge, period, exposure, level
 * @returns `complaint-rate` as a ratio from 0; null with `empty_base`, `zero_denominator`, or `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} INVALID_COUNT for an exposure that is no number from 0
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureComplaintRate } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'open', createdAt: '2024-05-01', isComplaint: true }
 * const period = { start: '2024-05-01', end: '2024-06-01' }
 * measureComplaintRate([ticket], { asOf: '2024-06-01', period, exposure: 50 }).value // => 0.02
 * ```
 * @since 0.1.0
 */
export function measureComplaintRate(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureComplaintRateOptions,
): Measurement {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', 'partial', 'exposure', 'level', 'interval'])
  const { exposure, level, interval, period: given } = options
  if (exposure === undefined) fail('INVALID_OPTION', 'options.exposure', 'is required', exposure)
  if (given === undefined) fail('INVALID_PERIOD', 'options.period', 'is required', given)
  const opened = openSource(source, options, complaintRules(source, undefined))
  const complaints = opened.rows.filter(({ row }) => isMeasured(row.at, opened.period, true)).length
  return describeMeasurement(complaintRate({ complaints, exposure }, { level, interval }), opened, { needsEnd: true })
}
