import { describe, expect, it } from 'vitest'
import {
  type CloseIncidence,
  type Commitment,
  closeIncidence,
  closeRate,
  countOpportunities,
  type Handoff,
  type Interaction,
  type Lead,
  leadCompleteness,
  type Measurement,
  measureCloseRate,
  measureCommitmentFulfilmentRate,
  measurePromiseConsistency,
  measureSalesCycle,
  measureSilentProspectRate,
  type Opportunity,
  profileObjections,
} from '../../../src/index.js'
import { hasDatasets, readFigures, readRows } from '../../datasets/readDataset.js'

interface Share {
  k: number
  n: number
  wilson95: [number, number]
}

type Shares = Record<string, Share>

function expectShare(measurement: Measurement | undefined, { k, n, wilson95 }: Share): void {
  expect(measurement).toMatchObject({ numerator: k, denominator: n })
  if (n === 0) return
  expect(measurement?.interval?.lower).toBeCloseTo(wilson95[0], 9)
  expect(measurement?.interval?.upper).toBeCloseTo(wilson95[1], 9)
}

function incidenceAt({ curve }: CloseIncidence, days: number): number {
  return curve.filter((point) => point.days <= days).at(-1)?.incidence ?? 0
}

function month(name: string): { start: string; end: string } {
  const [year = 0, number = 0] = name.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { start: `${name}-01`, end: `${next}-01` }
}

describe.skipIf(!hasDatasets)('8,800 deals of the Maven CRM (skipped without ../shared/data)', () => {
  interface Figures {
    closeRate: Share
    wonOverCreated: Share
    closeRateByMonth: Shares
    closeRateByProduct: Shares
    byEngageMonth: Record<string, { won: number; lost: number; open: number; wonOverCreated: number }>
    cycleDays: Record<string, { n: number; median: number; p90: number; max: number; mean: number }>
    cumulativeIncidenceWon: Record<string, number>
    wonValue: { total: number }
  }
  const figures = hasDatasets ? readFigures<Figures>('maven_crm') : ({} as Figures)
  const asOf = '2018-01-01'
  const words: Record<string, Opportunity['status']> = { Won: 'won', Lost: 'lost' }
  const all = !hasDatasets
    ? []
    : readRows('maven_crm/sales_pipeline.csv').map((row) => ({
        id: row['opportunity_id'] ?? '',
        // A prospect that nobody has engaged yet has no date; it counts as created before all others.
        createdAt: row['engage_date'] || '2016-10-01',
        isEngaged: row['engage_date'] !== '',
        status: words[row['deal_stage'] ?? ''] ?? ('open' as const),
        closedAt: row['close_date'] || undefined,
        amount: row['close_value'] || undefined,
        extra: { product: row['product'] },
      }))
  const deals: Opportunity[] = all
  const engaged: Opportunity[] = all.filter(({ isEngaged }) => isEngaged)

  it('has the close rate, whole and by month', () => {
    expectShare(measureCloseRate(deals, { asOf }), figures.closeRate)
    for (const [name, share] of Object.entries(figures.closeRateByMonth)) {
      expectShare(measureCloseRate(deals, { asOf, period: month(name) }), share)
    }
  })

  it('has the share of all that were created, a lower bound', () => {
    expectShare(measureCloseRate(deals, { asOf, basis: 'created' }), figures.wonOverCreated)
    for (const [name, { won, lost, open, wonOverCreated }] of Object.entries(figures.byEngageMonth)) {
      const rate = measureCloseRate(engaged, { asOf, basis: 'created', period: month(name) })
      expect(rate).toMatchObject({ numerator: won, denominator: won + lost + open, pending: open })
      expect(rate.value).toBeCloseTo(wonOverCreated, 9)
    }
  })

  it('has the close rate by product', () => {
    const periods = [{ start: '2016-10-01', end: asOf }]
    const { cells } = countOpportunities(deals, { asOf, periods, segmentBy: 'product' })
    expect(cells.map(({ segment }) => segment)).toEqual(Object.keys(figures.closeRateByProduct).sort())
    for (const { segment = '', counts } of cells) {
      expectShare(closeRate(counts), figures.closeRateByProduct[segment] as Share)
    }
  })

  it.each(['won', 'lost', 'closed'] as const)('has the cycle of the %s', (outcome) => {
    const { n, median, p90, max, mean } = figures.cycleDays[outcome] as Figures['cycleDays'][string]
    const cycle = measureSalesCycle(engaged, { asOf, outcome })
    expect(cycle).toMatchObject({ sampleSize: n, value: median, maximum: max, openCount: 1589 })
    expect(cycle.p90).toBeCloseTo(p90, 9)
    expect(cycle.mean).toBeCloseTo(mean, 9)
  })

  it('has the incidence of won, lost competing', () => {
    const incidence = closeIncidence(engaged, { asOf: '2017-12-31' })
    for (const [days, share] of Object.entries(figures.cumulativeIncidenceWon)) {
      expect(incidenceAt(incidence, Number(days))).toBeCloseTo(share, 9)
    }
  })

  it('has the value of what was won', () => {
    const rate = measureCloseRate(deals, { asOf, by: 'value' })
    expect(rate).toMatchObject({ numerator: figures.wonValue.total, sampleSize: figures.closeRate.n })
  })
})

describe.skipIf(!hasDatasets)('8,000 leads of the Olist funnel (skipped without ../shared/data)', () => {
  interface Figures {
    asOf: string
    overall: Share
    byOrigin: Shares
    byFirstContactMonth: Shares
    window30: { overall: Share; byMonth: Shares }
    window90: { overall: Share; byMonth: Shares }
    negativeDays: number
    kaplanMeier: Record<string, number>
    dealCompleteness: { meanOverFields: number; fullyComplete: Share; byField: Shares }
  }
  const figures = hasDatasets ? readFigures<Figures>('olist_funnel') : ({} as Figures)
  const { asOf } = figures
  const closed = hasDatasets ? readRows('olist_funnel/closed_deals.csv') : []
  const wonAt = new Map(closed.map((row) => [row['mql_id'], row['won_date']?.slice(0, 10)]))
  const deals = !hasDatasets
    ? []
    : readRows('olist_funnel/marketing_qualified_leads.csv').map((row): Opportunity => {
        const closedAt = wonAt.get(row['mql_id'])
        return {
          id: row['mql_id'] ?? '',
          createdAt: row['first_contact_date'] ?? '',
          status: closedAt === undefined ? 'open' : 'won',
          closedAt,
          extra: { origin: row['origin'] },
        }
      })

  it('has the conversion so far, whole, by month and by origin', () => {
    expectShare(measureCloseRate(deals, { asOf, basis: 'created' }), figures.overall)
    for (const [name, share] of Object.entries(figures.byFirstContactMonth)) {
      expectShare(measureCloseRate(deals, { asOf, basis: 'created', period: month(name) }), share)
    }
    for (const [origin, share] of Object.entries(figures.byOrigin)) {
      const own = deals.filter(({ extra }) => (extra?.['origin'] || '(missing)') === origin)
      expectShare(measureCloseRate(own, { asOf, basis: 'created' }), share)
    }
  })

  it.each([30, 90] as const)('has the conversion within %i days', (windowDays) => {
    const { overall, byMonth } = figures[`window${windowDays}`]
    expectShare(measureCloseRate(deals, { asOf, basis: 'created', windowDays }), overall)
    for (const [name, share] of Object.entries(byMonth)) {
      expectShare(measureCloseRate(deals, { asOf, basis: 'created', windowDays, period: month(name) }), share)
    }
  })

  it('has the incidence of closing, with one deal closed before it was created', () => {
    const incidence = closeIncidence(deals, { asOf, outcome: 'closed' })
    expect(incidence.adjusted).toEqual({ negative_duration: figures.negativeDays })
    for (const [days, share] of Object.entries(figures.kaplanMeier)) {
      expect(incidenceAt(incidence, Number(days))).toBeCloseTo(share, 9)
    }
  })

  it('has the completeness of the deals', () => {
    const requiredFields = Object.keys(figures.dealCompleteness.byField).map((field) => ({ field }))
    const shares = closed.map((row) => leadCompleteness(row, { requiredFields, missingTokens: [''] }).value ?? 0)
    expect(meanOf(shares)).toBeCloseTo(figures.dealCompleteness.meanOverFields, 9)
    expect(shares.filter((share) => share === 1)).toHaveLength(figures.dealCompleteness.fullyComplete.k)
  })
})

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe.skipIf(!hasDatasets)('9,237 leads of X Education (skipped without ../shared/data)', () => {
  interface Figures {
    definitions: { required: string[]; themes: Record<string, string[]> }
    completenessMean: number
    fullyComplete: Share
    presence: Shares
    tags: {
      objectionHhi: number
      objectionTop: { theme: string; k: number; n: number }
      themeCounts: Record<string, number>
    }
  }
  const figures = hasDatasets ? readFigures<Figures>('xeducation_leads') : ({} as Figures)
  const rows = hasDatasets ? readRows('xeducation_leads/leads.csv.gz') : []

  it('has the completeness: the untouched form default is no value', () => {
    const requiredFields = figures.definitions.required.map((field) => ({ field }))
    const results = rows.map((row) => leadCompleteness(row, { requiredFields, missingTokens: ['', 'select'] }))
    expect(meanOf(results.map(({ value }) => value ?? 0))).toBeCloseTo(figures.completenessMean, 9)
    expect(results.filter(({ value }) => value === 1)).toHaveLength(figures.fullyComplete.k)
    for (const [field, { k }] of Object.entries(figures.presence)) {
      expect(results.filter(({ missing }) => !missing.includes(field))).toHaveLength(k)
    }
  })

  it('has the objections by theme, those that nobody reached apart', () => {
    const { unreachable: _unreachable, ...themes } = figures.definitions.themes
    const themeOf = new Map(Object.entries(themes).flatMap(([theme, tags]) => tags.map((tag) => [tag, theme] as const)))
    const objections = rows.flatMap((row) => {
      const theme = themeOf.get(row['Tags'] ?? '')
      return theme === undefined ? [] : [{ prospectId: row['Prospect ID'] ?? '', at: '2020-01-01', theme }]
    })
    const profile = profileObjections(objections)
    const { objectionTop, objectionHhi, themeCounts } = figures.tags
    expect(profile.themes[0]).toMatchObject({ theme: objectionTop.theme, mentions: objectionTop.k, repeated: true })
    expect(profile.mentions).toBe(objectionTop.n)
    expect(profile.concentration).toBeCloseTo(objectionHhi, 9)
    const { unreachable: _silent, ...counts } = themeCounts
    expect(Object.fromEntries(profile.themes.map(({ theme, mentions }) => [theme, mentions]))).toEqual(counts)
  })
})

describe.skipIf(!hasDatasets)('sales of a simulated company (skipped without ../shared/data)', () => {
  interface Profile {
    mentions: Record<string, number>
    prospects: Record<string, number>
    prospectsWithAny: number
    n: number
    hhi: number
  }
  interface Figures {
    silentByCohort: Shares
    closeRateByCloseMonth: Record<string, { won: number; n: number }>
    byCreatedMonth: Record<string, { won: number; lost: number; open: number }>
    cycleDaysWon: { n: number; median: number; mean: number; p90: number }
    cumulativeIncidenceWon: Record<string, number>
    wonAmount: Record<string, { sum: string }>
    objections: Profile
    objectionsBefore: Profile
    objectionsAfter: Profile
    promiseConsistency: { groups: number; comparable: number; conflicting: Share; byTopic: Shares }
    promiseKeeping: { keptOnTime: number; notYetDue: number; onTimeRate: Share; keptEverRate: Share }
  }
  const folder = 'synthetic_handoffs'
  const asOf = '2025-07-01T00:00:00Z'
  const figures = hasDatasets ? readFigures<Figures>(folder) : ({} as Figures)
  const rowsOf = (file: string): Record<string, string>[] => (hasDatasets ? readRows(`${folder}/${file}.csv`) : [])
  const opportunities = rowsOf('opportunities').map(
    (row): Opportunity => ({
      id: row['opp_id'] ?? '',
      leadId: row['lead_id'],
      createdAt: row['created_at'] ?? '',
      closedAt: row['closed_at'] || undefined,
      status: row['stage'] as Opportunity['status'],
      amount: row['amount'] || undefined,
      currency: row['currency'],
    }),
  )

  it('has the close rate by month of closing and of creation', () => {
    for (const [name, { won, n }] of Object.entries(figures.closeRateByCloseMonth)) {
      expect(measureCloseRate(opportunities, { asOf, period: month(name) })).toMatchObject({
        numerator: won,
        denominator: n,
      })
    }
    for (const [name, { won, lost, open }] of Object.entries(figures.byCreatedMonth)) {
      const rate = measureCloseRate(opportunities, { asOf, basis: 'created', period: month(name) })
      expect(rate).toMatchObject({ numerator: won, denominator: won + lost + open, pending: open })
    }
  })

  it('has the value won by currency, never added', () => {
    expect(measureCloseRate(opportunities, { asOf, by: 'value' }).reason).toBe('mixed_currency')
    for (const [currency, { sum }] of Object.entries(figures.wonAmount)) {
      expect(measureCloseRate(opportunities, { asOf, by: 'value', currency }).numerator).toBe(Number(sum))
    }
  })

  it('has the cycle and the incidence of what was won', () => {
    const { n, median, mean, p90 } = figures.cycleDaysWon
    const cycle = measureSalesCycle(opportunities, { asOf })
    expect(cycle.sampleSize).toBe(n)
    expect(cycle.value).toBeCloseTo(median, 7)
    expect(cycle.mean).toBeCloseTo(mean, 7)
    expect(cycle.p90).toBeCloseTo(p90, 7)
    const incidence = closeIncidence(opportunities, { asOf })
    for (const [days, share] of Object.entries(figures.cumulativeIncidenceWon)) {
      expect(incidenceAt(incidence, Number(days))).toBeCloseTo(share, 9)
    }
  })

  it('has the silent prospects by month of hand-over', () => {
    const handoffs = rowsOf('handoffs').map(
      (row, index): Handoff => ({
        id: `H${index}`,
        leadId: row['lead_id'] ?? '',
        fromTeam: row['from_team'] ?? '',
        toTeam: row['to_team'] ?? '',
        handedAt: row['handed_at'] ?? '',
        ...(row['status'] === 'pending'
          ? {}
          : { decision: { outcome: row['status'] as 'accepted', at: row['decided_at'] ?? '' } }),
      }),
    )
    const interactions = rowsOf('touches').map(
      (row): Interaction => ({
        leadId: row['lead_id'],
        at: row['at'] ?? '',
        direction: row['direction'] as 'in',
        channel: row['channel'] ?? '',
        isAutomated: row['automated'] === '1',
      }),
    )
    const leads = rowsOf('leads').map(
      (row): Lead => ({ id: row['lead_id'] ?? '', createdAt: row['created_at'] ?? '', fields: row }),
    )
    const rate = measureSilentProspectRate({ handoffs, interactions, opportunities, leads }, { asOf })
    for (const [cohort, { k, n, wilson95 }] of Object.entries(figures.silentByCohort)) {
      const own = rate.cohorts.find((other) => other.cohort === cohort)
      expect(own).toMatchObject({ silent: k, assessed: n })
      expect(own?.interval?.upper).toBeCloseTo(wilson95[1], 9)
    }
  })

  it('has the objections, whole, before and after May', () => {
    const objections = rowsOf('objections').map((row) => ({
      prospectId: row['lead_id'] ?? '',
      at: row['at'] ?? '',
      theme: row['theme'] ?? '',
    }))
    const may = '2025-05-01'
    const expectProfile = (expected: Profile, period?: { start: string; end: string }): void => {
      const profile = profileObjections(objections, { period })
      expect(profile).toMatchObject({ mentions: expected.n, prospects: expected.prospectsWithAny })
      expect(profile.concentration).toBeCloseTo(expected.hhi, 9)
      for (const { theme, mentions, prospects } of profile.themes) {
        expect({ mentions, prospects }).toEqual({
          mentions: expected.mentions[theme],
          prospects: expected.prospects[theme],
        })
      }
    }
    expectProfile(figures.objections)
    expectProfile(figures.objectionsBefore, { start: '2020-01-01', end: may })
    expectProfile(figures.objectionsAfter, { start: may, end: '2026-01-01' })
  })

  const commitments = rowsOf('commitments').map(
    (row): Commitment => ({
      id: row['commitment_id'] ?? '',
      customerId: row['lead_id'] ?? '',
      topic: row['topic'],
      team: row['team'],
      madeAt: row['at'] ?? '',
      value: row['value'],
      dueAt: row['due_at'] || undefined,
      fulfilledAt: row['fulfilled_at'] || undefined,
      supersedes: row['supersedes'] || undefined,
    }),
  )

  it('has the consistency of the promises', () => {
    const { groups, comparable, conflicting, byTopic } = figures.promiseConsistency
    const consistency = measurePromiseConsistency(commitments, { asOf })
    expect(consistency).toMatchObject({ groups, denominator: comparable, numerator: comparable - conflicting.k })
    for (const [topic, { k }] of Object.entries(byTopic)) {
      expect(consistency.conflicts.filter((conflict) => conflict.topic === topic)).toHaveLength(k)
    }
  })

  it('has the promises kept, those fulfilled before they were due counted or pending', () => {
    const { keptOnTime, notYetDue, onTimeRate, keptEverRate } = figures.promiseKeeping
    const early = measureCommitmentFulfilmentRate(commitments, { asOf, countEarly: true })
    expect(early).toMatchObject({ numerator: keptOnTime, denominator: onTimeRate.n, pending: notYetDue })
    expectShare(early.onTimeRate, onTimeRate)
    expectShare(early.keptEver, keptEverRate)
    const due = measureCommitmentFulfilmentRate(commitments, { asOf })
    expect(due).toMatchObject({ numerator: 210, denominator: 505, pending: 30, keptEver: { numerator: 422 } })
  })
})
