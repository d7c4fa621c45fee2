import { type Lead, mapColumns, mapRows, type Opportunity } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

/** A marketplace that wins sellers: its leads, and of those won the deal. Of no lead is it said that it was lost. */
export const olistFunnel: FolderMapping = {
  files: ['marketing_qualified_leads.csv', 'closed_deals.csv'],
  asOf: '2018-06-01',
  timeZone: 'America/Sao_Paulo',
  policy: {
    // The leads of a quarter, two months after its end: those of the last two months are still open.
    period: { unit: 'quarter', history: 4 },
    metrics: { 'close-rate': { basis: 'created', windowDays: 60 } },
    // Where nothing is ever lost, all that is closed is won.
    signals: { detectCloseRateFall: false },
  },
  // The first seller was won in December 2017: leads of before had nobody to win them.
  sales: { closeRate: { basis: 'created', windowDays: 60 }, segments: ['origin'], since: '2018-01-01' },
  read: (folder, report) => {
    const options = { timeZone: 'America/Sao_Paulo' }
    const lead = mapColumns('lead', { columns: { id: 'mql_id', createdAt: 'first_contact_date', source: 'origin' } })
    const deal = mapColumns('opportunity', {
      columns: {
        id: 'mql_id',
        leadId: 'mql_id',
        createdAt: 'first_contact_date',
        closedAt: 'won_date',
        status: 'status',
      },
    })
    const leadRows = readCsv(folder, 'marketing_qualified_leads.csv')
    const firstContacts = new Map(leadRows.map((row) => [row['mql_id'], row]))
    // Of a first contact only the day is known: then days are counted, and the time of the deal would say too much.
    const dealRows = readCsv(folder, 'closed_deals.csv').map(
      (row): CsvRow => ({
        ...firstContacts.get(row['mql_id']),
        ...row,
        won_date: row['won_date']?.slice(0, 10) ?? '',
        status: 'won',
      }),
    )
    const leads = report.keep('marketing_qualified_leads.csv', mapRows(leadRows, lead, options))
    const won = report.keep('closed_deals.csv', mapRows(dealRows, deal, options))
    // A lead whose deal cannot be read is not open for that.
    const closed = new Set(dealRows.map((row) => row['mql_id']))
    const open = leads.filter(({ id }) => !closed.has(id)).map(openDeal)
    return { leads, opportunities: [...won, ...open] }
  },
}

function openDeal({ id, createdAt, source = '' }: Lead): Opportunity {
  return { id, leadId: id, createdAt, status: 'open', extra: { origin: source } }
}
