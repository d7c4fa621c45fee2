import { describe, expect, it } from 'vitest'
import { averageRetention } from '../../../src/metrics/retention/averageRetention.js'
import { cohortRetention } from '../../../src/metrics/retention/cohortRetention.js'
import { countCohortRetention } from '../../../src/metrics/retention/countCohortRetention.js'
import { measureCohortRetention } from '../../../src/metrics/retention/measureCohortRetention.js'
import type { ActivityEvent } from '../../../src/records/model.js'
import { tallyActivity } from '../../../src/records/tallyActivity.js'

const january = { start: '2024-01-01', end: '2024-02-01' }

function event(customerId: string, at: string, type?: string): ActivityEvent {
  return { customerId, at, ...(type === undefined ? {} : { type }) }
}

/** Counts over all cohorts by offset, as retained/eligible+pending. */
function offsets(events: ActivityEvent[], options: object): string[] {
  const given = { asOf: '2024-06-01', period: january, ...options }
  const { overall } = measureCohortRetention(events, given)
  return overall.map(({ numerator, denominator, pending }) => `${numerator}/${denominator}+${pending}`)
}

function refuses(call: () => unknown, code: string, path: string): void {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

describe('cohorts', () => {
  const events = [
    event('old', '2023-12-20', 'signup'),
    event('old', '2024-01-03', 'signup'),
    event('old', '2024-01-04', 'visit'),
    event('guest', '2024-01-02', 'visit'),
    event('guest', '2024-01-03', 'signup'),
    event('guest', '2024-01-04', 'visit'),
    event('new', '2024-01-03T09:00:00Z', 'signup'),
    event('new', '2024-01-03T09:00:00Z', 'visit'),
    event('new', '2024-01-05', 'signup'),
  ]
  const types = { startType: 'signup', returnType: 'visit', lastOffset: 1 }

  it.each([
    ['first', ['0/2+0', '1/2+0']],
    ['firstInPeriod', ['0/3+0', '2/3+0']],
    ['firstEver', ['0/1+0', '0/1+0']],
    ['recurring', ['0/4+0', '2/4+0']],
  ] as const)('belong to actors by %s', (cohorts, expected) => {
    expect(offsets(events, { ...types, cohorts })).toEqual(expected)
  })

  it('are listed for every bucket that meets the period', () => {
    const { cells } = countCohortRetention([], {
      asOf: '2024-06-01',
      period: { start: '2024-01-30', end: '2024-02-02' },
      unit: 'month',
      lastOffset: 0,
    })
    expect(cells.map(({ cohort }) => cohort)).toEqual(['2024-01-01', '2024-02-01'])
  })
})

describe('what counts as return', () => {
  const events = [
    event('a', '2024-01-01'),
    event('a', '2024-01-03'),
    event('a', '2024-01-03T12:00:00Z'),
    event('a', '2024-01-05'),
  ]

  it.each([
    [{ type: 'on' }, ['0/1+0', '0/1+0', '1/1+0', '0/1+0', '1/1+0']],
    [{ type: 'on', minimumEvents: 2 }, ['0/1+0', '0/1+0', '1/1+0', '0/1+0', '0/1+0']],
    [{ type: 'onOrAfter' }, ['1/1+0', '1/1+0', '1/1+0', '1/1+0', '1/1+0']],
    [{ type: 'onOrAfter', minimumEvents: 2 }, ['1/1+0', '1/1+0', '1/1+0', '0/1+0', '0/1+0']],
    [{ type: 'onOrBefore' }, ['0/1+0', '0/1+0', '1/1+0', '1/1+0', '1/1+0']],
    [{ type: 'onOrBefore', minimumEvents: 3 }, ['0/1+0', '0/1+0', '0/1+0', '0/1+0', '1/1+0']],
  ])('follows the type: %j', (options, expected) => {
    expect(offsets(events, { ...options, lastOffset: 4 })).toEqual(expected)
  })

  it('takes ranges of buckets by the index of the bracket', () => {
    const brackets = [
      [0, 1],
      [2, 3],
      [1, 4],
    ]
    expect(offsets(events, { type: 'bracket', brackets })).toEqual(['0/1+0', '1/1+0', '1/1+0'])
    expect(offsets(events, { type: 'bracket', brackets, asOf: '2024-01-05' })).toEqual(['0/1+0', '1/1+0', '0/0+1'])
  })

  it('ends the follow-up of everybody at the horizon', () => {
    const late = [...events, event('a', '2024-01-20')]
    expect(offsets(late, { type: 'onOrAfter', lastOffset: 6, horizon: 6 })[6]).toBe('0/1+0')
    expect(offsets(late, { type: 'onOrAfter', lastOffset: 6 })[6]).toBe('1/1+0')
    expect(offsets(late, { type: 'onOrAfter', horizon: 3 })).toHaveLength(4)
    expect(offsets(events, { type: 'onOrAfter', horizon: 4, asOf: '2024-01-05' })[0]).toBe('0/0+1')
  })
})

describe('the clock', () => {
  it('matures a bucket at its very end', () => {
    const events = [event('a', '2024-01-01T15:00:00Z')]
    expect(offsets(events, { asOf: '2024-01-03', lastOffset: 1 })).toEqual(['0/1+0', '0/1+0'])
    expect(offsets(events, { asOf: '2024-01-02T23:59:59.999Z', lastOffset: 1 })).toEqual(['0/1+0', '0/0+1'])
    const rolling = { clock: 'rolling', lastOffset: 1 }
    expect(offsets(events, { ...rolling, asOf: '2024-01-03T15:00:00Z' })).toEqual(['0/1+0', '0/1+0'])
    expect(offsets(events, { ...rolling, asOf: '2024-01-03' })).toEqual(['0/1+0', '0/0+1'])
  })

  it('counts calendar days of the zone, or 24 hours', () => {
    const events = [event('a', '2024-01-01T23:45:00Z'), event('a', '2024-01-02T00:01:00Z')]
    expect(offsets(events, { lastOffset: 1 })).toEqual(['0/1+0', '1/1+0'])
    expect(offsets(events, { lastOffset: 1, clock: 'rolling' })).toEqual(['1/1+0', '0/1+0'])
    expect(offsets(events, { lastOffset: 1, timeZone: 'Europe/Madrid' })).toEqual(['1/1+0', '0/1+0'])
  })

  it('knows days of 23 and 25 hours', () => {
    const period = { start: '2024-03-31', end: '2024-04-01' }
    const events = [event('a', '2024-03-30T23:00:00Z'), event('a', '2024-03-31T22:00:00Z')]
    expect(offsets(events, { period, lastOffset: 1, timeZone: 'Europe/Madrid' })).toEqual(['0/1+0', '1/1+0'])
  })

  it('takes rolling months of 30 days, calendar months of their own', () => {
    const events = [event('a', '2024-01-31'), event('a', '2024-02-29')]
    expect(offsets(events, { unit: 'month', lastOffset: 1 })).toEqual(['0/1+0', '1/1+0'])
    expect(offsets(events, { unit: 'month', lastOffset: 1, clock: 'rolling' })).toEqual(['1/1+0', '0/1+0'])
  })
})

describe('segments and tallies', () => {
  const events = [
    { ...event('a', '2024-01-01'), extra: { plan: 'x' } },
    { ...event('a', '2024-01-02'), extra: { plan: 'y' } },
    event('b', '2024-01-02'),
  ]
  const options = { period: january, lastOffset: 1 }
  const asOf = '2024-06-01'

  it('counts a segment from its own events, and the whole from all', () => {
    const { cells } = countCohortRetention(events, { ...options, asOf, segmentBy: 'plan' })
    expect(cells).toHaveLength(3 * 31 * 2)
    expect(cells.reduce((sum, { counts }) => sum + counts.retained, 0)).toBe(0)
    expect(
      cells.filter(({ cohort }) => cohort === '2024-01-02').map(({ segment, counts }) => [segment, counts.size]),
    ).toEqual([
      ['', 1],
      ['', 1],
      ['x', 0],
      ['x', 0],
      ['y', 1],
      ['y', 1],
    ])
    const tally = tallyActivity(events, { asOf, segmentBy: 'plan' })
    expect(measureCohortRetention(tally, options).overall).toMatchObject([{ size: 2 }, { size: 2, numerator: 1 }])
  })

  it('gives the same from a tally as from events', () => {
    const tally = tallyActivity(events, { asOf })
    expect(measureCohortRetention(tally, options)).toEqual(measureCohortRetention(events, { ...options, asOf }))
    expect(countCohortRetention(tally, options)).toEqual(countCohortRetention(events, { ...options, asOf }))
    refuses(() => countCohortRetention(tally, { ...options, segmentBy: 'plan' }), 'TALLY_MISMATCH', 'options.segmentBy')
    refuses(() => countCohortRetention(tally, { ...options, asOf: 0 }), 'TALLY_MISMATCH', 'options.asOf')
  })

  it('says why a cell has no value', () => {
    const { cells } = measureCohortRetention(events, { ...options, asOf: '2024-01-03' })
    expect(cells[1]).toMatchObject({ cohort: '2024-01-01', offset: 1, value: 1, size: 1 })
    expect(cells[3]).toMatchObject({ value: null, reason: 'not_mature', pending: 1, size: 1 })
    expect(cells[5]).toMatchObject({ value: null, reason: 'empty_base', pending: 0, size: 0 })
  })
})

describe('bad options', () => {
  it.each([
    [{ period: undefined }, 'INVALID_INPUT', 'options.period'],
    [{ unit: 'quarter' }, 'INVALID_OPTION', 'options.unit'],
    [{ type: 'after' }, 'INVALID_OPTION', 'options.type'],
    [{ startType: [] }, 'INVALID_OPTION', 'options.startType'],
    [{ returnType: 3 }, 'INVALID_OPTION', 'options.returnType'],
    [{ type: 'bracket' }, 'INVALID_OPTION', 'options.brackets'],
    [{ type: 'bracket', brackets: [[2, 1]] }, 'INVALID_OPTION', 'options.brackets[0][1]'],
    [{ type: 'bracket', brackets: [[1]] }, 'INVALID_OPTION', 'options.brackets[0]'],
    [{ type: 'bracket', brackets: [[0, 1]], lastOffset: 3 }, 'INVALID_OPTION', 'options.lastOffset'],
    [{ brackets: [[0, 1]] }, 'INVALID_OPTION', 'options.brackets'],
    [{ horizon: 3 }, 'INVALID_OPTION', 'options.horizon'],
    [{ type: 'onOrAfter', horizon: 3, lastOffset: 4 }, 'INVALID_OPTION', 'options.lastOffset'],
    [{ cohorts: 'recurring', clock: 'rolling' }, 'INVALID_OPTION', 'options.clock'],
    [{ minimumEvents: 0 }, 'INVALID_OPTION', 'options.minimumEvents'],
    [{ weekStartsOn: 'mon', unit: 'week' }, 'INVALID_OPTION', 'options.weekStartsOn'],
    [{ average: 'weighted' }, 'INVALID_OPTION', 'options.average'],
    [{ offset: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (options, code, path) => {
    refuses(() => measureCohortRetention([], { asOf: 0, period: january, ...options } as never), code, path)
  })

  it('refuses counts that are none', () => {
    refuses(() => cohortRetention({ eligible: 1, retained: 2 }), 'COUNT_EXCEEDS_BASE', 'counts.retained')
    refuses(() => cohortRetention({ eligible: 1 } as never), 'MISSING_COUNT', 'counts.retained')
    refuses(() => averageRetention([{ eligible: 1, retained: 0.5 }]), 'INVALID_COUNT', 'counts[0].retained')
    refuses(() => averageRetention(null as never), 'INVALID_INPUT', 'counts')
  })

  it('averages simply without what only a pool has', () => {
    const simple = averageRetention([{ eligible: 0, retained: 0, pending: 2 }], { average: 'simple' })
    expect(simple).toMatchObject({ value: null, reason: 'not_mature', pending: 2 })
    expect(simple).not.toHaveProperty('numerator')
  })
})
