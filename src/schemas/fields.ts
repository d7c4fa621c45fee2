import * as z from 'zod'
import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { decodeInstant } from '../calendar/readInstant.js'
import { type ErrorCode, isRetentionOkrError } from '../errors.js'
import { isDay } from '../internal/guards.js'
import { isDecimalText } from '../internal/isDecimalText.js'
import type { Day, DecimalInput, Instant, Unit } from '../measurement.js'

/** A field with a check of ours: the issue carries our code and the rule, never the value. */
export function checked<T>(isValid: (value: unknown) => boolean, code: ErrorCode, rule: string): z.ZodCustom<T, T> {
  return z.custom<T>(isValid, { abort: true, params: { code, rule } })
}

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

/** Texts by name; the names are text of whoever wrote them, so that the whole is checked at once. */
export function textsByName(): z.ZodCustom<TextsByName, TextsByName> {
  return checked<TextsByName>(
    (value) => isPlain(value) && Object.values(value as object).every((member) => typeof member === 'string'),
    'INVALID_INPUT',
    'must be texts by name',
  ).overwrite((value) => ({ ...value }))
}

/** Texts by name. */
export interface TextsByName {
  /** Text of a name. */
  readonly [name: string]: string
}

/** Amounts from 0 by name, checked at once for the same reason. */
export function amountsByName(): z.ZodCustom<AmountsByName, AmountsByName> {
  return checked<AmountsByName>(
    (value) => isPlain(value) && Object.values(value as object).every((member) => amount().safeParse(member).success),
    'INVALID_INPUT',
    'must be amounts by name',
  ).overwrite((value) => ({ ...value }))
}

/** Amounts by name. */
export interface AmountsByName {
  /** Amount of a name. */
  readonly [name: string]: DecimalInput
}

/** The unit of a number. */
export function unit() {
  return z.enum(['ratio', 'points', 'milliseconds', 'days', 'count', 'money', 'score']) satisfies z.ZodType<Unit>
}

/** A read-only list. */
export function list<T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(item).readonly()
}

/** Members by name, values as they are. */
export function members(): z.ZodReadonly<z.ZodRecord<z.ZodString, z.ZodUnknown>> {
  return z.record(z.string(), z.unknown()).readonly()
}

/** The columns of the source that are no field. */
export function extra(): z.ZodOptional<ReturnType<typeof members>> {
  return z.optional(members())
}

/**
 * A record: a plain object without unknown members. The shape comes from a function, so that a bundle without the
 * schema has none of its parts.
 */
export function strictRecord<S extends z.ZodRawShape>(
  shape: () => S,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodReadonly<z.ZodObject<S, z.core.$strict>>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(z.strictObject(shape()).readonly())
}

/** The same with members that may be written to, as the interface has them. */
export function strictInput<S extends z.ZodRawShape>(
  shape: () => S,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodObject<S, z.core.$strict>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(z.strictObject(shape()))
}

/** What an input of those members is, as its schema infers it. */
export type InputOf<F extends () => z.ZodRawShape> = z.output<ReturnType<typeof strictInput<ReturnType<F>>>>

/**
 * Inputs of several kinds, told apart by one member. The shapes come from functions for the same reason.
 */
export function strictUnion<K extends string, T extends readonly [Kind, ...Kind[]]>(
  member: K,
  kinds: () => T,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodDiscriminatedUnion<T, K>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(
    z.discriminatedUnion(member, kinds()),
  )
}

/** One kind of such a union. */
type Kind = z.core.$ZodTypeDiscriminable

/** What an input of those kinds is, as its schema infers it. */
export type UnionOf<F extends () => readonly Kind[]> = z.output<ReturnType<F>[number]>

/** What a record of those members is, as its schema infers it. */
export type RecordOf<F extends () => z.ZodRawShape> = z.output<ReturnType<typeof strictRecord<ReturnType<F>>>>

/** An object literal or one parsed from JSON: no class instance, nothing inherited. */
export function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
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
