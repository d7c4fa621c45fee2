import { assertLevel, assertOneOf } from '../../internal/guards.js'

/** Level of an interval, or none at all. */
export interface IntervalOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** `'none'` leaves the interval out. */
  readonly interval?: 'none' | undefined
}

/** The two options of {@link IntervalOptions}, for the check of unknown ones. */
export const intervalOptionNames = ['level', 'interval'] as const

/** The level, and whether an interval is wanted; the default kind may be named. */
export function readInterval(options: IntervalOptions, method: string): { level: number; wanted: boolean } {
  const { level = 0.95, interval } = options
  assertLevel(level)
  if (interval !== undefined) assertOneOf<string>(interval, ['none', method], 'options.interval')
  return { level, wanted: interval !== 'none' }
}
