import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertFinite, assertInteger, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertBounds } from './assertBounds.js'
import { assertSegment } from './assertSegment.js'
import { looksByLength } from './looksByLength.js'
import type { MetricSeries } from './model.js'

/** A complete period of a series: what was observed in it, or null. */
export interface ReadPeriod {
  /** First day. */
  start: Day
  /** The figure of the period; null when it is missing. */
  value: number | null
  /** Successes or events, and their trials or exposure; of a value 0. */
  count: number
  /** Trials or exposure; of a value 0. */
  base: number
}

/** A series up to a day, from its first observed period on. */
export interface ReadSeries {
  /** The series as given. */
  series: MetricSeries
  /** Periods from the first observed one to the last complete one. */
  periods: ReadPeriod[]
  /** Looks a year that the length of the complete periods suggests. */
  looksPerYear: number
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Checks a series and keeps what was complete by a day. */
export function readSeries(series: MetricSeries, asOf: Day, path: string): ReadSeries {
  assertPlain(series, path)
  assertOneOf(series.kind, ['proportion', 'rate', 'value'], `${path}.kind`, 'INVALID_INPUT')
  assertOneOf(series.better, ['up', 'down'], `${path}.better`, 'INVALID_INPUT')
  if (typeof series.metric !== 'string') fail('INVALID_INPUT', `${path}.metric`, 'must be a text', series.metric)
  assertSegment(series.segment, `${path}.segment`)
  // Files of series write a season that is not known as null.
  const { season: given, ...rest } = series
  const season = given ?? undefined
  if (season !== undefined) {
    assertInteger(season, { minimum: 2, maximum: Number.MAX_SAFE_INTEGER }, `${path}.season`, 'INVALID_NUMBER')
  }
  assertArray(series.periods, `${path}.periods`)
  const lengths: number[] = []
  const periods: ReadPeriod[] = []
  let incomplete = 0
  let previousEnd: Day | undefined
  series.periods.forEach((period, index) => {
    const at = `${path}.periods[${index}]`
    assertPlain(period, at)
    assertBounds(period, previousEnd, at)
    previousEnd = period.end
    const read = readPeriod(series.kind, period, at)
    if (period.end > asOf) incomplete += 1
    else {
      lengths.push(dayNumber(period.end) - dayNumber(period.start))
      periods.push(read)
    }
  })
  const first = periods.findIndex(({ value }) => value !== null)
  return {
    series: season === undefined ? rest : series,
    periods: first === -1 ? [] : periods.slice(first),
    looksPerYear: looksByLength(lengths),
    excluded: incomplete > 0 ? { incomplete } : {},
  }
}

function readPeriod(kind: MetricSeries['kind'], period: object, path: string): ReadPeriod {
  const { start, value, successes, trials, count, exposure } = period as Record<string, unknown>
  const at = start as Day
  if (kind === 'value') {
    if (value !== null) assertFinite(value, `${path}.value`)
    return { start: at, value: value as number | null, count: 0, base: 0 }
  }
  const [observed, base] = kind === 'proportion' ? [successes, trials] : [count, exposure]
  const [countName, baseName] = kind === 'proportion' ? ['successes', 'trials'] : ['count', 'exposure']
  if (observed !== null) assertCount(observed, `${path}.${countName}`)
  if (base !== null) assertBase(kind, base, `${path}.${baseName}`)
  if (observed === null || base === null || base === 0) return { start: at, value: null, count: 0, base: 0 }
  const [events, size] = [observed as number, base as number]
  if (kind === 'proportion' && events > size) {
    fail('COUNT_EXCEEDS_BASE', `${path}.successes`, 'must not exceed the trials', events)
  }
  return { start: at, value: events / size, count: events, base: size }
}

function assertBase(kind: 'proportion' | 'rate', base: unknown, path: string): void {
  if (kind === 'proportion') assertCount(base, path)
  else assertFinite(base, path)
  if ((base as number) < 0) fail('INVALID_NUMBER', path, 'must not be negative', base)
}
