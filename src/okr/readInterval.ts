import { assertFinite, assertLevel, assertPlain } from '../internal/guards.js'
import type { Interval } from '../measurement.js'
import { assertText } from './assertText.js'

/** An interval as a copy of its own; null when there is none. */
export function readInterval(interval: unknown, path: string): Interval | null {
  if (interval === undefined || interval === null) return null
  assertPlain(interval, path)
  const { lower, upper, level, method } = interval
  assertFinite(lower, `${path}.lower`)
  assertFinite(upper, `${path}.upper`)
  assertLevel(level, `${path}.level`)
  assertText(method, `${path}.method`)
  return { lower, upper, level, method }
}
