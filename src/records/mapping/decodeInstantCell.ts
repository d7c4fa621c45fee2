import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { decodeInstant } from '../../calendar/readInstant.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'
import { instantOfWallTime } from '../../calendar/wallTime.js'
import { isDay } from '../../internal/guards.js'
import { parseInstant } from '../../internal/parseInstant.js'
import type { CellRules, Decoded } from './cellRules.js'
import { type DateFormat, matchDateFormat } from './dateFormat.js'

const stampPattern = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d(?:\.\d{1,30})?)?)(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/

/** An instant: text with an offset as it stands, everything else as UTC text or epoch milliseconds. */
export function decodeInstantCell(value: unknown, field: string, rules: CellRules, allowDay: boolean): Decoded {
  const format = rules.dateFormatOf?.(field)
  if (value instanceof Date) return ofMilliseconds(value.getTime(), (instant) => new Date(instant).toISOString())
  if (format !== undefined) return decodeFormatted(value, format, field, rules, allowDay)
  if (typeof value === 'number' && rules.epochSeconds === true) return ofMilliseconds(value * 1000)
  if (typeof value !== 'string') return { rule: 'invalid_instant' }
  const text = value.trim()
  return isDay(text) ? decodeDay(text, field, rules, allowDay) : decodeStamp(text, rules)
}

function decodeStamp(text: string, rules: CellRules): Decoded {
  const parts = text.length > 64 ? null : stampPattern.exec(text)
  if (parts === null) return { rule: 'invalid_instant' }
  const [, day = '', separator, time = '', offset] = parts
  if (offset === undefined) return ofWallTime(parseInstant(`${day}T${time}Z`), rules)
  const instant = parseInstant(`${day}T${time}${normalOffset(offset)}`)
  if (Number.isNaN(instant)) return { rule: 'invalid_instant' }
  const isStandard = separator === 'T' && (offset === 'Z' || offset.length === 6) && !text.includes(' ')
  return { value: isStandard ? text : utcText(instant), instant }
}

/** `+0200` and `+02` as `+02:00`. */
function normalOffset(offset: string): string {
  if (offset === 'Z' || offset.includes(':')) return offset
  return `${offset.slice(0, 3)}:${offset.slice(3) || '00'}`
}

function decodeDay(day: string, field: string, rules: CellRules, allowDay: boolean): Decoded {
  if (allowDay) return { value: day }
  if (rules.timeZone === undefined) return { rule: 'zone_required' }
  const isLastDay = field === 'endedAt' && rules.endDatesAreInclusive === true
  const first = isLastDay ? dayFromNumber(dayNumber(day) + 1) : day
  return isDay(first) ? { value: utcText(startOfLocalDay(first, rules.timeZone)) } : { rule: 'invalid_instant' }
}

function ofWallTime(wallTime: number, rules: CellRules): Decoded {
  if (Number.isNaN(wallTime)) return { rule: 'invalid_instant' }
  const zone = rules.fixedZone ?? rules.timeZone
  if (zone === undefined) return { rule: 'zone_required' }
  const instant = instantOfWallTime(wallTime, zone)
  return { value: utcText(instant), instant }
}

function ofMilliseconds(value: number, print: (instant: number) => unknown = (instant) => instant): Decoded {
  const instant = decodeInstant(value, 'UTC')
  return Number.isNaN(instant) ? { rule: 'invalid_instant' } : { value: print(instant), instant }
}

function decodeFormatted(
  value: unknown,
  format: DateFormat,
  field: string,
  rules: CellRules,
  allowDay: boolean,
): Decoded {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  if (format === 'epochSeconds' || format === 'epochMilliseconds') {
    const isWhole = /^-?\d{1,16}$/.test(text)
    return ofMilliseconds(isWhole ? Number(text) * (format === 'epochSeconds' ? 1000 : 1) : Number.NaN)
  }
  const match = matchDateFormat(text, format)
  if (match === undefined) return { rule: 'invalid_instant' }
  if (match.time === undefined) return decodeDay(match.day, field, rules, allowDay)
  if (match.offset === undefined) return ofWallTime(parseInstant(`${match.day}T${match.time}Z`), rules)
  const instant = parseInstant(`${match.day}T${match.time}${normalOffset(match.offset)}`)
  return Number.isNaN(instant) ? { rule: 'invalid_instant' } : { value: utcText(instant), instant }
}

/** UTC text without milliseconds when there are none. */
function utcText(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
