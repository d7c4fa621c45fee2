import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Customer } from '../../records/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { addNewCustomers, newCustomerRules } from './readNewCustomers.js'
import { type ReferredShareOptions, referredShare } from './referredShare.js'

/** Options of {@link measureReferredShare}. */
export interface MeasureReferredShareOptions extends PeriodOptions, ReferredShareOptions {
  /** Acquisition sources that are a referral, trimmed and in any case; default `['referral']`. */
  readonly sources?: readonly string[] | undefined
}

/**
 * Measures the share of the new customers of a period who came by a referral.
 *
 * The counts of {@link countReferredCustomers}, measured by {@link referredShare}.
 *
 * @param customers - customers with the day they became known and their source
 * @param options - instant of knowledge, period, sources, level
 * @returns `referred-share` as a ratio 0..1; null with `empty_base` without new customers, `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT
 * @example
 * ```ts
 * import { measureReferredShare } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { id: 'a', createdAt: '2024-01-05', source: 'Referral' },
 *   { id: 'b', createdAt: '2024-01-09', source: 'web' },
 * ]
 * const period = { start: '2024-01-01', end: '2024-02-01' }
 * measureReferredShare(customers, { asOf: '2024-02-01', period }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureReferredShare(customers: Iterable<Customer>, options: MeasureReferredShareOptions): Measurement {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', 'partial', 'sources', 'level', 'interval'])
  const { sources, level, interval } = options
  const opened = openSource(customers, options, newCustomerRules(customers, sources, undefined))
  const period = opened.period ?? readMeasuredPeriod(options.period, opened)
  const counts = { referred: 0, newCustomers: 0 }
  addNewCustomers(period.isMature ? opened.rows : [], period, () => counts)
  return describeMeasurement(referredShare(counts, { level, interval }), opened, { needsEnd: true })
}
