import * as z from 'zod'
import type { BusinessCalendar, BusinessHours, Weekday } from '../calendar/model.js'
import { isDay } from '../internal/guards.js'
import { checked } from './checked.js'
import { day, timeZone } from './fields.js'
import { isPlain } from './isPlain.js'
import { list, strictInput, strictRecord } from './shapes.js'

type Overrides = NonNullable<BusinessCalendar['overrides']>

const weekFields = () =>
  ({
    monday: windows(),
    tuesday: windows(),
    wednesday: windows(),
    thursday: windows(),
    friday: windows(),
    saturday: windows(),
    sunday: windows(),
  }) satisfies Record<Weekday, unknown>

/** Members of {@link businessCalendarSchema}. */
export const businessCalendarFields = () => ({
  timeZone: timeZone(),
  week: strictRecord(weekFields),
  holidays: z.optional(list(day())),
  overrides: z.optional(overrides()),
})

/**
 * Schema of a calendar of opening hours.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. The days of `overrides` are
 * checked as a whole, since their names are text of whoever wrote them.
 *
 * @example
 * ```ts
 * import { businessCalendarSchema } from 'retention-okr/schemas'
 *
 * const row = { timeZone: 'Europe/Madrid', week: { monday: [{ open: '09:00', close: '17:00' }] } }
 * businessCalendarSchema.safeParse(row).success // => true
 * businessCalendarSchema.safeParse({ ...row, timeZone: 'Madrid' }).success // => false
 * ```
 * @since 0.1.0
 */
export const businessCalendarSchema: z.ZodType<BusinessCalendar> = /* @__PURE__ */ strictInput(businessCalendarFields)

function windows() {
  return z.optional(list(strictInput(() => ({ open: wallTime(), close: wallTime() }))))
}

function wallTime() {
  return checked<string>(isWallTime, 'INVALID_INPUT', 'must be a time of day HH:MM')
}

function isWallTime(value: unknown): boolean {
  return typeof value === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value)
}

function overrides() {
  return checked<Overrides>(isOverrides, 'INVALID_INPUT', 'must be windows by calendar day').overwrite((days) =>
    Object.fromEntries(Object.entries(days).map(([name, hours]) => [name, hours.map((window) => ({ ...window }))])),
  )
}

function isOverrides(value: unknown): boolean {
  if (!isPlain(value)) return false
  return Object.entries(value as object).every(([name, hours]) => isDay(name) && isWindows(hours))
}

function isWindows(value: unknown): value is readonly BusinessHours[] {
  if (!Array.isArray(value)) return false
  return value.every(
    (window: unknown) =>
      isPlain(window) &&
      Object.entries(window as object).every(
        ([name, time]) => (name === 'open' || name === 'close') && isWallTime(time),
      ) &&
      Object.keys(window as object).length === 2,
  )
}
