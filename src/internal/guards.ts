import type { ErrorCode } from '../errors.js'
import { fail } from './fail.js'

/** A plain object: a literal, a null prototype, or one parsed from JSON. */
export function assertPlain(value: unknown, path: string): asserts value is Record<string, unknown> {
  if (!isPlain(value)) fail('INVALID_INPUT', path, 'must be a plain object', value)
}

function isPlain(value: unknown): boolean {
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const prototype: unknown = Object.getPrototypeOf(value)
    // Objects of another realm have another Object.prototype: what matters is that the chain ends there.
    return prototype === null || Object.getPrototypeOf(prototype) === null
  } catch {
    // A revoked proxy answers no question.
    return false
  }
}

/** Every option is known: a typo must not become a silent default. */
export function assertKnownOptions(options: unknown, known: readonly string[], path = 'options'): void {
  for (const key of keysOf(options) ?? fail('INVALID_OPTION', path, 'must be an object', options)) {
    if (!known.includes(key)) fail('INVALID_OPTION', path, `knows only ${known.join(', ')}`, 'unknown option')
  }
}

/** The names of the members of an object that is no array; undefined for anything else. */
function keysOf(value: unknown): string[] | undefined {
  try {
    return typeof value !== 'object' || value === null || Array.isArray(value) ? undefined : Object.keys(value)
  } catch {
    return undefined
  }
}

/** A count: a safe integer from 0. */
export function assertCount(value: unknown, path: string): asserts value is number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    fail('INVALID_COUNT', path, 'must be a whole number from 0', value)
  }
}

/** One of a closed list of words. */
export function assertOneOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  path: string,
  code: ErrorCode = 'INVALID_OPTION',
): asserts value is T {
  if (typeof value !== 'string' || !(allowed as readonly string[]).includes(value)) {
    fail(code, path, `must be one of ${allowed.join(', ')}`, value)
  }
}

/** A confidence level in (0, 1). */
export function assertLevel(level: unknown, path = 'options.level'): asserts level is number {
  if (typeof level !== 'number' || !(level > 0 && level < 1)) {
    fail('INVALID_OPTION', path, 'must be above 0 and below 1', level)
  }
}

/** A whole number within bounds. */
export function assertInteger(
  value: unknown,
  bounds: { readonly minimum: number; readonly maximum: number },
  path: string,
  code: ErrorCode = 'INVALID_OPTION',
): asserts value is number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < bounds.minimum || value > bounds.maximum) {
    fail(code, path, `must be a whole number from ${bounds.minimum} to ${bounds.maximum}`, value)
  }
}

/** A finite number. */
export function assertFinite(
  value: unknown,
  path: string,
  code: ErrorCode = 'INVALID_NUMBER',
): asserts value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) fail(code, path, 'must be a finite number', value)
}

/** Whether a value can be read one by one; texts are none of the kind. */
export function isIterable(value: unknown): value is Iterable<unknown> {
  try {
    return typeof value === 'object' && value !== null && typeof Reflect.get(value, Symbol.iterator) === 'function'
  } catch {
    return false
  }
}

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

/** An array. */
export function assertArray(value: unknown, path: string): asserts value is readonly unknown[] {
  if (!isArray(value)) fail('INVALID_INPUT', path, 'must be an array', value)
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a calendar day from 1900 to 2200. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || value.length !== 10) return false
  const parts = dayPattern.exec(value)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false
  return day <= daysInMonth(year, month)
}

/** A calendar day from 1900 to 2200. */
export function assertDay(value: unknown, path: string): asserts value is string {
  if (!isDay(value)) fail('INVALID_DAY', path, 'must be a calendar day YYYY-MM-DD', value)
}

/** Days of a month of the Gregorian calendar; month 1..12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
