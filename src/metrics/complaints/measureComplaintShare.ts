import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { complaintRules } from './complaintRules.js'
import { type ComplaintShareOptions, complaintShare } from './complaintShare.js'

/** Options of {@link measureComplaintShare}. */
export interface MeasureComplaintShareOptions extends PeriodOptions, ComplaintShareOptions {
  /** Customers of the period: their number, or their ids, which leave out all others; required. */
  readonly customers: number | readonly string[]
}

/**
 * Measures the share of the customers of a period who complained in it at least once.
 *
 * @param source - tickets, or their tally of kind `complaints`
 * @param options - instant of knowledge, period, customers, level
 * @returns `complaint-share` as a ratio 0..1; null with `empty_base`, or `not_mature` for a period that is not over; left
 * out: `duplicate`, `future`, `merged`, `deleted`, `spam` (tickets), `not_in_base` (customers)
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more complaining customers than customers
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureComplaintShare } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'open', createdAt: '2024-05-01', isComplaint: true }
 * const period = { start: '2024-05-01', end: '2024-06-01' }
 * measureComplaintShare([ticket], { asOf: '2024-06-01', period, customers: ['a', 'b', 'c', 'd'] }).value // => 0.25
 * ```
 * @since 0.1.0
 */
export function measureComplaintShare(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureComplaintShareOptions,
): Measurement {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'period', 'partial', 'customers', 'level', 'interval'])
  const { level, interval, period: given } = options
  if (given === undefined) fail('INVALID_PERIOD', 'options.period', 'is required', given)
  const base = readBase(options.customers)
  const opened = openSource(source, options, complaintRules(source, undefined))
  const inside = opened.rows.filter(({ row }) => isMeasured(row.at, opened.period, true))
  const complaining = [...new Set(inside.map(({ key }) => key))]
  const counted = base.ids === undefined ? complaining : complaining.filter((id) => base.ids?.has(id))
  opened.exclusions.add('not_in_base', complaining.length - counted.length)
  const counts = { customersWithComplaint: counted.length, customers: base.size }
  return describeMeasurement(complaintShare(counts, { level, interval }), opened, { needsEnd: true })
}

function readBase(customers: unknown): { size: number; ids?: ReadonlySet<unknown> } {
  if (customers === undefined) fail('INVALID_OPTION', 'options.customers', 'is required', customers)
  if (Array.isArray(customers)) {
    customers.forEach((id: unknown, index) => {
      if (typeof id !== 'string') fail('INVALID_OPTION', `options.customers[${index}]`, 'must be text', id)
    })
    const ids = new Set<unknown>(customers)
    return { size: ids.size, ids }
  }
  assertCount(customers, 'options.customers')
  return { size: customers }
}
