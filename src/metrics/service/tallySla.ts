import { assertKnownOptions } from '../../internal/guards.js'
import type { Periods, RecordSource, Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { CountTally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import { addDeadline } from './addDeadline.js'
import { ticketClockOptionNames } from './assertTicketClockOptions.js'
import type { SlaCounts } from './model.js'
import type { TicketClockOptions } from './readTicketClocks.js'
import { slaRules } from './slaRules.js'

/** Options of {@link tallySla}. */
export interface TallySlaOptions extends TallyOptions<Ticket>, TicketClockOptions {
  /** A period grid, or a list of periods; tickets by creation. */
  readonly periods: Periods
}

/**
 * Tallies the deadlines of tickets per period of creation and segment: mergeable counts of records.
 *
 * @param tickets - the tickets, in any order
 * @param options - instant of knowledge, periods, target, which clock, opening hours, segments
 * @returns a tally of kind `sla-attainment`: met, breached, pending, pendingMet a cell; left out: `duplicate`, `future`,
 * `merged`, `deleted`, `spam`, `no_status_history`, `no_target`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a reply or solution before the creation
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { tallySla } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'solved', createdAt: '2024-05-01T08:00:00Z', resolvedAt: '2024-05-01T10:00:00Z' }
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = tallySla([ticket], { asOf: '2024-06-01', periods, target: 86_400_000 }).cells
 * may?.counts // => { met: 1, breached: 0, pending: 0, pendingMet: 0 }
 * ```
 * @since 0.1.0
 */
export function tallySla(tickets: RecordSource<Ticket>, options: TallySlaOptions): CountTally<SlaCounts> {
  assertKnownOptions(options, [...ticketClockOptionNames, 'asOf', 'timeZone', 'segmentBy', 'periods'])
  const { segmentBy, periods } = options
  const opened = openSource(tickets, options, slaRules(tickets, options, segmentBy))
  return countTally<SlaCounts>(opened, {
    kind: 'sla-attainment',
    periods,
    segments: opened.rows.map(({ segment }) => segment),
    empty: () => ({ met: 0, breached: 0, pending: 0, pendingMet: 0 }),
    add: ({ start, until }, countsOf) => {
      for (const { createdAt, segment, state } of opened.rows) {
        if (createdAt >= start && createdAt < until) addDeadline(countsOf(segment), state)
      }
    },
  })
}
