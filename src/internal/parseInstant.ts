import { monthStarts } from './monthStarts.js'

const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,30}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/

/**
 * ISO 8601 text with an offset as epoch milliseconds, NaN for anything else.
 *
 * The usual form, UTC with or without milliseconds, is read digit by digit; other offsets and fractions take a regular
 * expression. `Date.parse` is no judge: it reads 30 February as 1 March and texts without an offset as local time.
 */
export function parseInstant(text: string): number {
  const { length } = text
  if ((length === 24 || length === 20) && text.charCodeAt(length - 1) === 90) {
    const instant = parseUsual(text, length === 24)
    if (instant !== undefined) return instant
  }
  return length > 64 ? Number.NaN : parseGeneral(text)
}

function parseGeneral(text: string): number {
  const parts = instantPattern.exec(text)
  if (parts === null) return Number.NaN
  const offsetHours = Number(parts[9] ?? 0)
  const offsetMinutes = Number(parts[10] ?? 0)
  if (offsetHours > 23 || offsetMinutes > 59) return Number.NaN
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (parts[8] === '-' ? -1 : 1)
  const fraction = (parts[7] ?? '').padEnd(3, '0').slice(0, 3)
  return (
    instantOf(
      Number(parts[1]),
      Number(parts[2]),
      Number(parts[3]),
      Number(parts[4]),
      Number(parts[5]),
      Number(parts[6] ?? 0),
      Number(fraction),
    ) - offset
  )
}

/**
 * UTC to the second or the millisecond; undefined for what is not written so.
 *
 * A digit is read as a number, and one that is none shows in the sign of it or of 9 less it: all signs are looked at
 * once, not digit by digit.
 */
function parseUsual(text: string, hasFraction: boolean): number | undefined {
  const [y1, y2, y3, y4] = [digit(text, 0), digit(text, 1), digit(text, 2), digit(text, 3)]
  const [m1, m2, d1, d2] = [digit(text, 5), digit(text, 6), digit(text, 8), digit(text, 9)]
  const [h1, h2, n1, n2] = [digit(text, 11), digit(text, 12), digit(text, 14), digit(text, 15)]
  const [s1, s2] = [digit(text, 17), digit(text, 18)]
  let signs = y1 | (9 - y1) | y2 | (9 - y2) | y3 | (9 - y3) | y4 | (9 - y4)
  signs |= m1 | (9 - m1) | m2 | (9 - m2) | d1 | (9 - d1) | d2 | (9 - d2)
  signs |= h1 | (9 - h1) | h2 | (9 - h2) | n1 | (9 - n1) | n2 | (9 - n2) | s1 | (9 - s1) | s2 | (9 - s2)
  let marks = (text.charCodeAt(4) ^ 45) | (text.charCodeAt(7) ^ 45) | (text.charCodeAt(10) ^ 84)
  marks |= (text.charCodeAt(13) ^ 58) | (text.charCodeAt(16) ^ 58)
  let millisecond = 0
  if (hasFraction) {
    const [f1, f2, f3] = [digit(text, 20), digit(text, 21), digit(text, 22)]
    signs |= f1 | (9 - f1) | f2 | (9 - f2) | f3 | (9 - f3)
    marks |= text.charCodeAt(19) ^ 46
    millisecond = f1 * 100 + f2 * 10 + f3
  }
  if (signs < 0 || marks !== 0) return undefined
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4
  const [hour, minute, second] = [h1 * 10 + h2, n1 * 10 + n2, s1 * 10 + s2]
  return instantOf(year, m1 * 10 + m2, d1 * 10 + d2, hour, minute, second, millisecond)
}

/** A digit as a number; another character as one below 0 or above 9. */
function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

/** Whole numbers all the way: the instants of many rows are read without a call of the calendar. */
function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number {
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return Number.NaN
  const index = (year - 1900) * 12 + month - 1
  const first = monthStarts[index] ?? 0
  const isDay = day >= 1 && day <= (monthStarts[index + 1] ?? 0) - first
  if (!(isDay && hour <= 23 && minute <= 59 && second <= 59 && millisecond <= 999)) return Number.NaN
  return (first + day - 1) * 86_400_000 + (hour * 3600 + minute * 60 + second) * 1000 + millisecond
}
