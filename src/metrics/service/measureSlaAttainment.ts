import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import { addDeadline } from './addDeadline.js'
import { ticketClockOptionNames } from './assertTicketClockOptions.js'
import type { TicketClockOptions } from './createDeadlineReader.js'
import type { AttainmentMeasurement, SlaCounts } from './model.js'
import { slaAttainment } from './slaAttainment.js'
import { slaRules } from './slaRules.js'

/** Options of {@link measureSlaAttainment}. */
export interface MeasureSlaAttainmentOptions
  extends OptionalPeriodOptions,
    ProportionOptions,
    Omit<TicketClockOptions, 'target'> {
  /** Target in milliseconds, or one for each priority; a ticket's own target wins; required for tickets. */
  readonly target?: TicketClockOptions['target'] | undefined
}

const knownOptions = [
  ...ticketClockOptionNames,
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'level',
  'interval',
]

/**
 * Measures the share of tickets answered or solved within a target, as {@link slaAttainment} defines it.
 *
 * A ticket is due once closing it at `asOf` would miss the target; then it is met when its elapsed time satisfies the
 * operator, else breached, still open ones included. Before that it is pending, solved or not.
 *
 * @param source - tickets, or their tally of kind `sla-attainment`
 * @param options - instant of knowledge, period of creation, target, which clock, opening hours
 * @returns `sla-attainment` as a ratio 0..1; null with `empty_base`, or `not_mature` while everything is pending; left
 * out: `duplicate`, `future`, `merged`, `deleted`, `spam`, `no_status_history`, `no_target`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a reply or solution before the creation
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another definition or a period that cuts its cells
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { measureSlaAttainment } from 'retention-okr/metrics'
 *
 * const day = 86_400_000
 * const tickets = [
 *   { id: '1', customerId: 'c', status: 'solved', createdAt: '2024-05-01', resolvedAt: '2024-05-01T10:00:00Z' },
 *   { id: '2', customerId: 'c', status: 'open', createdAt: '2024-05-02' },
 *   { id: '3', customerId: 'c', status: 'open', createdAt: '2024-05-31T22:00:00Z' },
 * ]
 * const attainment = measureSlaAttainment(tickets, { asOf: '2024-06-01', target: day, operator: 'lt' })
 * attainment.value // => 0.5
 * attainment.pending // => 1
 * ```
 * @since 0.1.0
 */
export function measureSlaAttainment(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureSlaAttainmentOptions,
): AttainmentMeasurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval } = options
  const opened = openSource(source, options, slaRules(source, options, undefined))
  const { period } = opened
  const counts: SlaCounts = { met: 0, breached: 0, pending: 0, pendingMet: 0 }
  for (const { createdAt, state } of opened.rows) if (isMeasured(createdAt, period, false)) addDeadline(counts, state)
  for (const cell of isTally(source) ? cellsInside(source, period) : []) {
    for (const name of Object.keys(counts) as (keyof SlaCounts)[]) {
      counts[name] += (cell.counts as SlaCounts | undefined)?.[name] ?? 0
    }
  }
  return describeMeasurement(slaAttainment(counts, { level, interval }), opened, { needsEnd: false })
}
