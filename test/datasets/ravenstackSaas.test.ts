import {
  churnRate,
  countChurn,
  countMrrMovements,
  grossRevenueChurn,
  measureCsat,
  measureSlaAttainment,
  periodGrid,
  profileObjections,
  responseRate,
  type Subscription,
  type SurveyResponse,
  type Ticket,
  tallyDurations,
  tallySubscriptions,
} from '../../src/index.js'
import { describeFigures } from './describeFigures.js'
import { countsBy, mapGroups, shareOf, sharesBy, shareWhere, spreadOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

const [minute, hour] = [60_000, 3_600_000]
/** Everything of the export is over by then. */
const asOf = '2026-01-01'

describeFigures('ravenstack_saas', () => {
  const [accounts, rows, events, ticketRows, usage] = [
    'accounts.csv',
    'subscriptions.csv',
    'churn_events.csv',
    'support_tickets.csv',
    'feature_usage.csv.gz',
  ].map((name) => readRows(`ravenstack_saas/${name}`)) as [Row[], Row[], Row[], Row[], Row[]]
  const tickets = ticketRows.map(ticketOf)
  const resolvedWithinDay = (some: readonly Ticket[]) =>
    shareOf(measureSlaAttainment(some, { asOf, target: 24 * hour }))
  const isFlagged = (row: Row): boolean => row['churn_flag'] === 'TRUE'
  const hoursOf = (clock: 'resolution' | 'firstResponse', unit: number): number[] => {
    const [cell] = tallyDurations(tickets, { asOf, clock }).cells
    return (cell?.lists?.['completed'] ?? []).map((milliseconds) => Number(milliseconds) / unit)
  }
  return {
    rows: () => ({
      accounts: accounts.length,
      subscriptions: rows.length,
      churnEvents: events.length,
      tickets: tickets.length,
      usage: usage.length,
    }),
    accountChurnFlag: () => shareWhere(accounts, isFlagged),
    accountChurnFlagByIndustry: () => sharesBy(accounts, ({ industry }) => industry, isFlagged),
    accountChurnFlagByPlan: () => sharesBy(accounts, ({ plan_tier }) => plan_tier, isFlagged),
    subscriptionEnded: () => shareWhere(rows, ({ end_date }) => end_date !== ''),
    monthlyChurn: () => {
      const periods = periodGrid({ start: '2023-02-01', end: '2025-01-01' }, { unit: 'month' })
      const bySubscription = rows.map((row) => subscriptionOf(row, 'subscription_id'))
      const byAccount = rows.map((row) => subscriptionOf(row, 'account_id'))
      const tally = tallySubscriptions(bySubscription, { asOf })
      const accountCells = countChurn(byAccount, { asOf, periods }).cells
      return Object.fromEntries(
        countChurn(tally, { asOf, periods }).cells.map(({ start, end, counts }, index) => {
          const ofAccounts = accountCells[index]?.counts ?? counts
          const movements = countMrrMovements(tally, { asOf, period: { start, end } })
          return [
            start.slice(0, 7),
            {
              active: counts.opening,
              churned: counts.lost,
              rate: churnRate(counts).value,
              mrrActive: Number(movements.opening),
              mrrChurned: Number(movements.churn),
              mrrRate: grossRevenueChurn(movements).value,
              accountsActive: ofAccounts.opening,
              accountsLost: ofAccounts.lost,
              accountRate: churnRate(ofAccounts).value,
            },
          ]
        }),
      )
    },
    churnReasons: () => {
      const reasons = events.map(({ account_id = '', churn_date = '', reason_code = '' }) => ({
        prospectId: account_id,
        at: churn_date,
        theme: reason_code,
      }))
      const { themes, concentration } = profileObjections(reasons)
      return { counts: Object.fromEntries(themes.map(({ theme, mentions }) => [theme, mentions])), hhi: concentration }
    },
    reactivations: () => shareWhere(events, (row) => row['is_reactivation'] === 'TRUE'),
    tickets: () => {
      const answers = ticketRows.map(answerOf)
      const satisfied = measureCsat(answers, { asOf })
      return {
        firstResponseMinutes: spreadOf(hoursOf('firstResponse', minute)),
        resolutionHours: spreadOf(hoursOf('resolution', hour)),
        responseSla: shareOf(measureSlaAttainment(tickets, { asOf, target: hour, clock: 'firstResponse' })),
        resolutionSla24h: resolvedWithinDay(tickets),
        resolutionSla24hByPriority: mapGroups(tickets, ({ priority }) => priority, resolvedWithinDay),
        resolutionSla24hByQuarter: mapGroups(tickets, quarterOf, resolvedWithinDay),
        csat: shareOf(satisfied),
        answered: shareOf(responseRate({ delivered: answers.length, responded: satisfied.sampleSize })),
        escalated: shareWhere(ticketRows, (row) => row['escalation_flag'] === 'TRUE'),
      }
    },
    contradictions: () => {
      const withEvent = new Set(events.map(({ account_id }) => account_id))
      const sources = countsBy(accounts, (row) => `${row['churn_flag']} ${withEvent.has(row['account_id'])}`)
      const spans = new Map(rows.map((row) => [row['subscription_id'], row]))
      const usedOutside = (isOutside: (day: string, span: Row) => boolean): number =>
        usage.filter((row) => isOutside(row['usage_date'] ?? '', spans.get(row['subscription_id']) ?? {})).length
      return {
        flaggedChurnedWithEvent: sources['TRUE true'],
        flaggedWithoutEvent: sources['TRUE false'],
        eventWithoutFlag: sources['FALSE true'],
        usageBeforeStart: usedOutside((day, { start_date = '' }) => day < start_date),
        usageAfterEnd: usedOutside((day, { end_date = '' }) => end_date !== '' && day > end_date),
        usageDuplicateIds: usage.length - new Set(usage.map((row) => row['usage_id'])).size,
      }
    },
  }
})

type Row = Record<string, string>

/** With each subscription as a customer of its own, or those of an account together. */
function subscriptionOf(row: Row, customer: 'subscription_id' | 'account_id'): Subscription {
  return {
    id: row['subscription_id'] ?? '',
    customerId: row[customer] ?? '',
    startedAt: row['start_date'] ?? '',
    ...(row['end_date'] === '' ? {} : { endedAt: row['end_date'] ?? '' }),
    mrr: row['mrr_amount'] ?? '',
    currency: 'USD',
    isTrial: row['is_trial'] === 'TRUE',
  }
}

/** The export has days of submission and durations from there. */
function ticketOf(row: Row): Ticket {
  const createdAt = `${row['submitted_at']}T00:00:00Z`
  const after = (milliseconds: number): string => new Date(Date.parse(createdAt) + milliseconds).toISOString()
  return {
    id: row['ticket_id'] ?? '',
    customerId: row['account_id'] ?? '',
    createdAt,
    firstReplyAt: after(Number(row['first_response_time_minutes']) * minute),
    resolvedAt: after(Number(row['resolution_time_hours']) * hour),
    status: 'solved',
    priority: row['priority'],
  }
}

function answerOf(row: Row): SurveyResponse {
  return {
    id: row['ticket_id'] ?? '',
    surveyId: 'tickets',
    kind: 'csat',
    score: row['satisfaction_score'] === '' ? null : Number(row['satisfaction_score']),
    answeredAt: row['submitted_at'] ?? '',
  }
}

function quarterOf({ createdAt }: Ticket): string {
  const [year, month] = String(createdAt).split('-')
  return `${year}Q${Math.ceil(Number(month) / 3)}`
}
