import { describe, expect, it } from 'vitest'
import { createPeriodFinder } from '../../src/calendar/createPeriodFinder.js'
import { lookBackBounds } from '../../src/calendar/lookBackBounds.js'
import { type PeriodGridOptions, periodGrid } from '../../src/calendar/periodGrid.js'

const iso = (bounds: readonly number[]): string[] => bounds.map((bound) => new Date(bound).toISOString())

describe('periodGrid', () => {
  it.each<[string, string, PeriodGridOptions, string[]]>([
    [
      '2024-03-10',
      '2024-03-11',
      { unit: 'month', timeZone: 'Europe/Madrid' },
      ['2024-02-29T23:00:00.000Z', '2024-03-31T22:00:00.000Z'],
    ],
    ['2024-01-03', '2024-01-08', { unit: 'week' }, ['2024-01-01T00:00:00.000Z', '2024-01-08T00:00:00.000Z']],
    [
      '2024-01-03',
      '2024-01-04',
      { unit: 'week', weekStartsOn: 'sunday' },
      ['2023-12-31T00:00:00.000Z', '2024-01-07T00:00:00.000Z'],
    ],
    ['1969-12-30', '1969-12-31', { unit: 'week' }, ['1969-12-29T00:00:00.000Z', '1970-01-05T00:00:00.000Z']],
    [
      '2024-01-15',
      '2024-01-16',
      { unit: 'quarter', fiscalYearStartMonth: 2 },
      ['2023-11-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z'],
    ],
    [
      '2024-01-15',
      '2024-01-16',
      { unit: 'year', fiscalYearStartMonth: 4 },
      ['2023-04-01T00:00:00.000Z', '2024-04-01T00:00:00.000Z'],
    ],
    [
      '2024-03-31',
      '2024-04-01',
      { unit: 'day', timeZone: 'Europe/Madrid' },
      ['2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z'],
    ],
  ])('%s to %s as %o', (start, end, options, expected) => {
    expect(iso(periodGrid({ start, end }, options).bounds)).toEqual(expected)
  })

  it('has no period for a day that the zone skips', () => {
    const { bounds } = periodGrid({ start: '2011-12-28', end: '2012-01-02' }, { unit: 'day', timeZone: 'Pacific/Apia' })
    expect(iso(bounds)).toEqual([
      '2011-12-28T10:00:00.000Z',
      '2011-12-29T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
      '2012-01-01T10:00:00.000Z',
    ])
  })

  it.each([
    [{ start: '2024-01-02', end: '2024-01-02' }, { unit: 'day' }, 'INVALID_PERIOD', 'range'],
    [{ start: '2024-02-30', end: '2024-03-02' }, { unit: 'day' }, 'INVALID_INSTANT', 'range.start'],
    [{ start: '1900-01-01', end: '2199-01-01' }, { unit: 'day' }, 'TOO_LARGE', 'range'],
    [{ start: '2024-01-01', end: '2024-01-02' }, { unit: 'decade' }, 'INVALID_OPTION', 'options.unit'],
    [{ start: '2024-01-01', end: '2024-01-02' }, { unit: 'day', zone: 'UTC' }, 'INVALID_OPTION', 'options'],
    [
      { start: '2024-01-01', end: '2024-01-02' },
      { unit: 'day', timeZone: 'Mars/Base' },
      'INVALID_TIME_ZONE',
      'options.timeZone',
    ],
    [
      { start: '2024-01-01', end: '2024-01-02' },
      { unit: 'day', timeZone: 'EST' },
      'INVALID_TIME_ZONE',
      'options.timeZone',
    ],
    [
      { start: '2024-01-01', end: '2024-01-02' },
      { unit: 'year', fiscalYearStartMonth: 13 },
      'INVALID_OPTION',
      'options.fiscalYearStartMonth',
    ],
  ])('%o with %o throws %s', (range, options, code, path) => {
    expect(() => periodGrid(range, options as PeriodGridOptions)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})

describe('lookBackBounds', () => {
  it('goes back by calendar days, across a clock change', () => {
    const grid = periodGrid({ start: '2024-04-01', end: '2024-05-01' }, { unit: 'month', timeZone: 'Europe/Madrid' })
    const { from, to } = lookBackBounds(grid, { days: 2 })
    expect(iso(from)).toEqual(['2024-03-29T23:00:00.000Z', '2024-04-28T22:00:00.000Z'])
    expect(to).toEqual(grid.bounds)
  })
})

describe('createPeriodFinder', () => {
  it('agrees with a scan at, before and after every bound', () => {
    const grid = periodGrid({ start: '2023-01-01', end: '2026-01-01' }, { unit: 'month', timeZone: 'America/Santiago' })
    const find = createPeriodFinder(grid.bounds)
    const scan = (instant: number): number =>
      instant >= (grid.bounds.at(-1) ?? 0) ? -1 : grid.bounds.filter((bound) => bound <= instant).length - 1
    for (const bound of grid.bounds) {
      for (const shift of [-1, 0, 1, 86_400_000]) expect(find(bound + shift)).toBe(scan(bound + shift))
    }
  })

  it('finds in grids too uneven for slots', () => {
    const find = createPeriodFinder([0, 1, 2 ** 40])
    expect([find(-1), find(0), find(1), find(2 ** 40 - 1), find(2 ** 40)]).toEqual([-1, 0, 1, 1, -1])
  })

  it('knows no period without bounds', () => {
    expect(createPeriodFinder([])(0)).toBe(-1)
  })
})
