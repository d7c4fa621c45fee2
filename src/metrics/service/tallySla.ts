import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Periods, Ticket } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { CountTally } from '../../tally/model.js'
import { cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { assertTicketClockOptions, ticketClockOptionNames } from './assertTicketClockOptions.js'
import type { SlaCounts } from './model.js'
import { readTicketClocks, type TicketClockOptions } from './readTicketClocks.js'
import { slaDefaults } from './slaDefaults.js'

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
export function tallySla(tickets: Iterable<Ticket>, options: TallySlaOptions): CountTally<SlaCounts> {
  assertKnownOptions(options, [...ticketClockOptionNames, 'asOf', 'timeZone', 'segmentBy', 'periods'])
  assertTicketClockOptions(options)
  const { timeZone = 'UTC', segmentBy, periods: given, ...rest } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const periods = cutPeriods(readPeriods(given, timeZone, 'options.periods'), asOf)
  const segments = new Set<string | undefined>()
  const readings: { at: number; segment: string | undefined; state: keyof SlaCounts }[] = []
  const exclusions = createExclusions()
  readTicketClocks(
    tickets,
    { asOf, timeZone, options: rest, segmentBy },
    exclusions,
    () => true,
    ({ segment, createdAt, state }) => {
      segments.add(segment)
      readings.push({ at: createdAt, segment, state })
    },
  )
  const named = segments.size === 0 ? [undefined] : [...segments]
  const cells = periods.map((period) => {
    const bySegment = new Map(named.map((segment) => [segment, { met: 0, breached: 0, pending: 0, pendingMet: 0 }]))
    for (const { at, segment, state } of readings) {
      const counts = at >= period.start && at < period.until ? bySegment.get(segment) : undefined
      if (counts === undefined) continue
      if (state === 'pendingMet') counts.pending += 1
      counts[state] += 1
    }
    return [...bySegment].map(([segment, counts]) => periodCell(period, segment, counts, timeZone))
  })
  const excluded = exclusions.result()
  const { asOf: _asOf, ...definition } = rest
  return {
    kind: 'sla-attainment',
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      ...(JSON.parse(JSON.stringify({ ...slaDefaults(options.clock), ...definition })) as object),
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
    },
    cells: sortCells(cells.flat()),
    ...(excluded === undefined ? {} : { excluded }),
  }
}
