import { describe, expect, it } from 'vitest'
import {
  type CheckIn,
  checkInPunctuality,
  checkInPunctualityRate,
  checkInStaleness,
  confidenceBand,
  readingAsOf,
  readingFromMeasurement,
  reviewDates,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const quarter = { firstDay: '2026-01-01', lastDay: '2026-03-31' }

describe('checkInStaleness', () => {
  const stateOn = (asOf: string, more: object = {}): string =>
    checkInStaleness({ lastCheckIn: '2026-02-02', firstDay: '2026-01-01', cadence: 'weekly' }, { asOf, ...more }).state

  it.each([
    ['2026-02-09', 'ok'],
    ['2026-02-10', 'late'],
    ['2026-02-12', 'late'],
    ['2026-02-13', 'stale'],
  ])('is, on %s, %s', (asOf, state) => expect(stateOn(asOf)).toBe(state))

  it.each<[CheckInStalenessCadence, string]>([
    ['weekly', '2026-02-07'],
    ['biweekly', '2026-02-14'],
    ['monthly', '2026-02-28'],
    ['quarterly', '2026-04-30'],
    [{ days: 10 }, '2026-02-10'],
  ])('of cadence %j is due on %s', (cadence, due) => {
    const data = { lastCheckIn: null, firstDay: '2026-01-31', cadence }
    expect(checkInStaleness(data, { asOf: '2026-02-01' }).due).toBe(due)
  })

  it('has no grace when none is given', () => expect(stateOn('2026-02-10', { graceDays: 0 })).toBe('stale'))

  it.each<[string, () => unknown, string, string]>([
    [
      'a cadence',
      () =>
        checkInStaleness(
          { lastCheckIn: null, firstDay: '2026-01-01', cadence: 'daily' as never },
          { asOf: '2026-01-02' },
        ),
      'INVALID_OPTION',
      'cadence',
    ],
    [
      'days of a cadence',
      () =>
        checkInStaleness({ lastCheckIn: null, firstDay: '2026-01-01', cadence: { days: 0 } }, { asOf: '2026-01-02' }),
      'INVALID_OPTION',
      'cadence.days',
    ],
    ['grace', () => stateOn('2026-02-09', { graceDays: -1 }), 'INVALID_OPTION', 'options.graceDays'],
    ['a day', () => stateOn('2026-02-30'), 'INVALID_DAY', 'options.asOf'],
    ['an option', () => stateOn('2026-02-09', { grace: 1 }), 'INVALID_OPTION', 'options'],
  ])('refuses %s that is none', (_, call, code, path) => expect(call).toThrow(errorAt(code, path)))
})

type CheckInStalenessCadence = Parameters<typeof checkInStaleness>[0]['cadence']

describe('checkInPunctuality', () => {
  const due = { previousDue: '2026-03-03', due: '2026-03-10', nextDue: '2026-03-17' }
  const state = (doneOn: string | null, options: { asOf?: string; earlyDays?: number } = {}): string =>
    checkInPunctuality({ ...due, doneOn }, { asOf: '2026-03-31', ...options }).state

  it.each([
    ['2026-03-03', 'missed'],
    ['2026-03-04', 'on_time'],
    ['2026-03-10', 'on_time'],
    ['2026-03-11', 'late'],
    ['2026-03-16', 'late'],
    ['2026-03-17', 'missed'],
  ])('done on %s is %s', (doneOn, expected) => expect(state(doneOn)).toBe(expected))

  it('does not know a check-in of tomorrow', () => expect(state('2026-03-10', { asOf: '2026-03-09' })).toBe('pending'))

  it('takes no check-in that came too early', () => {
    expect(state('2026-03-06', { earlyDays: 3 })).toBe('missed')
    expect(state('2026-03-07', { earlyDays: 3 })).toBe('on_time')
  })

  it('is pending until the next due day', () => {
    expect(state(null, { asOf: '2026-03-16' })).toBe('pending')
    expect(state(null, { asOf: '2026-03-17' })).toBe('missed')
  })

  it('refuses due days out of order', () => {
    const call = (): unknown => checkInPunctuality({ ...due, nextDue: due.due, doneOn: null }, { asOf: '2026-03-31' })
    expect(call).toThrow(errorAt('INVALID_PERIOD', 'due'))
  })
})

describe('checkInPunctualityRate', () => {
  const rate = (checkIns: readonly string[], asOf: string) =>
    checkInPunctualityRate(frozen({ ...quarter, cadence: 'biweekly' as const, checkIns }), { asOf })

  it('counts a day once, whatever the order', () => {
    const checkIns = ['2026-02-12', '2026-01-14', '2026-01-31', '2026-03-12', '2026-01-14']
    expect(rate(checkIns, '2026-03-20')).toMatchObject({ value: 0.5, counts: { onTime: 2, late: 1, missed: 1 } })
  })

  it('takes a check-in of the first day for the first due day', () => {
    expect(rate(['2026-01-01'], '2026-01-29')).toMatchObject({ value: 1, denominator: 1, pending: 5 })
  })

  it('does not let one check-in serve two due days', () => {
    expect(rate(['2026-01-20'], '2026-02-12').counts).toEqual({ onTime: 0, late: 1, missed: 1 })
  })

  it('has no answer before the second due day, and none without a due day', () => {
    expect(rate([], '2026-01-28')).toMatchObject({ value: null, reason: 'not_mature', pending: 6 })
    const short = { firstDay: '2026-01-01', lastDay: '2026-01-05', cadence: 'weekly', checkIns: [] } as const
    expect(checkInPunctualityRate(short, { asOf: '2026-02-01' })).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('carries its interval and definition', () => {
    const measured = rate(['2026-01-14'], '2026-03-20')
    expect(measured.interval).toMatchObject({ level: 0.95, method: 'wilson' })
    expect(measured.definition).toMatchObject({ cadence: 'biweekly', asOf: '2026-03-20' })
  })

  it('refuses a check-in that is no day', () => {
    expect(() => rate(['2026-02-30'], '2026-03-20')).toThrow(errorAt('INVALID_DAY', 'checkIns[0]'))
  })
})

describe('reviewDates', () => {
  it('closes on the last day, once', () => {
    const dates = reviewDates({ firstDay: '2026-01-01', lastDay: '2026-01-15', cadence: 'weekly' })
    expect(dates).toEqual([
      { on: '2026-01-08', kind: 'regular' },
      { on: '2026-01-15', kind: 'closing' },
    ])
  })
})

describe('confidenceBand', () => {
  it.each<[string | number, 1 | 10, string]>([
    ['0.399999999999', 1, 'low'],
    ['0.4', 1, 'medium'],
    ['0.699', 1, 'medium'],
    ['0.7', 1, 'high'],
    [3, 10, 'low'],
    [10, 10, 'high'],
  ])('of %s on a scale of %i is %s', (confidence, scale, band) => {
    expect(confidenceBand(confidence, { scale })).toBe(band)
  })

  it('refuses what lies outside the scale, and other scales', () => {
    expect(() => confidenceBand(7)).toThrow(errorAt('INVALID_NUMBER', 'confidence'))
    expect(() => confidenceBand(7, { scale: 100 as never })).toThrow(errorAt('INVALID_OPTION', 'options.scale'))
  })
})

describe('readingAsOf', () => {
  const checkIn = (id: string, on: string, value: number, more: Partial<CheckIn> = {}): CheckIn => ({
    id,
    keyResultId: 'k',
    on,
    reading: { value },
    ...more,
  })

  it('takes the latest day, then what was recorded last, then the last of the list', () => {
    const early = checkIn('a', '2026-01-10', 1)
    const late = checkIn('b', '2026-01-20', 2, { recordedOn: '2026-01-22' })
    const recount = checkIn('c', '2026-01-20', 3, { recordedOn: '2026-01-21' })
    const again = checkIn('d', '2026-01-20', 4, { recordedOn: '2026-01-22' })
    const pick = (checkIns: CheckIn[]) => readingAsOf(frozen(checkIns), { asOf: '2026-01-31' }).checkInId
    expect(pick([early, late, recount])).toBe('b')
    expect(pick([late, early])).toBe('b')
    expect(pick([late, again])).toBe('d')
    expect(pick([again, late])).toBe('b')
  })

  it('knows what was recorded by then only, and keeps a withdrawn reading out', () => {
    const first = checkIn('a', '2026-01-20', 1)
    const moved = checkIn('b', '2026-02-05', 2, { recordedOn: '2026-02-03', supersedes: 'a' })
    expect(readingAsOf([first, moved], { asOf: '2026-02-01' }).checkInId).toBe('a')
    expect(readingAsOf([first, moved], { asOf: '2026-02-01', knownOn: '2026-02-03' })).toEqual({
      checkInId: null,
      on: null,
      reading: null,
      ageDays: null,
    })
  })

  it('waits until a value has settled', () => {
    const one = [checkIn('a', '2026-01-20', 1)]
    expect(readingAsOf(one, { asOf: '2026-01-29', settlementLagDays: 10 }).checkInId).toBeNull()
    expect(readingAsOf(one, { asOf: '2026-01-30', settlementLagDays: 10 }).ageDays).toBe(10)
  })

  it('refuses days that are none', () => {
    expect(() => readingAsOf([checkIn('a', '2026-13-01', 1)], { asOf: '2026-01-30' })).toThrow(
      errorAt('INVALID_DAY', 'checkIns[0].on'),
    )
    expect(() => readingAsOf([], { asOf: '2026-01-30', settlementLagDays: -1 })).toThrow(
      errorAt('INVALID_OPTION', 'options.settlementLagDays'),
    )
  })
})

describe('readingFromMeasurement', () => {
  const measurement = frozen({
    metric: 'churn-rate',
    value: 0.09,
    unit: 'ratio' as const,
    numerator: 9,
    denominator: 100,
    sampleSize: 100,
    interval: { lower: 0.05, upper: 0.16, level: 0.95, method: 'wilson' },
    definition: { method: 'closedCohortNet', caveats: ['few_units'] },
  })
  const read = (more: object, metricRef?: object) =>
    readingFromMeasurement({
      measurement: { ...measurement, ...more },
      on: '2026-02-28',
      ...(metricRef === undefined ? {} : { metricRef: metricRef as never }),
    })

  it('keeps a quotient only where the value is one', () => {
    expect(read({}).value).toEqual({ numerator: 9, denominator: 100 })
    expect(read({ value: 0.0901 }).value).toBe(0.0901)
    expect(read({ unit: 'days', value: 0.09 }).value).toBe(0.09)
    expect(read({ denominator: 0, value: 0.09 }).value).toBe(0.09)
  })

  it('keeps the reason of a value that is null', () => {
    const empty = {
      metric: 'churn-rate',
      value: null,
      unit: 'ratio',
      sampleSize: 0,
      reason: 'empty_base',
      definition: {},
    }
    const reading = readingFromMeasurement({ measurement: empty as never, on: '2026-02-28' })
    expect(reading).toEqual({
      on: '2026-02-28',
      value: null,
      reason: 'empty_base',
      sampleSize: 0,
      source: { metric: 'churn-rate', definition: {} },
    })
  })

  it('mirrors a complement, also of a value that is no quotient', () => {
    const reading = read({ value: 0.0901 }, { metric: 'churn-rate', complement: true })
    expect(reading.value).toBe(0.9099)
    expect(reading.interval).toEqual({ lower: 0.84, upper: 0.95, level: 0.95, method: 'wilson' })
  })

  it.each<[string, object, object]>([
    ['another metric', {}, { metric: 'other' }],
    ['another option', {}, { metric: 'churn-rate', definition: { method: 'revenue' } }],
    ['an option it was not made with', {}, { metric: 'churn-rate', definition: { window: 30 } }],
    ['a complement of days', { unit: 'days' }, { metric: 'churn-rate', complement: true }],
  ])('refuses %s', (_, more, metricRef) => {
    expect(() => read(more, metricRef)).toThrow(errorAt('METRIC_MISMATCH'))
  })

  it('accepts the definition that was asked for', () => {
    const definition = { method: 'closedCohortNet', caveats: ['few_units'] }
    expect(read({}, { metric: 'churn-rate', definition }).sampleSize).toBe(100)
  })
})
