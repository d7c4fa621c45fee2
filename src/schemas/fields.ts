import * as z from 'zod'
import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { decodeInstant } from '../calendar/readInstant.js'
import { isRetentionOkrError } from '../errors.js'
import { isDay } from '../internal/guards.js'
import { isDecimalText } from '../internal/isDecimalText.js'
import type { Day, DecimalInput, Instant, Unit } from '../measurement.js'
import { checked } from './checked.js'

/** Text that says something. */
export function text(): z.ZodCustom<string, string> {
  return checked<string>((value) => typeof value === 'string' && value.trim() !== '', 'INVALID_INPUT', 'must be text')
}

/** Text that says something, or a finite number. */
export function textOrNumber(): z.ZodCustom<string | number, string | number> {
  return checked<string | number>(
    (value) => Number.isFinite(value) || (typeof value === 'string' && value.trim() !== ''),
    'INVALID_INPUT',
    'must be text or a finite number',
  ).overwrite(positive)
}

/** An e-mail as an identity. */
export function emailKey(): z.ZodCustom<string, string> {
  return checked<string>(
    (value) => typeof value === 'string' && value !== '' && value === value.trim().toLowerCase(),
    'INVALID_INPUT',
    'must be text, trimmed and lower-cased',
  )
}

/** An instant; a Date becomes ISO text, so that nobody can change it later. */
export function instant(): z.ZodCustom<Instant, Instant> {
  return checked<Instant>(
    (value) => !Number.isNaN(decodeInstant(value, 'UTC')),
    'INVALID_INSTANT',
    'must be ISO 8601 with offset, epoch milliseconds, a Date or a day',
  ).overwrite((value) => (value instanceof Date ? value.toISOString() : positive(value)))
}

/** A calendar day. */
export function day(): z.ZodCustom<Day, Day> {
  return checked<Day>(isDay, 'INVALID_DAY', 'must be a calendar day YYYY-MM-DD')
}

/** An IANA zone that the runtime knows. */
export function timeZone(): z.ZodCustom<string, string> {
  return checked<string>(isTimeZone, 'INVALID_TIME_ZONE', 'must be an IANA time zone')
}

/** An amount or quantity from 0. */
export function amount(): z.ZodCustom<DecimalInput, DecimalInput> {
  return signedAmount().refine((value) => !isNegative(value), {
    params: { code: 'NEGATIVE_AMOUNT', rule: 'must not be negative' },
  })
}

/** An amount of either sign. */
export function signedAmount(): z.ZodCustom<DecimalInput, DecimalInput> {
  return checked<DecimalInput>(
    isDecimal,
    'INVALID_AMOUNT',
    'must be a finite number below 1e15, or decimal text',
  ).overwrite(positive)
}

/** An ISO 4217 code. */
export function currency(): z.ZodCustom<string, string> {
  return checked<string>(
    (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
    'INVALID_INPUT',
    'must be three capital letters',
  )
}

/** A finite number. */
export function number(): z.ZodCustom<number, number> {
  return checked<number>((value) => Number.isFinite(value), 'INVALID_NUMBER', 'must be a finite number').overwrite(
    positive,
  )
}

/** A finite number within bounds. */
export function numberWithin(minimum: number, maximum: number): z.ZodCustom<number, number> {
  return checked<number>(
    (value) => typeof value === 'number' && value >= minimum && value <= maximum && Number.isFinite(value),
    'INVALID_NUMBER',
    maximum === Number.POSITIVE_INFINITY ? `must be from ${minimum}` : `must be from ${minimum} to ${maximum}`,
  ).overwrite(positive)
}

/** A whole number from `minimum`. */
export function count(minimum = 0): z.ZodCustom<number, number> {
  return checked<number>(
    (value) => Number.isSafeInteger(value) && (value as number) >= minimum,
    'INVALID_COUNT',
    `must be a whole number from ${minimum}`,
  ).overwrite(positive)
}

/** The unit of a number. */
export function unit() {
  return z.enum(['ratio', 'points', 'milliseconds', 'days', 'count', 'money', 'score']) satisfies z.ZodType<Unit>
}

function isDecimal(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 1e15
  return typeof value === 'string' && isDecimalText(value)
}

function isNegative(value: DecimalInput): boolean {
  return typeof value === 'number' ? value < 0 : value.startsWith('-') && /[1-9]/.test(value)
}

/** Without the sign of a negative zero. */
function positive<T>(value: T): T {
  return value === 0 ? (0 as T) : value
}

function isTimeZone(value: unknown): boolean {
  try {
    assertTimeZone(value)
    return true
  } catch (error) {
    if (isRetentionOkrError(error)) return false
    throw error
  }
}
