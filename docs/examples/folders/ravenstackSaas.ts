import { mapColumns, mapRows, type RowResult, type SurveyResponse } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

/** A subscription business: accounts, subscriptions and support tickets, dates without a zone. */
export const ravenstackSaas: FolderMapping = {
  files: ['accounts.csv', 'subscriptions.csv', 'support_tickets.csv'],
  asOf: '2025-01-01',
  timeZone: 'UTC',
  policy: {
    segments: [
      { name: 'plan', of: 'customer', field: 'plan_tier' },
      { name: 'industry', of: 'customer', field: 'industry' },
    ],
    metrics: { 'sla-attainment': { target: 24 * 3_600_000 } },
  },
  read: (folder, report) => {
    const options = { timeZone: 'UTC', currency: 'USD' }
    const customer = mapColumns('customer', { columns: { id: 'account_id', createdAt: 'signup_date' } })
    const subscription = mapColumns('subscription', {
      columns: {
        id: 'subscription_id',
        customerId: 'account_id',
        startedAt: 'start_date',
        endedAt: 'end_date',
        mrr: 'mrr_amount',
        isTrial: 'is_trial',
      },
      values: { isTrial: { TRUE: true, FALSE: false } },
    })
    const ticket = mapColumns('ticket', {
      columns: {
        id: 'ticket_id',
        customerId: 'account_id',
        createdAt: 'submitted_at',
        firstReplyAt: 'first_response_time_minutes',
        resolvedAt: 'closed_at',
        status: 'status',
        priority: 'priority',
      },
    })
    const answer = mapColumns('surveyResponse', {
      columns: {
        id: 'ticket_id',
        customerId: 'account_id',
        surveyId: 'survey',
        kind: 'kind',
        score: 'satisfaction_score',
        answeredAt: 'closed_at',
      },
    })
    const ticketRows = readCsv(folder, 'support_tickets.csv')
    // The export has no status, and of the first response how long it took: a ticket with a closing time is solved.
    const tickets = ticketRows.map((row) => ({
      ...row,
      status: row['closed_at'] ? 'solved' : 'open',
      first_response_time_minutes: replyOf(row),
    }))
    // Who left no score was not asked, or did not answer: nobody can tell.
    const scored = (row: CsvRow): RowResult<SurveyResponse> =>
      row['satisfaction_score']
        ? answer({ ...row, survey: 'tickets', kind: 'csat' }, { timeZone: 'UTC' })
        : { status: 'skipped', reason: 'no_score' }
    return {
      customers: report.keep('accounts.csv', mapRows(readCsv(folder, 'accounts.csv'), customer, { timeZone: 'UTC' })),
      subscriptions: report.keep(
        'subscriptions.csv',
        mapRows(readCsv(folder, 'subscriptions.csv'), subscription, options),
      ),
      tickets: report.keep('support_tickets.csv', mapRows(tickets, ticket, { timeZone: 'UTC' })),
      responses: report.keep('support_tickets.csv (scores)', mapRows(ticketRows, scored)),
    }
  },
}

/** The instant of the first response; what is no number of minutes is left as it is, and reported as a bad row. */
function replyOf({ submitted_at = '', first_response_time_minutes = '' }: CsvRow): string {
  const at = Date.parse(submitted_at) + 60_000 * Number(first_response_time_minutes)
  return first_response_time_minutes === '' || Number.isNaN(at)
    ? first_response_time_minutes
    : new Date(at).toISOString()
}
