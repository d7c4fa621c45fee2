import { readPeriods } from '../../calendar/readPeriods.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Periods, RecordSource, RecordStream, Ticket } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import { groupByCode } from '../../tally/groupByCode.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import { cellsOfRows } from '../internal/cellsOfRows.js'
import type { OpenedSource } from '../internal/openSource.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { type PlacedSlots, periodGrids } from '../internal/periodGrids.js'
import { tallySource } from '../internal/tallySource.js'
import type { DurationColumns, DurationRows } from './createDurationColumns.js'
import { ticketSource } from './createTicketReader.js'
import { type DurationShape, durationRules } from './durationRules.js'
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

function tallyOf(opened: OpenedSource<DurationColumns, DurationShape>, periods: Periods | undefined): Tally {
  const { asOf, timeZone, rows } = opened
  const cut = periods && cutPeriods(readPeriods(periods, timeZone, 'options.periods'), asOf)
  const excluded = opened.exclusions.result()
  return {
    kind: 'durations',
    definition: opened.definition,
    cells: sortCells(rows.flatMap((durations) => cellsOf(durations, cut, timeZone))),
    ...(excluded === undefined ? {} : { excluded }),
  }
}

/** One cell a segment and period, or a segment; the durations of each sorted into lists by counting. */
function cellsOf(durations: DurationColumns, periods: readonly CutPeriod[] | undefined, timeZone: string): TallyCell[] {
  const segments = durations.segments()
  const places = periods ?? [undefined]
  const groups = 2 * (1 + Math.max(...segments.map(({ code }) => code))) * places.length
  const rows = durations.rows()
  const listsBy = (grid: PlacedSlots | undefined) => listsOf(rows, groups, grid, places.length)
  const grids = periods && periodGrids(periods)
  const lists = grids === undefined ? [listsBy(undefined)] : grids.map(listsBy)
  return segments.flatMap(({ name: segment, code }) =>
    places.map((period, place): TallyCell => {
      const listOf = lists.length === places.length ? lists[place] : lists[0]
      const own = listOf?.(code * places.length + place) ?? { completed: [], open: [] }
      if (period === undefined) return { ...(segment === undefined ? {} : { segment }), lists: own }
      const { counts: _counts, ...cell } = periodCell(period, segment, {}, timeZone)
      return { ...cell, lists: own }
    }),
  )
}

/** The lists of a cell by segment and period, open durations apart from those completed. */
function listsOf(
  rows: DurationRows,
  groups: number,
  grid: PlacedSlots | undefined,
  places: number,
): (cell: number) => { completed: number[]; open: number[] } {
  const { length, milliseconds: values, done, segment } = rows
  const { cell: codes, isCounted } =
    grid === undefined
      ? { cell: segment === undefined ? new Uint32Array(length) : Uint32Array.from(segment), isCounted: rows.isCounted }
      : cellsOfRows(rows, segment, grid, places)
  splitByState(codes, done)
  const valuesOf = groupByCode({ codes, values, length, isCounted }, groups)
  return (cell) => ({ completed: numbersOf(valuesOf(2 * cell)), open: numbersOf(valuesOf(2 * cell + 1)) })
}

/** Two codes for each: the first for completed durations. */
function splitByState(codes: Uint32Array, done: Uint8Array): void {
  for (let row = 0; row < codes.length; row += 1) codes[row] = 2 * (codes[row] ?? 0) + (done[row] === 1 ? 0 : 1)
}

/** A plain list of numbers; `Array.from` would go through an iterator. */
function numbersOf(values: Float64Array): number[] {
  const numbers = new Array<number>(values.length)
  for (let index = 0; index < values.length; index += 1) numbers[index] = values[index] ?? 0
  return numbers
}
