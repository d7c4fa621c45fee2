import { addMonthsToDay } from '../calendar/addMonthsToDay.js'
import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { localDay } from '../calendar/localDay.js'
import { startOfLocalDay } from '../calendar/startOfLocalDay.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertDay, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import { parseInstant } from '../internal/parseInstant.js'
import type { Day } from '../measurement.js'
import type { Tally } from '../tally/model.js'
import { createSeriesCell, type SeriesCell } from './createSeriesCell.js'
import type { MetricSeries, SeriesPeriod } from './model.js'
import { type SeriesMetric, seriesMetrics } from './seriesMetrics.js'

/** The counts of one period and segment. */
export interface CountCellsCell {
  /** ISO 8601 interval of two UTC instants. */
  period?: string | undefined
  /** First local day of the period. */
  start?: Day | undefined
  /** First local day after the period. */
  end?: Day | undefined
  /** Segment; absent for the whole. */
  segment?: string | undefined
  /** What else the cell is keyed by; such cells are added up. */
  key?: string | undefined
  /** The counts. */
  counts: object
  /** Multisets of single figures. */
  lists?: Record<string, readonly (number | string)[]> | undefined
}

/** Counts per period and segment, as the count functions give them. */
export interface CountCells {
  /** One cell a period and segment. */
  cells: readonly CountCellsCell[]
  /** The options that shaped the counts. */
  definition?: object | undefined
}

/** Options of {@link metricSeries}. */
export interface MetricSeriesOptions {
  /** Code of the metric, e.g. `churn-rate`. */
  readonly metric: string
  /** Zone in which instants are days, where the cells have none; default UTC. */
  readonly timeZone?: string | undefined
  /** Periods a season, from 2. */
  readonly season?: number | undefined
}

/**
 * Turns counts per period and segment into series for detectors and charts.
 *
 * One series a segment, the whole first; a period without a cell of the segment and a hole between periods are missing
 * (null), a period of 0 units is not.
 *
 * @param counts - what the count functions and tallies give
 * @param options - metric, zone, season
 * @returns one series a segment, ordered by segment; none without cells
 * @throws {@link RetentionOkrError} UNKNOWN_METRIC for a code without counts that add up, MISSING_COUNT for a count that
 * is absent, INVALID_COUNT, INVALID_NUMBER, COUNT_EXCEEDS_BASE for counts that are none
 * @throws {@link RetentionOkrError} INVALID_INPUT for cells without a period or of a cohort, INVALID_PERIOD for periods
 * that overlap, have a hole of another length or do not begin with a day, INVALID_OPTION
 * @example
 * ```ts
 * import { metricSeries } from 'retention-okr/signals'
 *
 * const cells = [
 *   { period: '2026-01-01T00:00:00Z/2026-02-01T00:00:00Z', counts: { lost: 3, opening: 100 } },
 *   { period: '2026-03-01T00:00:00Z/2026-04-01T00:00:00Z', counts: { lost: 4, opening: 100 } },
 * ]
 * const [series] = metricSeries({ cells }, { metric: 'churn-rate' })
 * series?.periods[1] // => { start: '2026-02-01', end: '2026-03-01', successes: null, trials: null }
 * ```
 * @since 0.1.0
 */
export function metricSeries(counts: CountCells | Tally<object>, options: MetricSeriesOptions): MetricSeries[] {
  assertPlain(counts, 'counts')
  assertArray(counts.cells, 'counts.cells')
  assertKnownOptions(options, ['metric', 'timeZone', 'season'])
  const { metric, timeZone = 'UTC', season } = options
  assertTimeZone(timeZone, 'options.timeZone')
  if (season !== undefined) {
    assertInteger(season, { minimum: 2, maximum: Number.MAX_SAFE_INTEGER }, 'options.season', 'INVALID_NUMBER')
  }
  const rule = seriesMetrics.get(metric)
  if (rule === undefined) fail('UNKNOWN_METRIC', 'options.metric', 'must be a metric whose counts add up', metric)
  const periods = new Map<Day, SeriesPeriod>()
  const segments = new Map<string | undefined, Map<Day, SeriesCell>>()
  const cells = counts.cells as readonly CountCellsCell[]
  cells.forEach((cell, index) => {
    const path = `counts.cells[${index}]`
    const period = readBounds(cell, timeZone, path)
    const known = periods.get(period.start)
    if (known !== undefined && known.end !== period.end)
      fail('INVALID_PERIOD', path, 'overlaps another period', 'overlap')
    periods.set(period.start, period)
    const bySegment = segments.get(cell.segment) ?? new Map<Day, SeriesCell>()
    segments.set(cell.segment, bySegment)
    const sum = bySegment.get(period.start) ?? createSeriesCell(rule)
    bySegment.set(period.start, sum)
    sum.add(cell, path)
  })
  const row = fillHoles([...periods.values()].sort((a, b) => compareCodeUnits(a.start, b.start)))
  const name = segmentName(counts.definition)
  return [...segments.keys()].sort(compareSegments).map((segment) => {
    const cellsOf = segments.get(segment) as Map<Day, SeriesCell>
    const blank = createSeriesCell(rule)
    return seriesOf(rule, {
      metric,
      ...(segment === undefined ? {} : { segment: { [name]: segment } }),
      better: rule.better,
      unit: rule.unit,
      ...(season === undefined ? {} : { season }),
      kind: rule.kind,
      periods: row.map((period) => ({ ...period, ...(cellsOf.get(period.start) ?? blank).figures() })),
    })
  })
}

/** The kind of the rule is the kind of its periods: the compiler cannot follow that through the union. */
function seriesOf(_rule: SeriesMetric, series: object): MetricSeries {
  return series as MetricSeries
}

function segmentName(definition: object | undefined): string {
  const by = (definition as { segmentBy?: unknown } | undefined)?.segmentBy
  return typeof by === 'string' ? by : 'segment'
}

function compareSegments(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  return compareCodeUnits(a, b)
}

function readBounds(cell: CountCellsCell, timeZone: string, path: string): SeriesPeriod {
  assertPlain(cell, path)
  if (cell['cohort'] !== undefined || cell['offset'] !== undefined) {
    fail('INVALID_INPUT', path, 'must be of a period, not of a cohort', 'cohort')
  }
  const { start, end, period } = cell as CountCellsCell
  if (start !== undefined && end !== undefined) {
    assertDay(start, `${path}.start`)
    assertDay(end, `${path}.end`)
    return checkedOrder({ start, end }, path)
  }
  if (typeof period !== 'string') fail('INVALID_INPUT', `${path}.period`, 'is required', period)
  const [from = '', to = ''] = period.split('/')
  return checkedOrder({ start: dayOf(from, timeZone, path), end: dayOf(to, timeZone, path) }, path)
}

function checkedOrder(period: SeriesPeriod, path: string): SeriesPeriod {
  if (period.start >= period.end) fail('INVALID_PERIOD', path, 'must begin before it ends', 'empty period')
  return period
}

function dayOf(instant: string, timeZone: string, path: string): Day {
  const at = parseInstant(instant)
  if (Number.isNaN(at)) fail('INVALID_PERIOD', `${path}.period`, 'must be two instants', instant)
  const day = localDay(at, timeZone)
  if (startOfLocalDay(day, timeZone) !== at) {
    fail('INVALID_PERIOD', `${path}.period`, 'must begin and end with a day of the zone', instant)
  }
  return day
}

/** Puts missing periods into holes, in months when all periods are whole months, else in days. */
function fillHoles(periods: readonly SeriesPeriod[]): SeriesPeriod[] {
  const monthly = periods.every(({ start, end }) => start.endsWith('-01') && end.endsWith('-01'))
  const lengthOf = monthly ? monthsBetween : daysBetween
  const next = (day: Day, length: number): Day =>
    monthly ? addMonthsToDay(day, length) : dayFromNumber(dayNumber(day) + length)
  const lengths = new Set(periods.map(({ start, end }) => lengthOf(start, end)))
  const filled: SeriesPeriod[] = []
  for (const period of periods) {
    let at = filled.at(-1)?.end ?? period.start
    if (at > period.start) fail('INVALID_PERIOD', 'counts.cells', 'must not overlap', 'overlap')
    while (at < period.start) {
      const [length] = lengths
      const end = lengths.size === 1 && length !== undefined ? next(at, length) : period.end
      if (end > period.start) fail('INVALID_PERIOD', 'counts.cells', 'must have holes of whole periods', 'hole')
      filled.push({ start: at, end })
      at = end
    }
    filled.push(period)
  }
  return filled
}

function daysBetween(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start)
}

function monthsBetween(start: Day, end: Day): number {
  const months = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(end) - months(start)
}
