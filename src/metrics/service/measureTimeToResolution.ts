import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import type { DurationSummaryOptions } from './durationSummary.js'
import { measureDurations } from './measureDurations.js'
import type { DurationSummary, TicketOptions } from './model.js'

/** Options of {@link measureTimeToResolution}. */
export interface MeasureTimeToResolutionOptions
  extends OptionalPeriodOptions,
    DurationSummaryOptions,
    Omit<TicketOptions, 'bots'> {
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
  'resolution',
  'level',
  'interval',
]

/**
 * Measures how long tickets take to be solved.
 *
 * From the creation to the last solution of a ticket that is solved now, or to its first one; one that is open, also
 * again, is censored at `asOf`. By completion only survivors are seen: the caveat `survivorship_bias`.
 *
 * @param source - tickets, or their tally of kind `durations` made for the clock `resolution`
 * @param options - instant of knowledge, period of creation, opening hours, limits, level
 * @returns `time-to-resolution` in milliseconds, the median, as {@link durationSummary} gives it; null with `empty_base`,
 * `insufficient_data` when half is not reached, `not_mature` by completion in a period that is not over; left out:
 * `duplicate`, `future`, `merged`, `deleted`, `spam`, `no_status_history`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a solution before the creation
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureTimeToResolution } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', createdAt: '2024-05-01T08:00:00Z' }
 * const tickets = [
 *   { ...ticket, id: '1', status: 'solved', resolvedAt: '2024-05-01T09:00:00Z' },
 *   { ...ticket, id: '2', status: 'solved', resolvedAt: '2024-05-01T10:00:00Z' },
 *   { ...ticket, id: '3', status: 'open' },
 * ]
 * measureTimeToResolution(tickets, { asOf: '2024-06-01' }).value // => 7200000
 * ```
 * @since 0.1.0
 */
export function measureTimeToResolution(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureTimeToResolutionOptions = {},
): DurationSummary {
  assertKnownOptions(options, knownOptions)
  return measureDurations(source, { clock: 'resolution', metric: 'time-to-resolution' }, options)
}
