import { addLocalDays } from '../../calendar/addLocalDays.js'
import { readInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { complaintRules } from './complaintRules.js'
import { type RecurringComplaintRateOptions, recurringComplaintRate } from './recurringComplaintRate.js'
import { type RecurrenceOptions, recurrenceOptionNames, recurringOf } from './recurringOf.js'

/** Options of {@link measureRecurringComplaintRate}. */
export interface MeasureRecurringComplaintRateOptions
  extends PeriodOptions,
    RecurrenceOptions,
    RecurringComplaintRateOptions {}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  ...recurrenceOptionNames,
  'level',
  'interval',
]

/**
 * Measures the share of the complaints of a period that repeat an earlier one on the same matter.
 *
 * Earlier, by instant and then id, and at or after the creation minus the days of the look-back. A complaint without a
 * category counts, but is on no matter with another: the caveat `missing_category`, with their share. A history that does
 * not reach back from the start of the period is the caveat `short_history`.
 *
 * @param source - tickets, or their tally of kind `complaints`, with those of the look-back
 * @param options - instant of knowledge, period, look-back, what is one matter, level
 * @returns `recurring-complaint-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` for a period that is not
 * over; left out: `duplicate`, `future`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureRecurringComplaintRate } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', status: 'open', category: 'delivery', isComplaint: true }
 * const tickets = [{ ...ticket, id: '1', createdAt: '2024-04-10' }, { ...ticket, id: '2', createdAt: '2024-05-20' }]
 * const period = { start: '2024-05-01', end: '2024-06-01' }
 * measureRecurringComplaintRate(tickets, { asOf: '2024-06-01', period }).value // => 1
 * ```
 * @since 0.1.0
 */
export function measureRecurringComplaintRate(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureRecurringComplaintRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval, historyStart } = options
  if (options.period === undefined) fail('INVALID_PERIOD', 'options.period', 'is required', options.period)
  const opened = openSource(source, options, complaintRules(source, undefined))
  const { period, timeZone } = opened
  const { complaints, definition } = recurringOf(opened.rows, options, timeZone)
  const counted = complaints.filter(({ at }) => isMeasured(at, period, true))
  const recurring = counted.filter(({ isRecurring }) => isRecurring).length
  const missing = definition.key === 'customer' ? 0 : counted.filter(({ hasCategory }) => !hasCategory).length
  const lookBack = addLocalDays(period?.start ?? 0, -definition.lookbackDays, timeZone)
  const isShort = historyStart !== undefined && readInstant(historyStart, timeZone, 'options.historyStart') > lookBack
  const rate = recurringComplaintRate({ recurring, complaints: counted.length }, { level, interval })
  return describeMeasurement(rate, opened, {
    definition: { ...definition, ...(missing === 0 ? {} : { missingCategoryShare: missing / counted.length }) },
    caveats: [...(missing === 0 ? [] : ['missing_category']), ...(isShort ? ['short_history'] : [])],
    needsEnd: true,
  })
}
