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
    const hasFraction = length === 24
    const marks =
      text.charCodeAt(4) === 45 &&
      text.charCodeAt(7) === 45 &&
      text.charCodeAt(10) === 84 &&
      text.charCodeAt(13) === 58 &&
      text.charCodeAt(16) === 58 &&
      (!hasFraction || text.charCodeAt(19) === 46)
    if (marks) {
      const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
      const millisecond = hasFraction ? digit(text, 20) * 100 + twoDigits(text, 21) : 0
      return instantOf(
        year,
        twoDigits(text, 5),
        twoDigits(text, 8),
        twoDigits(text, 11),
        twoDigits(text, 14),
        twoDigits(text, 17),
        millisecond,
      )
    }
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

/** What no sum of digits reaches from below: one character that is no digit spoils the whole number. */
const spoiled = 1_000_000

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : spoiled
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
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
