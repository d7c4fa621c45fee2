import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Period } from '../../measurement.js'
import type { Ticket } from '../../records/model.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import { assertTicketClockOptions, ticketClockOptionNames } from './assertTicketClockOptions.js'
import type { AttainmentMeasurement, SlaCounts } from './model.js'
import { readTicketClocks, type TicketClockOptions } from './readTicketClocks.js'
import { slaAttainment } from './slaAttainment.js'
import { slaDefaults } from './slaDefaults.js'

/** Options of {@link measureSlaAttainment}. */
export interface MeasureSlaAttainmentOptions extends ProportionOptions, Omit<TicketClockOptions, 'target'> {
  /** Nothing later is known; required for tickets. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Tickets created inside it; default all. */
  readonly period?: Period | undefined
  /** Of no effect: what is not due is pending; default false. */
  readonly partial?: boolean | undefined
  /** Target in milliseconds, or one for each priority; a ticket's own target wins; required for tickets. */
  readonly target?: TicketClockOptions['target'] | undefined
}

const knownOptions = [...ticketClockOptionNames, 'asOf', 'timeZone', 'period', 'partial', 'level', 'interval']

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
  source: Iterable<Ticket> | Tally<object>,
  options: MeasureSlaAttainmentOptions,
): AttainmentMeasurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval, period: given, partial: _partial, asOf: _asOf, timeZone: zone, ...clock } = options
  if (isTally(source)) return measureTally(source, options)
  const timeZone = zone ?? 'UTC'
  assertTimeZone(timeZone)
  if (clock.target === undefined) fail('INVALID_OPTION', 'options.target', 'is required', clock.target)
  const read = clock as TicketClockOptions
  assertTicketClockOptions(read)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = given === undefined ? undefined : readPeriod(given, timeZone, 'options.period')
  const isInside = (at: number): boolean => period === undefined || (at >= period.start && at < period.end)
  const exclusions = createExclusions()
  const counts: SlaCounts = { met: 0, breached: 0, pending: 0, pendingMet: 0 }
  readTicketClocks(
    source as Iterable<Ticket>,
    { asOf, timeZone, options: read, segmentBy: undefined },
    exclusions,
    isInside,
    ({ state }) => {
      if (state === 'pendingMet') counts.pending += 1
      counts[state] += 1
    },
  )
  const measurement = slaAttainment(counts, { level, interval })
  const excluded = exclusions.result()
  return {
    ...measurement,
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      ...(JSON.parse(JSON.stringify({ ...slaDefaults(clock.clock), ...clock })) as object),
      asOf: new Date(asOf).toISOString(),
      timeZone,
      caveats: [],
    },
  }
}

/** The cells inside the period added up; one that sticks out cannot be divided. */
function measureTally(tally: Tally<object>, options: MeasureSlaAttainmentOptions): AttainmentMeasurement {
  const { level, interval, period: given, partial: _partial, asOf, ...clock } = options
  const definition = agreeWithDefinition(tally, 'sla-attainment', clock)
  if (asOf !== undefined) {
    const known = definition as { asOf: string; timeZone: string }
    if (readAsOf(asOf, known.timeZone) !== readAsOf(known.asOf, 'UTC')) {
      fail('TALLY_MISMATCH', 'options.asOf', 'must be that of the tally', asOf)
    }
  }
  const { timeZone } = definition as { timeZone: string }
  const period = given === undefined ? undefined : readPeriod(given, timeZone, 'options.period')
  const counts: SlaCounts = { met: 0, breached: 0, pending: 0, pendingMet: 0 }
  for (const cell of cellsInside(tally, period)) {
    for (const name of Object.keys(counts) as (keyof SlaCounts)[]) {
      counts[name] += (cell.counts as SlaCounts | undefined)?.[name] ?? 0
    }
  }
  const measurement = slaAttainment(counts, { level, interval })
  return {
    ...measurement,
    ...(tally.excluded === undefined ? {} : { excluded: tally.excluded }),
    definition: { ...definition, caveats: [] },
  }
}
