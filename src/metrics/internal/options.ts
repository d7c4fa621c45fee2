import type { Instant, Period } from '../../measurement.js'
import type { Periods } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { DeclaredPart } from '../../tally/model.js'

/** Level of an interval, and no interval at all. */
export interface IntervalOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** `'none'` switches the interval off. */
  readonly interval?: 'none' | undefined
}

/** Everything up to an instant of knowledge, or one period of it. */
export interface OptionalPeriodOptions {
  /** Nothing later is known; required for records. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** The period measured, half-open; default all. */
  readonly period?: Period | undefined
  /** Whether a period that is not over is cut at `asOf`; default false. Of no effect where units can be pending. */
  readonly partial?: boolean | undefined
}

/** One period at an instant of knowledge. */
export interface PeriodOptions extends OptionalPeriodOptions {
  /** The period measured, half-open; required. */
  readonly period: Period
}

/** Counts per period and segment. */
export interface CountOptions<T> extends Partial<TallyOptions<T>> {
  /** A period grid, or a list of periods, which may overlap. */
  readonly periods: Periods
  /** The part of a declared split that the records are, so that the counts may be merged. */
  readonly partition?: DeclaredPart | undefined
}
