import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain, isDay } from '../internal/guards.js'
import { assertTimeZone } from './assertTimeZone.js'
import { dayFromNumber, dayNumber } from './dayNumber.js'
import { localDay } from './localDay.js'
import type { BusinessCalendar, BusinessHours, Weekday } from './model.js'
import { instantOfWallTime } from './wallTime.js'

/** An open window in epoch milliseconds. */
export interface OpenWindow {
  start: number
  end: number
}

/** The opening hours of one calendar, with the windows of each day worked out once. */
export interface OpenTime {
  /** The merged open windows within `[start, end)`. */
  windows(start: number, end: number): OpenWindow[]
  /** Open milliseconds within `[start, end)`; 0 when it does not end after it starts. */
  between(start: number, end: number): number
}

const weekdays = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] as const
const wallTimePattern = /^([01]\d|2[0-3]):([0-5]\d)$/
const dayLength = 86_400_000
const minute = 60_000

/** Opening hours to ask many times; without a calendar it is always open. */
export function createOpenTime(calendar: BusinessCalendar | null, path = 'options.calendar'): OpenTime {
  if (calendar === null) return alwaysOpen
  assertCalendar(calendar, path)
  const holidays = new Set(calendar.holidays)
  const days = new Map<number, OpenWindow[]>()

  /** The windows that open on a day; those of the eve of a holiday run into it. */
  function windowsOfDay(number: number): OpenWindow[] {
    const cached = days.get(number)
    if (cached !== undefined) return cached
    const windows = hoursOf(number)
      .map((hours) => windowOf(hours, number, calendar?.timeZone ?? 'UTC'))
      .filter(({ start, end }) => end > start)
    days.set(number, windows)
    return windows
  }

  function hoursOf(number: number): readonly BusinessHours[] {
    const day = dayFromNumber(number)
    const own = calendar?.overrides
    if (own !== undefined && Object.hasOwn(own, day)) return own[day] ?? []
    if (holidays.has(day)) return []
    return calendar?.week[weekdays[((number % 7) + 7) % 7] as Weekday] ?? []
  }

  function windows(start: number, end: number): OpenWindow[] {
    if (end <= start) return []
    const zone = calendar?.timeZone ?? 'UTC'
    const last = dayNumber(localDay(end, zone))
    const found: OpenWindow[] = []
    // A window of the day before may still be open: it can last until the same wall time of the next day.
    for (let number = dayNumber(localDay(start, zone)) - 2; number <= last; number += 1) {
      for (const window of windowsOfDay(number)) {
        const clipped = { start: Math.max(window.start, start), end: Math.min(window.end, end) }
        if (clipped.end > clipped.start) found.push(clipped)
      }
    }
    return mergeWindows(found)
  }

  return {
    windows,
    between: (start, end) => windows(start, end).reduce((sum, window) => sum + window.end - window.start, 0),
  }
}

const alwaysOpen: OpenTime = {
  windows: (start, end) => (end > start ? [{ start, end }] : []),
  between: (start, end) => Math.max(0, end - start),
}

/** Windows in order of time, those that overlap or touch as one. */
export function mergeWindows(windows: readonly OpenWindow[]): OpenWindow[] {
  const merged: OpenWindow[] = []
  for (const { start, end } of [...windows].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

function windowOf({ open, close }: BusinessHours, number: number, timeZone: string): OpenWindow {
  const [from, to] = [minutesOf(open), minutesOf(close)]
  const midnight = number * dayLength
  const overnight = to <= from ? dayLength : 0
  return {
    start: instantOfWallTime(midnight + from * minute, timeZone),
    end: instantOfWallTime(midnight + overnight + to * minute, timeZone),
  }
}

function minutesOf(time: string): number {
  return time === '24:00' ? 1440 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function assertCalendar(calendar: unknown, path: string): void {
  assertPlain(calendar, path)
  assertKnownOptions(calendar, ['timeZone', 'week', 'holidays', 'overrides'], path)
  assertTimeZone(calendar['timeZone'], `${path}.timeZone`)
  assertPlain(calendar['week'], `${path}.week`)
  assertKnownOptions(calendar['week'], weekdays, `${path}.week`)
  for (const [day, hours] of Object.entries(calendar['week'])) assertHours(hours, `${path}.week.${day}`)
  const { holidays = [], overrides = {} } = calendar as Partial<BusinessCalendar>
  for (const [index, day] of holidays.entries()) assertOptionDay(day, `${path}.holidays[${index}]`)
  for (const [day, hours] of Object.entries(overrides)) {
    assertOptionDay(day, `${path}.overrides`)
    assertHours(hours, `${path}.overrides.${day}`)
  }
}

function assertOptionDay(day: unknown, path: string): void {
  if (!isDay(day)) fail('INVALID_OPTION', path, 'must be a calendar day YYYY-MM-DD', day)
}

function assertHours(hours: unknown, path: string): void {
  if (hours === undefined) return
  if (!Array.isArray(hours)) fail('INVALID_OPTION', path, 'must be a list of windows', hours)
  hours.forEach((window: unknown, index) => {
    assertPlain(window, `${path}[${index}]`)
    const { open, close } = window
    if (typeof open !== 'string' || !wallTimePattern.test(open)) {
      fail('INVALID_OPTION', `${path}[${index}].open`, 'must be HH:MM', open)
    }
    if (typeof close !== 'string' || !(close === '24:00' || wallTimePattern.test(close))) {
      fail('INVALID_OPTION', `${path}[${index}].close`, 'must be HH:MM', close)
    }
  })
}
