import { mapColumns, mapRows } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { readCsv } from './readCsv.js'

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
        resolvedAt: 'closed_at',
        status: 'status',
        priority: 'priority',
      },
    })
    // The export has no status: a ticket with a closing time is solved.
    const tickets = readCsv(folder, 'support_tickets.csv').map((row) => ({
      ...row,
      status: row['closed_at'] ? 'solved' : 'open',
    }))
    return {
      customers: report.keep('accounts.csv', mapRows(readCsv(folder, 'accounts.csv'), customer, { timeZone: 'UTC' })),
      subscriptions: report.keep(
        'subscriptions.csv',
        mapRows(readCsv(folder, 'subscriptions.csv'), subscription, options),
      ),
      tickets: report.keep('support_tickets.csv', mapRows(tickets, ticket, { timeZone: 'UTC' })),
    }
  },
}
