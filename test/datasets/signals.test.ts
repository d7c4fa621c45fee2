import { describe, expect, it } from 'vitest'
import {
  countOpportunities,
  detectCloseRateFall,
  detectDissatisfactionSpike,
  detectRepeatedObjections,
  detectSustainedDecline,
  type MetricSeries,
  metricSeries,
  type Opportunity,
  periodGrid,
  profileObjections,
  type SeriesPeriod,
} from '../../src/index.js'
import { normalTail } from '../../src/statistics/normalTail.js'
import { hasDatasets, readFigures, readRows } from './readDataset.js'

type Row = Record<string, string>

function rowsOf(file: string): Row[] {
  return hasDatasets ? readRows(file) : []
}

/** Consecutive months; the sets below have none of their own. */
function months(count: number): SeriesPeriod[] {
  const start = (index: number) => new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, index) => ({ start: start(index), end: start(index + 1) }))
}

describe.skipIf(!hasDatasets)('deals with a cycle of a quarter: Maven CRM (skipped without ../shared/data)', () => {
  const deals = rowsOf('maven_crm/sales_pipeline.csv').map(
    (row): Opportunity => ({
      id: row['opportunity_id'] ?? '',
      createdAt: row['engage_date'] === '' ? '2017-01-01' : (row['engage_date'] ?? ''),
      ...(row['close_date'] === '' ? {} : { closedAt: row['close_date'] ?? '' }),
      status: row['deal_stage'] === 'Won' ? 'won' : row['deal_stage'] === 'Lost' ? 'lost' : 'open',
    }),
  )
  const ends = Array.from({ length: 10 }, (_, index) => `2017-${String(index + 4).padStart(2, '0')}-01`)
  ends[9] = '2018-01-01'

  /** What is said at the end of each month, from the records known then; the volume is what was decided or opened. */
  function statesOf(volume: 'decided' | 'created', options: { cycle?: number }): { [month: string]: string } {
    const verdicts = ends.slice(3).map((asOf) => {
      const periods = periodGrid({ start: '2017-03-01', end: asOf }, { unit: 'month' })
      const tally = countOpportunities(deals, { asOf, periods })
      const decided = tally.cells.map(({ start, counts: { won, lost } }) => ({
        period: start.slice(0, 7),
        won,
        lost,
        volume: won + lost,
      }))
      const result = detectCloseRateFall(volume === 'decided' ? decided : tally, { asOf, ...options })
      return [decided.at(-1)?.period ?? '', result.state ?? '']
    })
    return Object.fromEntries(verdicts)
  }

  it('counts the deals of every month as they are known', () => {
    const { closeRateByMonth } = readFigures<{ closeRateByMonth: Record<string, { k: number; n: number }> }>(
      'maven_crm',
    )
    const periods = periodGrid({ start: '2017-03-01', end: '2018-01-01' }, { unit: 'month' })
    const { cells } = countOpportunities(deals, { asOf: '2018-01-01', periods })
    const got = Object.fromEntries(cells.map(({ start, counts }) => [start.slice(0, 7), counts]))
    for (const [month, { k, n }] of Object.entries(closeRateByMonth)) {
      expect(got[month]).toMatchObject({ won: k, lost: n - k })
    }
  })

  const judged = ['2017-06', '2017-07', '2017-08', '2017-09', '2017-10', '2017-11', '2017-12']

  it.each(['decided', 'created'] as const)('raises no alarm against the same phase of the quarter (%s)', (volume) => {
    const states = statesOf(volume, { cycle: 3 })
    expect(states).toEqual(Object.fromEntries(judged.map((month) => [month, 'quiet'])))
  })

  it.each([
    ['decided', ['fires', 'slowdown', 'dilution']],
    ['created', ['dilution', 'slowdown', 'slowdown']],
  ] as const)(
    'would raise three false alarms against the three months before (%s)',
    (volume, [july, october, november]) => {
      const alarms = { '2017-07': july, '2017-10': october, '2017-11': november }
      const quiet = Object.fromEntries(judged.map((month) => [month, 'quiet']))
      expect(statesOf(volume, {})).toEqual({ ...quiet, ...alarms })
    },
  )
})

describe.skipIf(!hasDatasets)('complaints of a firm that grows (skipped without ../shared/data)', () => {
  const rows = rowsOf('rate_series/complaints.csv')
  const counts = rows.map((row) => Number(row['complaints']))
  const periods = months(rows.length)
  const series: MetricSeries = {
    metric: 'complaint-rate',
    kind: 'rate',
    better: 'down',
    periods: periods.map((period, index) => ({
      ...period,
      count: counts[index] ?? null,
      exposure: Number(rows[index]?.['sales']),
    })),
  }
  const asOf = '2022-01-01'

  it('has four times as many complaints at the end, at the same rate', () => {
    const { complaints } = readFigures<{ complaints: { per1000: number[]; overallPer1000: number } }>('rate_series')
    expect((counts.at(-1) ?? 0) / (counts[0] ?? 1)).toBeGreaterThan(4)
    for (const [index, per1000] of complaints.per1000.entries()) {
      expect(((counts[index] ?? 0) / Number(rows[index]?.['sales'])) * 1000).toBeCloseTo(per1000, 9)
    }
    const first = complaints.per1000[0] ?? 0
    expect((complaints.per1000.at(-1) ?? 0) / first).toBeLessThan(1.2)
  })

  it('is no signal as a rate, and would be one as a count', () => {
    const result = detectSustainedDecline(series, { asOf })
    expect(result.status).toBe('no_signal')
    expect(result.evidence?.['z']).toBeCloseTo(4.37, 2)
    expect(result.evidence?.['dispersion']).toBeCloseTo(29.3, 1)
    expect(result.evidence?.['pValue']).toBeCloseTo(0.430486, 6)
    const values = periods.map((period, index) => ({ ...period, value: counts[index] ?? null }))
    const naive = detectSustainedDecline(
      { metric: 'complaints', kind: 'value', better: 'down', periods: values },
      { asOf },
    )
    expect(naive.status).toBe('signal')
  })

  it('has no spike in any month that can be judged', () => {
    const verdicts = series.periods.slice(6).map(({ end }) => detectDissatisfactionSpike(series, { asOf: end }))
    expect(verdicts).toHaveLength(14)
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(['no_signal']))
    const { evidence } = verdicts.at(-1) ?? {}
    expect(evidence?.['dispersion']).toBeCloseTo(30.9, 1)
    expect(evidence?.['pValue']).toBeCloseTo(0.246834, 6)
  })
})

describe.skipIf(!hasDatasets)('patients seen within four hours (skipped without ../shared/data)', () => {
  const rows = rowsOf('rate_series/nhs_accidents.csv')
  const start = (index: number) => new Date(Date.UTC(2020, 0, 6 + 7 * index)).toISOString().slice(0, 10)
  const series: MetricSeries = {
    metric: 'sla-attainment',
    kind: 'proportion',
    better: 'up',
    periods: rows.map((row, index) => ({
      start: start(index),
      end: start(index + 1),
      successes: Number(row['r']),
      trials: Number(row['n']),
    })),
  }
  const asOf = '2022-01-01'

  it('is no signal once the weeks vary more than chance allows, and would be one without that', () => {
    const { status, evidence, findings, cautions } = detectSustainedDecline(series, { asOf })
    expect(status).toBe('no_signal')
    expect(findings).toEqual([])
    expect(evidence?.['z']).toBeCloseTo(15.3, 1)
    expect(evidence?.['dispersion']).toBeCloseTo(109.6, 1)
    expect(evidence?.['pValue']).toBeCloseTo(0.161073, 6)
    expect(cautions).toContain('overdispersed')
    expect(2 * normalTail(Math.abs(Number(evidence?.['z'])))).toBeLessThan(1e-50)
  })

  it('is no signal in the other direction either', () => {
    expect(detectSustainedDecline({ ...series, better: 'down' }, { asOf }).status).toBe('no_signal')
  })
})

describe.skipIf(!hasDatasets)('a simulated company from May on (skipped without ../shared/data)', () => {
  const objections = rowsOf('synthetic_handoffs/objections.csv').map((row) => ({
    prospectId: row['lead_id'] ?? '',
    at: row['at'] ?? '',
    theme: row['theme'] ?? '',
  }))
  const deals = rowsOf('synthetic_handoffs/opportunities.csv').map(
    (row): Opportunity => ({
      id: row['opp_id'] ?? '',
      leadId: row['lead_id'] ?? '',
      createdAt: row['created_at'] ?? '',
      ...(row['closed_at'] === '' ? {} : { closedAt: row['closed_at'] ?? '' }),
      status: row['stage'] as Opportunity['status'],
    }),
  )

  it.each([
    ['2025-03-01', []],
    ['2025-04-01', []],
    ['2025-05-01', ['price']],
    ['2025-06-01', []],
  ])('hears of the price more often after %s than before: %j', (month, themes) => {
    const since = `${month}T00:00:00Z`
    const current = profileObjections(objections.filter(({ at }) => at >= since))
    const baseline = profileObjections(objections.filter(({ at }) => at < since))
    const { findings } = detectRepeatedObjections({ current, baseline }, { asOf: '2025-07-01', alpha: 0.1 })
    const rising = findings.filter(({ code }) => code === 'sales.rising_objection')
    expect(rising.map(({ subject }) => subject)).toEqual(themes)
  })

  it('closes fewer deals in the two months from May on, as two months against three show at a quarterly look', () => {
    const states = ['2025-05-01', '2025-06-01', '2025-07-01'].map((asOf) => {
      const periods = periodGrid({ start: '2025-01-01', end: asOf }, { unit: 'month' })
      const tally = countOpportunities(deals, { asOf, periods })
      const windows = { recentPeriods: 2, baseline: [1, 2, 3], minimumSample: 20 }
      return detectCloseRateFall(tally, { asOf, ...windows, looksPerYear: 4 }).state
    })
    expect(states).toEqual(['insufficient_data', 'quiet', 'fires'])
  })

  it('shows no trend in six months of forty deals, and says what would have been seen', () => {
    const periods = periodGrid({ start: '2025-01-01', end: '2025-07-01' }, { unit: 'month' })
    const [series] = metricSeries(countOpportunities(deals, { asOf: '2025-07-01', periods }), { metric: 'close-rate' })
    const result = detectSustainedDecline(series as MetricSeries, { asOf: '2025-07-01' })
    expect(result.status).toBe('no_signal')
    expect(result.detectable?.value).toBeCloseTo(0.1078, 4)
  })
})
