import { describe, expect, it } from 'vitest'
import {
  closeIncidence,
  closeRate,
  countOpportunities,
  measureCloseRate,
  measureSalesCycle,
  measureStageConversionRate,
  mergeTallies,
  type Opportunity,
  type StageEntry,
  stageConversionRate,
} from '../../../src/index.js'

const asOf = '2025-03-31T00:00:00Z'
const deal = { createdAt: '2025-01-10T00:00:00Z', status: 'won', closedAt: '2025-01-20T00:00:00Z' } as const

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function deals(...changes: Partial<Opportunity>[]): Opportunity[] {
  return changes.map((change, index) => ({ ...deal, id: `O${index}`, ...change }))
}

describe('closeRate', () => {
  it('needs the open ones by creation only', () => {
    expect(closeRate({ won: 1, lost: 3 }).pending).toBeUndefined()
    expect(closeRate({ won: 1, lost: 3, open: 0 }, { basis: 'created' })).toMatchObject({ value: 0.25, pending: 0 })
    expect(() => closeRate({ won: 1, lost: 3 }, { basis: 'created' })).toThrow(broken('MISSING_COUNT', 'counts.open'))
  })

  it.each([
    [{ won: 1.5, lost: 0 }, {}, 'INVALID_COUNT', 'counts.won'],
    [{ won: 1, lost: 0, open: -1 }, {}, 'INVALID_COUNT', 'counts.open'],
    [{ won: 1, lost: 0 }, { basis: 'all' }, 'INVALID_OPTION', 'options.basis'],
    [{ won: 1, lost: 0 }, { period: {} }, 'INVALID_OPTION', 'options'],
  ])('refuses %o with %o', (counts, options, code, path) => {
    expect(() => closeRate(counts, options as object)).toThrow(broken(code, path))
  })
})

describe('measureCloseRate', () => {
  it('counts by close date, in a half-open period', () => {
    const period = { start: '2025-01-20T00:00:00Z', end: '2025-02-01T00:00:00Z' }
    const opportunities = deals({}, { status: 'lost', closedAt: period.end }, { closedAt: '2025-01-19T23:59:59Z' })
    expect(measureCloseRate(opportunities, { asOf, period })).toMatchObject({ value: 1, denominator: 1 })
  })

  it('counts records left out inside the period only', () => {
    const period = { start: '2025-02-01', end: '2025-03-01' }
    const [first] = deals({})
    const opportunities = [first, first, { ...deal, id: 'x', closedAt: undefined }] as Opportunity[]
    expect(measureCloseRate(opportunities, { asOf, period }).excluded).toEqual({ missing_close_date: 1 })
    expect(measureCloseRate(opportunities, { asOf }).excluded).toEqual({ duplicate: 1, missing_close_date: 1 })
  })

  it('is null while the period runs, unless it is cut', () => {
    const options = { asOf: '2025-01-25', period: { start: '2025-01-01', end: '2025-02-01' } }
    expect(measureCloseRate(deals({}), options)).toMatchObject({ value: null, reason: 'not_mature', denominator: 0 })
    const cut = measureCloseRate(deals({}), { ...options, partial: true })
    expect(cut).toMatchObject({ value: 1, definition: { caveats: ['partial_period'] } })
    expect(cut.reason).toBeUndefined()
  })

  it('takes the last instant of a window in', () => {
    const options = { asOf, basis: 'created', windowDays: 10 } as const
    const opportunities = deals({}, { closedAt: '2025-01-20T00:00:00.001Z' }, { createdAt: '2025-03-21T00:00:00Z' })
    expect(measureCloseRate(opportunities, options)).toMatchObject({ numerator: 1, denominator: 3, pending: 0 })
    expect(measureCloseRate(opportunities, { ...options, windowDays: 11 })).toMatchObject({ numerator: 2, pending: 1 })
  })

  it('shows by creation what is so far', () => {
    const opportunities = deals({}, { status: 'open' }, { closedAt: '2025-05-01' }, { status: 'lost' })
    const rate = measureCloseRate(opportunities, { asOf, basis: 'created' })
    expect(rate).toMatchObject({ value: 0.25, pending: 2, definition: { windowDays: null } })
  })

  it('divides exact sums of amounts of one currency', () => {
    const opportunities = deals(
      { amount: '0.1', currency: 'EUR' },
      { amount: 0.2, currency: 'EUR', status: 'lost' },
      { amount: '0.0', currency: 'USD' },
    )
    expect(measureCloseRate(opportunities, { asOf, by: 'value' }).reason).toBe('mixed_currency')
    const euros = measureCloseRate(opportunities, { asOf, by: 'value', currency: 'EUR' })
    expect(euros).toMatchObject({ denominator: 0.3, excluded: { other_currency: 1 }, sampleSize: 2 })
    expect(euros.value).toBeCloseTo(1 / 3, 15)
    const dollars = measureCloseRate(opportunities, { asOf, by: 'value', currency: 'USD' })
    expect(dollars).toMatchObject({ value: null, reason: 'empty_base', denominator: 0 })
  })

  it('takes one amount in two notations for one content', () => {
    const same = [
      { ...deal, id: 'a', amount: '10.0' },
      { ...deal, id: 'a', amount: 10 },
    ]
    expect(measureCloseRate(same, { asOf }).excluded).toEqual({ duplicate: 1 })
  })

  it.each([
    [{ windowDays: 30 }, 'INVALID_OPTION', 'options.windowDays'],
    [{ basis: 'created', windowDays: 0 }, 'INVALID_OPTION', 'options.windowDays'],
    [{ currency: 'EUR' }, 'INVALID_OPTION', 'options.currency'],
    [{ by: 'value', basis: 'created' }, 'INVALID_OPTION', 'options.by'],
    [{ timeZone: 'Europe/Nowhere' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [{ period: { start: '2025-02-01', end: '2025-02-01' } }, 'INVALID_PERIOD', 'options.period'],
  ])('refuses %o', (options, code, path) => {
    expect(() => measureCloseRate(deals({}), { asOf, ...options } as never)).toThrow(broken(code, path))
  })

  it.each([
    [{ status: 'Won' }, {}, 'INVALID_INPUT', 'opportunities[0].status'],
    [{ id: 7 }, {}, 'INVALID_INPUT', 'opportunities[0].id'],
    [{ closedAt: '2025-01-20T00:00:00' }, {}, 'INVALID_INSTANT', 'opportunities[0].closedAt'],
    [{ amount: '1,000' }, {}, 'INVALID_AMOUNT', 'opportunities[0].amount'],
    [{ amount: -1 }, { by: 'value' }, 'NEGATIVE_AMOUNT', 'opportunities[0].amount'],
  ])('refuses a deal with %o', (change, options, code, path) => {
    const given = deals(change as Partial<Opportunity>)
    expect(() => measureCloseRate(given, { asOf, ...options } as never)).toThrow(broken(code, path))
  })

  it('counts deals of a negative amount', () => {
    expect(measureCloseRate(deals({ amount: -1 }), { asOf }).value).toBe(1)
  })
})

describe('countOpportunities', () => {
  const periods = [
    { start: '2025-01-01', end: '2025-02-01' },
    { start: '2025-03-01', end: '2025-04-01' },
    { start: '2025-04-01', end: '2025-05-01' },
  ]

  it('has a cell of noughts for a quiet period and none for one that has not begun', () => {
    const { cells } = countOpportunities(deals({}), { asOf, periods })
    expect(cells.map(({ start, counts }) => [start, counts])).toEqual([
      ['2025-01-01', { created: 1, won: 1, lost: 0, open: 0 }],
      ['2025-03-01', { created: 0, won: 0, lost: 0, open: 0 }],
    ])
    expect(countOpportunities([], { asOf, periods }).cells).toHaveLength(2)
  })

  it('merges from parts', () => {
    const all = deals({}, { status: 'open' }, { status: 'lost' })
    const options = { asOf, periods, segmentBy: 'status' }
    const merged = mergeTallies(countOpportunities(all.slice(0, 1), options), countOpportunities(all.slice(1), options))
    expect(merged.cells).toEqual(countOpportunities(all, options).cells)
  })

  it('names the part that it was given', () => {
    const partition = { name: 'region', part: 'north' }
    expect(countOpportunities([], { asOf, periods, partition }).partition).toEqual({ name: 'region', parts: ['north'] })
  })
})

describe('closeIncidence', () => {
  it('reads calendar days when a date has no time', () => {
    const opportunities = deals({ createdAt: '2025-01-10T15:00:00Z', closedAt: '2025-01-12' })
    expect(closeIncidence(opportunities, { asOf }).curve).toEqual([{ days: 2, incidence: 1, atRisk: 1 }])
  })

  it('censors a deal that is open at the age of a closing after it', () => {
    const opportunities = deals({}, { createdAt: '2025-03-21T00:00:00Z', status: 'open' })
    expect(closeIncidence(opportunities, { asOf })).toMatchObject({
      curve: [{ atRisk: 2, incidence: 0.5 }],
      medianDays: 10,
    })
  })

  it('is empty without closings', () => {
    expect(closeIncidence([], { asOf })).toEqual({ curve: [], medianDays: null, sampleSize: 0 })
    expect(closeIncidence(deals({ status: 'open' }), { asOf })).toMatchObject({ curve: [], sampleSize: 1 })
  })

  it('refuses another outcome', () => {
    expect(() => closeIncidence([], { asOf, outcome: 'open' as never })).toThrow(
      broken('INVALID_OPTION', 'options.outcome'),
    )
  })
})

describe('measureSalesCycle', () => {
  it('is stale above the ninetieth percentile, not at it', () => {
    const opportunities = deals(
      { createdAt: '2025-03-01T00:00:00Z', closedAt: '2025-03-31T00:00:00Z' },
      { id: 'at', createdAt: '2025-03-01T00:00:00Z', status: 'open' },
      { id: 'old', createdAt: '2025-02-28T23:59:59Z', status: 'open' },
    )
    expect(measureSalesCycle(opportunities, { asOf })).toMatchObject({ p90: 30, openCount: 2, stale: ['old'] })
  })

  it('says nothing without closings', () => {
    const cycle = measureSalesCycle(deals({ status: 'open' }), { asOf })
    expect(cycle).toMatchObject({ value: null, reason: 'empty_base', p90: null, maximum: null, mean: null, stale: [] })
  })

  it('is null while the period runs', () => {
    const period = { start: '2025-01-01', end: '2025-05-01' }
    expect(measureSalesCycle(deals({}), { asOf, period })).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measureSalesCycle(deals({}), { asOf, period, partial: true }).value).toBe(10)
  })

  it('has an interval from six deals on, unless it is switched off', () => {
    const six = deals({}, {}, {}, {}, {}, {})
    expect(measureSalesCycle(six.slice(1), { asOf }).interval).toBeUndefined()
    expect(measureSalesCycle(six, { asOf }).interval).toMatchObject({ lower: 10, upper: 10 })
    expect(measureSalesCycle(six, { asOf, interval: 'none' }).interval).toBeUndefined()
  })
})

describe('stage conversion', () => {
  const funnel = { stages: ['lead', 'demo', 'won'], from: 'lead', to: 'demo', windowDays: null }
  const entry = (opportunityId: string, stage: string, at: string): StageEntry => ({ opportunityId, stage, at })

  it('counts more than entered as an error', () => {
    expect(() => stageConversionRate({ entered: 1, converted: 2 })).toThrow(
      broken('COUNT_EXCEEDS_BASE', 'counts.converted'),
    )
  })

  it('dates a deal by its first entry, whatever the order', () => {
    const entries = [
      entry('a', 'demo', '2025-01-20'),
      entry('a', 'lead', '2025-01-01'),
      entry('a', 'lead', '2025-02-01'),
    ]
    const options = { asOf, ...funnel, windowDays: 18 }
    expect(measureStageConversionRate(entries, options).value).toBe(0)
    expect(measureStageConversionRate(entries, { ...options, windowDays: 19 }).value).toBe(1)
  })

  it('leaves out what comes later', () => {
    const entries = [entry('a', 'lead', '2025-01-01'), entry('a', 'demo', '2025-04-01')]
    expect(measureStageConversionRate(entries, { asOf, ...funnel })).toMatchObject({
      value: 0,
      excluded: { future: 1 },
    })
  })

  it('is all of a stage to itself', () => {
    const entries = [entry('a', 'lead', '2025-01-01')]
    expect(measureStageConversionRate(entries, { asOf, ...funnel, to: 'lead' }).value).toBe(1)
  })

  it.each([
    [{ windowDays: undefined }, 'options.windowDays'],
    [{ stages: ['lead', 'demo', 'lead'] }, 'options.stages'],
    [{ stages: 'lead' }, 'options.stages'],
    [{ from: 'mql' }, 'options.from'],
    [{ to: 'lost' }, 'options.to'],
    [{ from: 'won' }, 'options.from'],
  ])('refuses %o', (options, path) => {
    expect(() => measureStageConversionRate([], { asOf, ...funnel, ...options } as never)).toThrow(
      broken('INVALID_OPTION', path),
    )
  })
})
