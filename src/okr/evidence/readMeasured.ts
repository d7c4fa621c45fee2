import { compareDecimal, Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertPlain } from '../../internal/guards.js'
import type { Interval } from '../../measurement.js'
import { wilsonInterval } from '../../statistics/wilsonInterval.js'
import type { Measured } from '../models/measured.js'
import type { QuantityQuotient } from '../models/quantity.js'
import { readInterval } from '../readInterval.js'

/** A measured number read: counts, a value with its interval, or why there is none. */
export interface ReadMeasured {
  value: Decimal | null
  interval: Interval | null
  counts?: { successes: number; trials: number }
  reason?: 'not_measured' | 'zero_denominator' | 'no_interval'
}

/**
 * Reads a measured number.
 *
 * A bare pair is counts. A pair beside a value is counts only when it cannot be anything else: a ratio, whole numbers,
 * their quotient the value, every case in the sample. Sums of money over sums of money have the interval they came with.
 */
export function readMeasured(measured: Measured, level: number, path: string): ReadMeasured {
  assertPlain(measured, path)
  if (!Object.hasOwn(measured, 'value')) return readCounts(measured, level, path)
  if (measured['value'] === null) return { value: null, interval: null, reason: 'not_measured' }
  const value = toDecimal(measured['value'], `${path}.value`)
  return withValue(value, measured, level, path)
}

/** A value that is known, with what was read beside it. */
export function withValue(
  value: Decimal,
  beside: { readonly [member: string]: unknown },
  level: number,
  path: string,
): ReadMeasured {
  const counts = countsBeside(value, beside)
  if (counts !== null) return fromCounts(counts, level)
  const interval = readInterval(beside['interval'], `${path}.interval`)
  return interval === null ? { value, interval, reason: 'no_interval' } : { value, interval }
}

function readCounts({ numerator, denominator }: Record<string, unknown>, level: number, path: string): ReadMeasured {
  assertCount(numerator, `${path}.numerator`)
  assertCount(denominator, `${path}.denominator`)
  if (numerator > denominator) fail('COUNT_EXCEEDS_BASE', path, 'a part must not exceed its whole', numerator)
  if (denominator === 0) return { value: null, interval: null, reason: 'zero_denominator' }
  return fromCounts({ successes: numerator, trials: denominator }, level)
}

function fromCounts(counts: { successes: number; trials: number }, level: number): ReadMeasured {
  const { lower, upper, method } = wilsonInterval(counts, { level })
  const value = new Decimal(counts.successes).div(counts.trials)
  return { value, interval: { lower: lower ?? 0, upper: upper ?? 1, level, method }, counts }
}

function countsBeside(
  value: Decimal,
  { unit, numerator, denominator, sampleSize }: { readonly [member: string]: unknown },
): { successes: number; trials: number } | null {
  if (unit !== undefined && unit !== 'ratio') return null
  const [successes, trials] = [wholeNumber(numerator), wholeNumber(denominator)]
  if (successes === null || trials === null || trials === 0 || successes > trials) return null
  if (sampleSize !== undefined && sampleSize !== trials) return null
  return compareDecimal(new Decimal(successes).div(trials), value) === 0 ? { successes, trials } : null
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** Numerator and denominator of a quantity that is a quotient. */
export function quotientOf(quantity: unknown): Partial<QuantityQuotient> {
  return typeof quantity === 'object' && quantity !== null ? (quantity as QuantityQuotient) : {}
}
