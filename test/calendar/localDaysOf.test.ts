import { describe, expect, it } from 'vitest'
import { localDayNumber } from '../../src/calendar/localDayNumber.js'
import { localDaysOf, noDay } from '../../src/calendar/localDaysOf.js'
import { earliestInstant, latestInstant } from '../../src/calendar/readInstant.js'

const hour = 3_600_000

describe('localDaysOf', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'])(
    'has the days of %s, also where the clock changes',
    (timeZone) => {
      const year = timeZone === 'Pacific/Apia' ? 2011 : 2024
      const start = Date.UTC(year, 0, 1) - 1
      const instants = Float64Array.from({ length: 366 * 8 }, (_, index) => start + index * 3 * hour + (index % 7))
      expect([...localDaysOf(instants, timeZone)]).toEqual(Array.from(instants, (at) => localDayNumber(at, timeZone)))
    },
  )

  it('has none outside the years of instants', () => {
    const instants = Float64Array.of(earliestInstant - 1, earliestInstant, latestInstant - 1, latestInstant, Number.NaN)
    expect([...localDaysOf(instants, 'UTC')]).toEqual([noDay, -25_567, 84_370, noDay, noDay])
    expect([...localDaysOf(Float64Array.of(Number.NaN), 'Europe/Berlin')]).toEqual([noDay])
  })
})
