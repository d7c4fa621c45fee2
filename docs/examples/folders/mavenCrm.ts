import { mapColumns, mapRows, type Opportunity, type RowResult } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

/** A pipeline of deals and the teams that work on it; dates without a time. */
export const mavenCrm: FolderMapping = {
  files: ['sales_pipeline.csv', 'sales_teams.csv'],
  asOf: '2018-01-01',
  timeZone: 'UTC',
  policy: {
    period: { unit: 'month', history: 10 },
    segments: [
      { name: 'product', of: 'opportunity', field: 'product' },
      { name: 'agent', of: 'opportunity', field: 'ownerId' },
    ],
  },
  sales: { closeRate: { basis: 'closed' }, segments: ['region', 'product', 'ownerId'] },
  read: (folder, report) => {
    const opportunity = mapColumns('opportunity', {
      columns: {
        id: 'opportunity_id',
        createdAt: 'engage_date',
        closedAt: 'close_date',
        status: 'deal_stage',
        amount: 'close_value',
        ownerId: 'sales_agent',
      },
      values: { status: { Won: 'won', Lost: 'lost', Engaging: 'open', Prospecting: 'open' } },
    })
    // Nobody has engaged in a deal of this stage yet: it has no day from which its age could count.
    const deal = (row: CsvRow): RowResult<Opportunity> =>
      row['deal_stage'] === 'Prospecting' && row['opportunity_id'] && !row['engage_date']
        ? { status: 'skipped', reason: 'not_engaged' }
        : opportunity(row, { timeZone: 'UTC', currency: 'USD' })
    const regions = new Map(
      readCsv(folder, 'sales_teams.csv').map((row) => [row['sales_agent'], row['regional_office'] ?? '']),
    )
    const rows = readCsv(folder, 'sales_pipeline.csv').map((row) => ({
      ...row,
      region: regions.get(row['sales_agent']) ?? '',
    }))
    return { opportunities: report.keep('sales_pipeline.csv', mapRows(rows, deal)) }
  },
}
