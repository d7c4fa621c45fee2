import { assertKnownOptions } from '../../internal/guards.js'
import type { Periods, RecordSource, RecordStream, Ticket } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import type { CountTally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import type { OpenedSource } from '../internal/openSource.js'
import { tallySource } from '../internal/tallySource.js'
import { addDeadline } from './addDeadline.js'
import { ticketClockOptionNames } from './assertTicketClockOptions.js'
import type { TicketClockOptions, TicketReading } from './createDeadlineReader.js'
import { ticketSource } from './createTicketReader.js'
import type { SlaCounts } from './model.js'
import { type SlaShape, slaRules } from './slaRules.js'

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
export function tallySla(tickets: RecordSource<Ticket>, options: TallySlaOptions): CountTally<SlaCounts>
/**
 * Tallies the deadlines of a stream of tickets, or of batches of tickets.
 *
 * @param stream - the tickets; a batch is done before the next is asked for
 * @param options - instant of knowledge, periods, target, which clock, opening hours, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallySla(stream: RecordStream<Ticket>, options: TallySlaOptions): Promise<CountTally<SlaCounts>>
export function tallySla(
  source: RecordSource<Ticket> | RecordStream<Ticket>,
  options: TallySlaOptions,
): CountTally<SlaCounts> | Promise<CountTally<SlaCounts>> {
  return tallySource(source, ticketSource, () => {
    assertKnownOptions(options, [...ticketClockOptionNames, ...tallyOptionNames, 'periods'])
    const rules = slaRules(source, options, options.segmentBy)
    return { options, rules, finish: (opened) => tallyOf(opened, options.periods) }
  })
}

function tallyOf(opened: OpenedSource<TicketReading, SlaShape>, periods: Periods): CountTally<SlaCounts> {
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
