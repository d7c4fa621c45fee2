import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLocalDays } from '../../src/calendar/addLocalDays.js'
import { localDay } from '../../src/calendar/localDay.js'
import { localDayAt } from '../../src/calendar/localDayAt.js'
import { localDayNumber } from '../../src/calendar/localDayNumber.js'
import { localDays } from '../../src/calendar/localDays.js'
import { periodGrid } from '../../src/calendar/periodGrid.js'
import { startOfLocalDay } from '../../src/calendar/startOfLocalDay.js'

const zones = [
  'UTC',
  'Europe/Madrid',
  'America/Mexico_City',
  'America/Santiago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Beirut',
]
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) })
const settings = { seed: 20240117, numRuns: 200 }

/** The runtime's own reading of a day, as an independent source. */
function dayByIntl(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}

describe('days in zones', () => {
  it('names the day that the runtime names', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        expect(localDay(instant, zone)).toBe(dayByIntl(instant, zone))
      }),
      settings,
    )
  })

  it('finds in the offsets of a range the days that it finds instant by instant', () => {
    // St. John's once turned its clocks back a minute after midnight, Apia left out a day.
    const wide = fc.constantFrom(...zones, 'America/St_Johns', 'Pacific/Apia', 'Africa/Casablanca')
    const lengths = fc.constantFrom(0, 1, 28 * 86_400_000, 15 * 365 * 86_400_000)
    fc.assert(
      fc.property(instants, wide, lengths, fc.double({ min: 0, max: 1, noNaN: true }), (from, zone, length, part) => {
        const days = localDays(from, from + length, zone)
        const inside = from + Math.floor(part * length)
        const beside = days.from.map((change) => change - 1).filter((change) => change >= from)
        for (const at of [inside, from, ...days.from, ...beside]) {
          expect(localDayAt(days, at)).toBe(localDayNumber(at, zone))
        }
      }),
      settings,
    )
  })

  it('starts a day at its first instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const day = localDay(instant, zone)
        const start = startOfLocalDay(day, zone)
        expect(start).toBeLessThanOrEqual(instant)
        expect(dayByIntl(start, zone)).toBe(day)
        expect(dayByIntl(start - 1, zone)).not.toBe(day)
      }),
      settings,
    )
  })

  it('adds days by the calendar', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 400 }), (instant, days) => {
        expect(addLocalDays(instant, days, 'UTC')).toBe(instant + days * 86_400_000)
      }),
      settings,
    )
  })

  it('lists periods that follow one another and cover the range', () => {
    const units = fc.constantFrom(
      'day' as const,
      'week' as const,
      'month' as const,
      'quarter' as const,
      'year' as const,
    )
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 400 }),
        units,
        fc.constantFrom(...zones),
        (start, days, unit, timeZone) => {
          const end = start + days * 86_400_000
          const { bounds } = periodGrid({ start, end }, { unit, timeZone })
          expect(bounds[0]).toBeLessThanOrEqual(start)
          expect(bounds[1]).toBeGreaterThan(start)
          expect(bounds.at(-1)).toBeGreaterThanOrEqual(end)
          expect(bounds.at(-2)).toBeLessThan(end)
          expect([...bounds].sort((a, b) => a - b)).toEqual(bounds)
        },
      ),
      { ...settings, numRuns: 100 },
    )
  })
})
