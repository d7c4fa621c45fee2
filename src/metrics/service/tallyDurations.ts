import { readPeriods } from '../../calendar/readPeriods.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Periods, RecordSource, RecordStream, Ticket } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import type { OpenedSource } from '../internal/openSource.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { tallySource } from '../internal/tallySource.js'
import { ticketSource } from './createTicketReader.js'
import { type DurationShape, durationRules, type TicketDuration } from './durationRules.js'
import type { TicketOptions } from './model.js'

/** Options of {@link tallyDurations}. */
export interface TallyDurationsOptions extends TallyOptions<Ticket>, TicketOptions {
  /** Time to the solution, or to the first public human reply; required. */
  readonly clock: 'resolution' | 'firstResponse'
  /** A period grid, or a list of periods; default all in one cell a segment. */
  readonly periods?: Periods | undefined
  /** Tickets by creation, or completed ones by completion; default `'created'`. */
  readonly basis?: 'created' | 'closed' | undefined
}

const ownOptions = ['clock', 'periods', 'basis', 'calendar', 'pauses', 'bots', 'resolution'] as const

/**
 * Tallies durations of tickets per period and segment: mergeable lists of those completed and those still open.
 *
 * {@link durationSummary} reads the `lists` of a cell as they are. The open ones are as long as they have lasted by
 * `asOf`.
 *
 * @param tickets - the tickets, in any order
 * @param options - instant of knowledge, which clock, periods, opening hours, segments
 * @returns a tally of kind `durations`: lists of milliseconds `completed` and `open` a cell; left out: `duplicate`,
 * `future`, `merged`, `deleted`, `spam`, `no_status_history`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a reply or solution before the creation
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { durationSummary, tallyDurations } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'solved', createdAt: '2024-05-01T08:00:00Z', resolvedAt: '2024-05-01T10:00:00Z' }
 * const [all] = tallyDurations([ticket], { asOf: '2024-06-01', clock: 'resolution' }).cells
 * all?.lists // => { completed: [7200000], open: [] }
 * ```
 * @since 0.1.0
 */
export function tallyDurations(tickets: RecordSource<Ticket>, options: TallyDurationsOptions): Tally
/**
 * Tallies the durations of a stream of tickets, or of batches of tickets.
 *
 * @param stream - the tickets; a batch is done before the next is asked for
 * @param options - instant of knowledge, which clock, periods, opening hours, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyDurations(stream: RecordStream<Ticket>, options: TallyDurationsOptions): Promise<Tally>
export function tallyDurations(
  source: RecordSource<Ticket> | RecordStream<Ticket>,
  options: TallyDurationsOptions,
): Tally | Promise<Tally> {
  return tallySource(source, ticketSource, () => {
    assertKnownOptions(options, [...tallyOptionNames, ...ownOptions])
    const { clock, segmentBy, periods } = options
    if (clock === undefined) fail('INVALID_OPTION', 'options.clock', 'is required', clock)
    const rules = durationRules(source, clock, options, segmentBy)
    return { options: { ...options, period: undefined }, rules, finish: (opened) => tallyOf(opened, periods) }
  })
}

function tallyOf(opened: OpenedSource<TicketDuration, DurationShape>, periods: Periods | undefined): Tally {
  const { asOf, timeZone, rows } = opened
  const segments = new Set(rows.map(({ segment }) => segment))
  if (segments.size === 0) segments.add(undefined)
  const cut = periods && cutPeriods(readPeriods(periods, timeZone, 'options.periods'), asOf)
  const cells = (cut ?? [undefined]).flatMap((period) => {
    const bySegment = listsBySegment(rows, period)
    return [...segments].map((segment): TallyCell => {
      const lists = bySegment.get(segment) ?? { completed: [], open: [] }
      if (period === undefined) return { ...(segment === undefined ? {} : { segment }), lists }
      const { counts: _counts, ...cell } = periodCell(period, segment, {}, timeZone)
      return { ...cell, lists }
    })
  })
  const excluded = opened.exclusions.result()
  return {
    kind: 'durations',
    definition: opened.definition,
    cells: sortCells(cells),
    ...(excluded === undefined ? {} : { excluded }),
  }
}

type Lists = Record<'completed' | 'open', number[]>

/** The durations of a period, or of all time, by segment and ascending. */
function listsBySegment(
  durations: readonly TicketDuration[],
  period: CutPeriod | undefined,
): Map<string | undefined, Lists> {
  const bySegment = new Map<string | undefined, Lists>()
  for (const { at, segment, milliseconds, completed } of durations) {
    if (period !== undefined && (at < period.start || at >= period.until)) continue
    const lists = bySegment.get(segment) ?? { completed: [], open: [] }
    bySegment.set(segment, lists)
    lists[completed ? 'completed' : 'open'].push(milliseconds)
  }
  for (const lists of bySegment.values()) for (const list of Object.values(lists)) list.sort((a, b) => a - b)
  return bySegment
}
