import { assertLevel, assertOneOf } from '../../internal/guards.js'
import type { IntervalOptions } from './options.js'

/** The two options of {@link IntervalOptions}, for the check of unknown ones. */
export const intervalOptionNames = ['level', 'interval'] as const

/** The level, and whether an interval is wanted; the default kind may be named. */
export function readInterval(options: IntervalOptions, method: string): { level: number; wanted: boolean } {
  const { level = 0.95, interval } = options
  assertLevel(level)
  if (interval !== undefined) assertOneOf<string>(interval, ['none', method], 'options.interval')
  return { level, wanted: interval !== 'none' }
}
