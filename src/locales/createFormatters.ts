import { fail } from '../internal/fail.js'
import { isDay } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { ChartLocale, Formatters } from './model.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Formatters of a locale by Intl; every object is made once. */
export function createFormatters(locale: string): Formatters {
  const numbers = new Map<string, Intl.NumberFormat>()
  const formatter = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options)
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
    numbers.set(key, known)
    return known
  }
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  const unit = (value: number, name: string): string =>
    formatter({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 }).format(rounded(value, 1))
  return {
    number: (x, { minimumFractionDigits = 0, maximumFractionDigits = 2 } = {}) =>
      formatter({ minimumFractionDigits, maximumFractionDigits }).format(rounded(x, maximumFractionDigits)),
    percent: (x, digits = 1) =>
      formatter({ style: 'percent', maximumFractionDigits: digits }).format(rounded(x, digits + 2)),
    points: (x) => formatter({ maximumFractionDigits: 1 }).format(rounded(x, 1)),
    date: (text) => {
      const written = typeof text === 'string' ? text.slice(0, 10) : text
      if (!isDay(written)) return fail('INVALID_INSTANT', 'day', 'must begin with a calendar day', text)
      return dates.format(new Date(`${written}T00:00:00Z`))
    },
    duration: (milliseconds) => {
      const size = Math.abs(milliseconds)
      if (size < hour) return unit(milliseconds / minute, 'minute')
      return size < 2 * day ? unit(milliseconds / hour, 'hour') : unit(milliseconds / day, 'day')
    },
    // Intl reads decimal text exactly; its types say so only from ES2023 on.
    money: ({ amount, currency }) => {
      if (!/^[A-Z]{3}$/u.test(currency)) fail('INVALID_AMOUNT', 'amount', 'must have an ISO 4217 code', currency)
      return formatter({ style: 'currency', currency }).format(amount as unknown as number)
    },
    list: (items) => lists.format(items),
  }
}

/** Rounds before a sign is written: -0.04 is 0, not -0. */
function rounded(x: number, digits: number): number {
  return positiveZero(Number(x.toFixed(digits)))
}

/** The tables that d3 and Vega read, taken from what Intl writes. */
export function chartLocaleOf(locale: string): ChartLocale {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12_345.6)
  const part = (type: Intl.NumberFormatPartTypes, fallback: string): string =>
    parts.find((one) => one.type === type)?.value ?? fallback
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(0.5).replace(/[\d.,]+/, '')
  const names = (options: Intl.DateTimeFormatOptions, dates: readonly string[]): string[] => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return dates.map((date) => format.format(new Date(date)))
  }
  // 4 January 2026 is a Sunday, with which d3 begins its week.
  const days = Array.from({ length: 7 }, (_, index) => `2026-01-${String(4 + index).padStart(2, '0')}T00:00:00Z`)
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01T00:00:00Z`)
  return {
    number: {
      decimal: part('decimal', '.'),
      thousands: part('group', ','),
      grouping: [3],
      currency: ['', ''],
      percent,
    },
    time: {
      dateTime: '%x, %X',
      date: '%d/%m/%Y',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: names({ weekday: 'long' }, days),
      shortDays: names({ weekday: 'short' }, days),
      months: names({ month: 'long' }, months),
      shortMonths: names({ month: 'short' }, months),
    },
  }
}
