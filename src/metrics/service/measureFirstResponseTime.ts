import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import type { DurationSummaryOptions } from './durationSummary.js'
import { measureDurations } from './measureDurations.js'
import type { DurationSummary, TicketOptions } from './model.js'

/** Options of {@link measureFirstResponseTime}. */
export interface MeasureFirstResponseTimeOptions
  extends OptionalPeriodOptions,
    DurationSummaryOptions,
    Omit<TicketOptions, 'resolution'> {
  /** Tickets by creation, or completed ones by completion; default `'created'`. */
  readonly basis?: 'created' | 'closed' | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'limits',
  'curve',
  'basis',
  'calendar',
  'pauses',
  'bots',
  'level',
  'interval',
]

/**
 * Measures how long customers wait for the first public reply of a human.
 *
 * From the creation to the first public human reply; a ticket that an agent opened waits for the second public agent
 * comment. Without a reply the ticket is open, followed to `asOf`, or to its solution when it was solved unanswered.
 *
 * @param source - tickets, or their tally of kind `durations` made for the clock `firstResponse`
 * @param options - instant of knowledge, period of creation, opening hours, limits, level
 * @returns `first-response-time` in milliseconds, the median, as {@link durationSummary} gives it; null with `empty_base`,
 * `insufficient_data` when half is not reached, `not_mature` by completion in a period that is not over; left out:
 * `duplicate`, `future`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a first reply before the creation
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureFirstResponseTime } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', status: 'open', createdAt: '2024-05-01T08:00:00Z' }
 * const tickets = [
 *   { ...ticket, id: '1', firstReplyAt: '2024-05-01T09:00:00Z' },
 *   { ...ticket, id: '2', firstReplyAt: '2024-05-01T10:00:00Z' },
 *   { ...ticket, id: '3' },
 * ]
 * const measured = measureFirstResponseTime(tickets, { asOf: '2024-06-01', limits: [3_600_000] })
 * measured.value // => 7200000
 * measured.within // => { '3600000': 1 }
 * ```
 * @since 0.1.0
 */
export function measureFirstResponseTime(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureFirstResponseTimeOptions = {},
): DurationSummary {
  assertKnownOptions(options, knownOptions)
  return measureDurations(source, { clock: 'firstResponse', metric: 'first-response-time' }, options)
}
