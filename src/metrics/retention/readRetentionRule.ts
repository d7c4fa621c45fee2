import { periodAt } from '../../calendar/periodAt.js'
import { periodGrid } from '../../calendar/periodGrid.js'
import { type PeriodSlots, periodSlots } from '../../calendar/periodSlots.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf } from '../../internal/guards.js'
import type { Period } from '../../measurement.js'

/** Which cohorts there are, and what counts as coming back. */
export interface RetentionRuleOptions {
  /** Period in which cohorts start, half-open; required. */
  readonly period: Period
  /** Event type, or list of them, that opens a cohort; default all events. */
  readonly startType?: string | readonly string[] | undefined
  /** Event type, or list of them, that counts as return; default all events. */
  readonly returnType?: string | readonly string[] | undefined
  /** Length of a bucket; default `'day'`. */
  readonly unit?: 'day' | 'week' | 'month' | undefined
  /** Calendar buckets of the zone, or 24 hours (7, 30 times 24 hours) from the start event on; default `'calendar'`. */
  readonly clock?: 'calendar' | 'rolling' | undefined
  /** Returns in the bucket, at or after its start, before its end, or in a range of buckets; default `'on'`. */
  readonly type?: 'on' | 'onOrAfter' | 'onOrBefore' | 'bracket' | undefined
  /** First and last bucket of each range, inclusive; required by the type `'bracket'`, of no other. */
  readonly brackets?: readonly (readonly [from: number, to: number])[] | undefined
  /** Last offset reported, 0 to 36,600; default 7, or the horizon where that is less. Not for brackets. */
  readonly lastOffset?: number | undefined
  /** Bucket, 0 to 36,600, with which the follow-up of `'onOrAfter'` ends for everybody; default none: at `asOf`. */
  readonly horizon?: number | undefined
  /** Returns needed, 1 to 36,600; default 1. */
  readonly minimumEvents?: number | undefined
  /**
   * The actor's first start event of all (default), its first one in the period, its first one where it is its very first
   * event, or one membership for each calendar bucket with a start event.
   */
  readonly cohorts?: 'first' | 'firstInPeriod' | 'firstEver' | 'recurring' | undefined
  /** First day of a week; default `'monday'`. */
  readonly weekStartsOn?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday' | undefined
}

/** The names of {@link RetentionRuleOptions}. */
export const retentionRuleNames = [
  'period',
  'startType',
  'returnType',
  'unit',
  'clock',
  'type',
  'brackets',
  'lastOffset',
  'horizon',
  'minimumEvents',
  'cohorts',
  'weekStartsOn',
] as const

/** The options, checked, with the calendar that they need. */
export interface RetentionRule {
  asOf: number
  start: number
  end: number
  startTypes: ReadonlySet<string> | undefined
  returnTypes: ReadonlySet<string> | undefined
  type: 'on' | 'onOrAfter' | 'onOrBefore' | 'bracket'
  cohorts: 'first' | 'firstInPeriod' | 'firstEver' | 'recurring'
  minimumEvents: number
  horizon: number | undefined
  /** First and last bucket of each offset reported. */
  ranges: readonly (readonly [from: number, to: number])[]
  /** Length of a rolling bucket; undefined for calendar buckets. */
  rollingLength: number | undefined
  /** Bounds of the calendar buckets from the period to `asOf`. */
  bounds: readonly number[]
  /** Buckets that meet the period. */
  cohortCount: number
  slots: PeriodSlots
  bucketOf: (instant: number) => number
  /** The options as used. */
  definition: Record<string, unknown>
}

const dayLength = 86_400_000
const rollingLengths = { day: dayLength, week: 7 * dayLength, month: 30 * dayLength } as const

/** Checks the options and lays out the buckets. */
export function readRetentionRule(options: RetentionRuleOptions, asOf: number, timeZone: string): RetentionRule {
  const { unit = 'day', clock = 'calendar', type = 'on', cohorts = 'first', minimumEvents = 1, weekStartsOn } = options
  assertOneOf(unit, ['day', 'week', 'month'], 'options.unit')
  assertOneOf(clock, ['calendar', 'rolling'], 'options.clock')
  assertOneOf(type, ['on', 'onOrAfter', 'onOrBefore', 'bracket'], 'options.type')
  assertOneOf(cohorts, ['first', 'firstInPeriod', 'firstEver', 'recurring'], 'options.cohorts')
  assertInteger(minimumEvents, { minimum: 1, maximum: 36_600 }, 'options.minimumEvents')
  if (cohorts === 'recurring' && clock === 'rolling') {
    fail('INVALID_OPTION', 'options.clock', 'must be calendar for recurring cohorts', clock)
  }
  const horizon = readHorizon(options, type)
  const ranges = readRanges(options, type, horizon)
  const { start, end } = readPeriod(options.period, timeZone, 'options.period')
  // Buckets beyond `asOf` are over for nobody: they need no bounds.
  const range = { start, end: Math.max(end, asOf) }
  const { bounds } = periodGrid(range, { unit, timeZone, ...(weekStartsOn === undefined ? {} : { weekStartsOn }) })
  const slots = periodSlots(bounds)
  return {
    asOf,
    start,
    end,
    startTypes: readTypes(options.startType, 'options.startType'),
    returnTypes: readTypes(options.returnType, 'options.returnType'),
    type,
    cohorts,
    minimumEvents,
    horizon,
    ranges,
    rollingLength: clock === 'rolling' ? rollingLengths[unit] : undefined,
    bounds,
    cohortCount: bounds.slice(0, -1).filter((bound) => bound < end).length,
    slots,
    bucketOf: (instant) => periodAt(slots, instant),
    definition: {
      period: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
      ...(options.startType === undefined ? {} : { startType: options.startType }),
      ...(options.returnType === undefined ? {} : { returnType: options.returnType }),
      unit,
      ...(unit === 'week' ? { weekStartsOn: weekStartsOn ?? 'monday' } : {}),
      clock,
      type,
      ...(type === 'bracket' ? { brackets: ranges } : { lastOffset: ranges.length - 1 }),
      ...(horizon === undefined ? {} : { horizon }),
      minimumEvents,
      cohorts,
    },
  }
}

function readHorizon({ horizon }: RetentionRuleOptions, type: RetentionRule['type']): number | undefined {
  if (horizon === undefined) return undefined
  assertInteger(horizon, { minimum: 0, maximum: 36_600 }, 'options.horizon')
  if (type !== 'onOrAfter') fail('INVALID_OPTION', 'options.horizon', 'belongs to the type onOrAfter', horizon)
  return horizon
}

function readRanges(
  { brackets, lastOffset }: RetentionRuleOptions,
  type: RetentionRule['type'],
  horizon: number | undefined,
): RetentionRule['ranges'] {
  if (type !== 'bracket') {
    if (brackets !== undefined) fail('INVALID_OPTION', 'options.brackets', 'belong to the type bracket', brackets)
    const last = lastOffset ?? Math.min(7, horizon ?? 7)
    assertInteger(last, { minimum: 0, maximum: horizon ?? 36_600 }, 'options.lastOffset')
    return Array.from({ length: last + 1 }, (_, offset) => [offset, offset] as const)
  }
  if (lastOffset !== undefined) fail('INVALID_OPTION', 'options.lastOffset', 'does not go with brackets', lastOffset)
  if (!Array.isArray(brackets) || brackets.length === 0) {
    fail('INVALID_OPTION', 'options.brackets', 'must be a list of ranges', brackets)
  }
  return brackets.map((bracket: unknown, index) => {
    const path = `options.brackets[${index}]`
    if (!Array.isArray(bracket) || bracket.length !== 2) fail('INVALID_OPTION', path, 'must be [from, to]', bracket)
    const [from, to] = bracket as [unknown, unknown]
    assertInteger(from, { minimum: 0, maximum: 36_600 }, `${path}[0]`)
    assertInteger(to, { minimum: from, maximum: 36_600 }, `${path}[1]`)
    return [from, to] as const
  })
}

function readTypes(types: unknown, path: string): ReadonlySet<string> | undefined {
  if (types === undefined) return undefined
  const list: unknown = typeof types === 'string' ? [types] : types
  if (!Array.isArray(list) || list.length === 0 || !list.every((type) => typeof type === 'string')) {
    fail('INVALID_OPTION', path, 'must be an event type or a list of them', types)
  }
  return new Set(list as string[])
}
