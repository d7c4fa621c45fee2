import { isDay } from '../../internal/guards.js'

/** A cell read by a format. */
export interface FormattedDate {
  /** The calendar day. */
  readonly day: string
  /** Wall time `hh:mm:ss`; undefined when the format has none. */
  readonly time?: string
  /** The offset as it stands; undefined when the format has none. */
  readonly offset?: string
}

/** Letters with a meaning, longer ones first. */
const letters = ['YYYY', 'MM', 'DD', 'hh', 'mm', 'ss', 'M', 'D', 'h', 'Z'] as const
type Letters = (typeof letters)[number]
type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset'

const partOf: { readonly [L in Letters]: Part } = {
  YYYY: 'year',
  MM: 'month',
  M: 'month',
  DD: 'day',
  D: 'day',
  hh: 'hour',
  h: 'hour',
  mm: 'minute',
  ss: 'second',
  Z: 'offset',
}

/** Whether a format says year, month and day, and nothing twice. */
export function isDateFormat(format: unknown): format is string {
  if (format === 'epochSeconds' || format === 'epochMilliseconds') return true
  if (typeof format !== 'string' || format.length > 64) return false
  const parts = tokensOf(format).flatMap((token) => (isLetters(token) ? [partOf[token]] : []))
  return new Set(parts).size === parts.length && ['year', 'month', 'day'].every((part) => parts.includes(part as Part))
}

/** A format taken apart: seconds or milliseconds, or its letters and signs in order. */
export type DateFormat = 'epochSeconds' | 'epochMilliseconds' | readonly string[]

/** Takes a valid format apart. */
export function parseDateFormat(format: string): DateFormat {
  return format === 'epochSeconds' || format === 'epochMilliseconds' ? format : tokensOf(format)
}

/** Reads a text by a format; undefined unless it matches whole and names a real day. */
export function matchDateFormat(text: string, tokens: readonly string[]): FormattedDate | undefined {
  const found = new Map<Part, string>()
  let at = 0
  for (const token of tokens) {
    const piece = pieceAt(text, at, token)
    if (piece === undefined) return undefined
    if (isLetters(token)) found.set(partOf[token], piece)
    at += piece.length
  }
  return at === text.length ? dateOf(found) : undefined
}

function tokensOf(format: string): string[] {
  const tokens: string[] = []
  let at = 0
  while (at < format.length) {
    const token = letters.find((word) => format.startsWith(word, at)) ?? format.charAt(at)
    tokens.push(token)
    at += token.length
  }
  return tokens
}

function isLetters(token: string): token is Letters {
  return (letters as readonly string[]).includes(token)
}

function pieceAt(text: string, at: number, token: string): string | undefined {
  if (!isLetters(token)) return text.startsWith(token, at) ? token : undefined
  if (token === 'Z') return /^(?:Z|[+-]\d\d(?::?\d\d)?)/.exec(text.slice(at, at + 6))?.[0]
  const isFixed = token.length > 1
  const digits = /^\d*/.exec(text.slice(at, at + (isFixed ? token.length : 2)))?.[0] ?? ''
  return digits.length === 0 || (isFixed && digits.length < token.length) ? undefined : digits
}

function dateOf(found: ReadonlyMap<Part, string>): FormattedDate | undefined {
  const two = (part: Part): string => (found.get(part) ?? '0').padStart(2, '0')
  const day = `${found.get('year') ?? ''}-${two('month')}-${two('day')}`
  if (!isDay(day)) return undefined
  const hasTime = found.has('hour') || found.has('minute') || found.has('second') || found.has('offset')
  if (!hasTime) return { day }
  const offset = found.get('offset')
  const time = `${two('hour')}:${two('minute')}:${two('second')}`
  return offset === undefined ? { day, time } : { day, time, offset }
}
