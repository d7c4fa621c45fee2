import {
  type CountTally,
  closeIncidence,
  countOpportunities,
  detectCloseRateFall,
  leadCompleteness,
  measureCloseRate,
  measureSalesCycle,
  type Opportunity,
  type OpportunityCounts,
  periodGrid,
  tallyRevenue,
} from '../../src/index.js'
import { describeFigures } from './describeFigures.js'
import { countsBy, mapGroups, meanOf, shareOf, sharesBy, shareWhere, spreadOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

const asOf = '2017-12-31'
const known = '2018-01-01'

describeFigures('maven_crm', () => {
  const rows = readRows('maven_crm/sales_pipeline.csv')
  type Row = (typeof rows)[number]
  const teams = readRows('maven_crm/sales_teams.csv')
  const catalogue = new Set(readRows('maven_crm/products.csv').map(({ product }) => product))
  const teamOf = new Map(teams.map((team) => [team['sales_agent'], team]))
  // A deal in Prospecting has no date yet: its creation is not known, and it counts for nothing that has one.
  const engaged = rows.filter((row) => row['engage_date'] !== '')
  const opportunities = engaged.map((row): Opportunity => {
    const { opportunity_id = '', engage_date = '', close_date = '', close_value = '', deal_stage = '' } = row
    const { manager, regional_office } = teamOf.get(row['sales_agent']) ?? {}
    return {
      id: opportunity_id,
      createdAt: engage_date,
      ...(deal_stage === 'Won' ? { amount: close_value, currency: 'USD' } : {}),
      ...(close_date === ''
        ? { status: 'open' }
        : { status: deal_stage === 'Won' ? 'won' : 'lost', closedAt: close_date }),
      ownerId: row['sales_agent'],
      extra: { product: row['product'], manager, regional_office },
    }
  })
  const months = (from: string, to: string) => periodGrid({ start: from, end: to }, { unit: 'month' })
  const closeRateBy = (field: string): object =>
    mapGroups(
      opportunities,
      (deal) => segmentOf(deal, field),
      (group) => shareOf(measureCloseRate(group, { asOf: known })),
    )
  const monthsOfYear = [...Array(10).keys()].map((index) => `2017-${String(index + 3).padStart(2, '0')}`)
  const wonDeals = opportunities.filter(({ status }) => status === 'won')
  const cycleOf = (outcome: 'won' | 'lost' | 'closed') => {
    const cycle = measureSalesCycle(opportunities, { asOf: known, outcome })
    const closed = opportunities.filter(({ status }) => (outcome === 'closed' ? status !== 'open' : status === outcome))
    const { min, p25, p75 } = spreadOf(closed.map(daysOf))
    return {
      n: cycle.sampleSize,
      min,
      p25,
      median: cycle.value,
      p75,
      p90: cycle.p90,
      max: cycle.maximum,
      mean: cycle.mean,
    }
  }
  return {
    rows: () => rows.length,
    stages: () => countsBy(rows, ({ deal_stage }) => deal_stage),
    closeRate: () => shareOf(measureCloseRate(opportunities, { asOf: known })),
    wonOverCreated: () => {
      // Deals in Prospecting are created too; when is not known.
      const undated = rows.filter((row) => row['engage_date'] === '')
      const all = undated.map(
        ({ opportunity_id = '' }): Opportunity => ({ id: opportunity_id, createdAt: asOf, status: 'open' }),
      )
      return shareOf(measureCloseRate([...opportunities, ...all], { asOf: known, basis: 'created' }))
    },
    closeRateByMonth: () =>
      Object.fromEntries(
        monthsOfYear.map((month) => [
          month,
          shareOf(measureCloseRate(opportunities, { asOf: known, period: periodOf(month) })),
        ]),
      ),
    closeRateByProduct: () => closeRateBy('product'),
    closeRateByAgent: () => closeRateBy('ownerId'),
    closeRateByRegion: () => closeRateBy('regional_office'),
    closeRateByManager: () => closeRateBy('manager'),
    byEngageMonth: () =>
      mapGroups(opportunities, monthOf, (group) => {
        const created = measureCloseRate(group, { asOf: known, basis: 'created' })
        const closed = measureCloseRate(group, { asOf: known })
        return {
          won: created.numerator,
          lost: (closed.denominator ?? 0) - (closed.numerator ?? 0),
          open: created.pending,
          wonOverCreated: created.value,
          wonOverClosed: closed.value,
        }
      }),
    cycleDays: () => ({ won: cycleOf('won'), lost: cycleOf('lost'), closed: cycleOf('closed') }),
    cumulativeIncidenceWon: () => {
      const { curve } = closeIncidence(opportunities, { asOf })
      const wonBy = (day: number) => curve.filter(({ days }) => days <= day).at(-1)?.incidence
      return Object.fromEntries([7, 30, 60, 90, 120].map((day) => [day, wonBy(day)]))
    },
    wonValue: () => {
      const orders = wonDeals.map(({ id, closedAt = '', amount = '', currency = '' }) => ({
        id,
        placedAt: closedAt,
        status: 'paid' as const,
        total: amount,
        currency,
      }))
      const { cells } = tallyRevenue(orders, { asOf: known, periods: months('2017-03-01', known) })
      const byMonth = cells.map(({ start = '', amounts = {} }) => [
        start.slice(0, 7),
        Number(amounts['gross'] ?? Number.NaN),
      ])
      const amounts = wonDeals.map(({ amount }) => Number(amount))
      const byValue = measureCloseRate(opportunities, { asOf: known, by: 'value' })
      return {
        total: byValue.numerator,
        mean: meanOf(amounts),
        median: spreadOf(amounts).median,
        byMonth: Object.fromEntries(byMonth),
      }
    },
    dataQuality: () => {
      const isMissing = (row: Row): boolean =>
        leadCompleteness(row, { requiredFields: [{ field: 'account' }] }).missing.length > 0
      const agents = new Set(rows.map((row) => row['sales_agent']))
      return {
        accountMissing: shareWhere(rows, isMissing),
        accountMissingByStage: sharesBy(rows, ({ deal_stage }) => deal_stage, isMissing),
        productNotInCatalogue: shareWhere(rows, ({ product }) => !catalogue.has(product)),
        agentsWithoutDeals: teams
          .flatMap(({ sales_agent = '' }) => (agents.has(sales_agent) ? [] : [sales_agent]))
          .sort(),
      }
    },
    signalCloseRate: () => {
      const tally = countOpportunities(opportunities, { asOf: known, periods: months('2017-03-01', known) })
      return { trailing3: judge(tally, [1, 2, 3]), previous: judge(tally, [1]), samePhase: judge(tally, [3]) }
    },
  }
})

/** Every month in turn against the months at some distances before it, as the last one known. */
function judge({ cells }: CountTally<OpportunityCounts>, baseline: readonly number[]) {
  const periods = cells.map(({ start, counts: { won, lost } }) => ({
    period: start.slice(0, 7),
    won,
    lost,
    volume: won + lost,
  }))
  return periods.slice(Math.max(...baseline)).map(({ period, volume }, index) => {
    const options = { volumeRule: 'ratio', volumeTolerance: 0.15, alpha: 0.05, baseline } as const
    const shown = periods.slice(0, index + 1 + Math.max(...baseline))
    const { state, evidence = {} } = detectCloseRateFall(shown, { asOf: known, ...options })
    const { rate, baselineRate, drop, relativeDrop, z, pValue, baselineVolume, volumeRatio } = evidence
    return {
      period,
      rate,
      baselineRate,
      drop,
      relativeDrop,
      z,
      pOneSided: pValue,
      volume,
      baselineVolume,
      volumeRatio,
      falls: state !== 'quiet',
      volumeSteady: Math.abs(Number(volumeRatio) - 1) <= options.volumeTolerance,
      status: state,
    }
  })
}

function segmentOf(deal: Opportunity, field: string): string {
  return String(field === 'ownerId' ? deal.ownerId : deal.extra?.[field])
}

function monthOf({ createdAt }: Opportunity): string {
  return String(createdAt).slice(0, 7)
}

function daysOf({ createdAt, closedAt = known }: Opportunity): number {
  return (Date.parse(String(closedAt)) - Date.parse(String(createdAt))) / 86_400_000
}

function periodOf(month: string): { start: string; end: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { start: `${month}-01`, end: new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10) }
}
