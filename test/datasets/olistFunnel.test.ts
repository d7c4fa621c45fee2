import {
  closeIncidence,
  leadCompleteness,
  measureCloseRate,
  measureSalesCycle,
  type Opportunity,
  profileObjections,
} from '../../src/index.js'
import { type Deviation, describeFigures, eitherWay } from './describeFigures.js'
import { mapGroups, meanOf, shareOf, shareWhere, spreadOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

/** The columns of the form that pre-sales fills in when a deal is handed to a sales representative. */
const formFields = [
  'business_segment',
  'lead_type',
  'lead_behaviour_profile',
  'has_company',
  'has_gtin',
  'average_stock',
  'business_type',
  'declared_product_catalog_size',
  'declared_monthly_revenue',
]

const dayLength = 86_400_000

describeFigures(
  'olist_funnel',
  figuresOfFunnel,
  Object.fromEntries(
    ['n', 'min', 'p75', 'p90', 'mean']
      .map((name) => `daysToClose.${name}`)
      .concat('medianDaysByOrigin.organic_search')
      .map((path) => [path, 'a deal won before its first contact has no length: the set counts it as -2 days']),
  ),
)

function figuresOfFunnel() {
  const leads = readRows('olist_funnel/marketing_qualified_leads.csv')
  const deals = readRows('olist_funnel/closed_deals.csv')
  type Row = (typeof deals)[number]
  const wonOn = new Map(deals.map(({ mql_id = '', won_date = '' }) => [mql_id, won_date.slice(0, 10)]))
  const asOf = [...wonOn.values()].sort().at(-1) ?? ''
  // Both columns are days, so that a deal won on the last of them is known then.
  const opportunities = leads.map(({ mql_id = '', first_contact_date = '', origin = '' }): Opportunity => {
    const closedAt = wonOn.get(mql_id)
    return {
      id: mql_id,
      createdAt: first_contact_date,
      ...(closedAt === undefined ? { status: 'open' } : { status: 'won', closedAt }),
      extra: { origin: origin === '' ? '(missing)' : origin },
    }
  })
  const originOf = ({ extra }: Opportunity): string => String(extra?.['origin'])
  const monthOf = ({ createdAt }: Opportunity): string => String(createdAt).slice(0, 7)
  const conversionOf = (some: readonly Opportunity[], windowDays: number | null = null) =>
    shareOf(measureCloseRate(some, { asOf, basis: 'created', windowDays }))
  const windowOf = (days: number) => ({
    overall: conversionOf(opportunities, days),
    byMonth: mapGroups(opportunities, monthOf, (group) => conversionOf(group, days)),
  })
  const won = opportunities.filter(({ status }) => status === 'won')
  const daysOf = ({ createdAt, closedAt = asOf }: Opportunity): number =>
    (Date.parse(String(closedAt)) - Date.parse(String(createdAt))) / dayLength
  const incidence = closeIncidence(opportunities, { asOf, outcome: 'closed' })
  const completenessOf = (row: Row) =>
    leadCompleteness(row, { requiredFields: formFields.map((field) => ({ field })), missingTokens: [''] })
  return {
    rows: () => ({ leads: leads.length, deals: deals.length }),
    asOf: () => asOf,
    overall: () => conversionOf(opportunities),
    byOrigin: () => mapGroups(opportunities, originOf, (group) => conversionOf(group)),
    byFirstContactMonth: () => mapGroups(opportunities, monthOf, (group) => conversionOf(group)),
    daysToClose: () => {
      const { sampleSize, value, p90, maximum, mean } = measureSalesCycle(opportunities, { asOf })
      const days = won.map(daysOf)
      const { min, p25, p75 } = spreadOf(days.filter((count) => count >= 0))
      const ours = { n: sampleSize, min, p25, median: value, p75, p90, max: maximum, mean }
      return bothWays(ours, spreadOf(days))
    },
    negativeDays: () => incidence.adjusted?.['negative_duration'] ?? 0,
    medianDaysByOrigin: () =>
      bothWays(
        mapGroups(opportunities, originOf, (group) => measureSalesCycle(group, { asOf }).value),
        mapGroups(won, originOf, (group) => spreadOf(group.map(daysOf)).median),
      ),
    window30: () => windowOf(30),
    window60: () => windowOf(60),
    window90: () => windowOf(90),
    kaplanMeier: () => {
      const { curve } = incidence
      const wonBy = (day: number): number => curve.filter(({ days }) => days <= day).at(-1)?.incidence ?? 0
      return Object.fromEntries([7, 30, 90, 180, 365].map((day) => [day, wonBy(day)]))
    },
    dealCompleteness: () => {
      const read = deals.map(completenessOf)
      return {
        byField: Object.fromEntries(
          formFields.map((field) => [field, shareWhere(read, ({ missing }) => !missing.includes(field))]),
        ),
        meanOverFields: meanOf(read.map(({ value }) => value ?? Number.NaN)),
        fullyComplete: shareWhere(read, ({ missing }) => missing.length === 0),
        zeroRevenue: shareWhere(deals, (row) => Number(row['declared_monthly_revenue']) === 0),
      }
    },
    handoff: () => {
      const distinct = (keyOf: (row: Row) => string | undefined): number => new Set(deals.map(keyOf)).size
      const bySales = deals.map(({ mql_id = '', sr_id = '' }) => ({ prospectId: mql_id, at: asOf, theme: sr_id }))
      return {
        distinctSdr: distinct(({ sdr_id }) => sdr_id),
        distinctSr: distinct(({ sr_id }) => sr_id),
        samePerson: shareWhere(deals, ({ sdr_id, sr_id }) => sdr_id === sr_id),
        distinctPairs: distinct(({ sdr_id, sr_id }) => `${sdr_id} ${sr_id}`),
        hhiSr: profileObjections(bySales).concentration,
      }
    },
    multiValueProfile: () => {
      const profiles = deals.map((row) => row['lead_behaviour_profile'] ?? '')
      return {
        count: profiles.filter((profile) => profile.includes(', ')).length,
        missing: profiles.filter((profile) => profile === '').length,
      }
    },
  }
}

/** Numbers of two definitions by name. */
function bothWays<Name extends string>(
  ours: Readonly<Record<Name, number | null | undefined>>,
  theirs: Readonly<Record<NoInfer<Name>, number | null | undefined>>,
): Record<Name, number | Deviation> {
  const names = Object.keys(ours) as Name[]
  return Object.fromEntries(
    names.map((name) => [name, eitherWay(ours[name] ?? Number.NaN, theirs[name] ?? Number.NaN)]),
  ) as Record<Name, number | Deviation>
}
