import { groupRows, mapRows, type Order, type RowIssue, type RowResult } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

/** A wholesaler: one line an article of an invoice; invoices that begin with C cancel others, with A adjust books. */
export const onlineRetail: FolderMapping = {
  files: ['lines.csv.gz'],
  asOf: '2011-12-10',
  timeZone: 'Europe/London',
  policy: { period: { unit: 'month', history: 12 }, metrics: { 'cohort-repeat-rate': { withinDays: 60 } } },
  read: (folder, report) => {
    report.say('reading lines.csv.gz')
    const lines = readCsv(folder, 'lines.csv.gz')
    report.say(`${lines.length} lines; grouping them into invoices`)
    const invoices = groupRows(lines, 'InvoiceNo')
    report.say(`${invoices.length} invoices`)
    return { orders: report.keep('lines.csv.gz', mapRows(invoices, orderOfInvoice)) }
  },
}

/** The lines of an invoice become one order; amounts are added in thousandths, which the export never goes below. */
function orderOfInvoice(lines: readonly CsvRow[]): RowResult<Order> {
  const [first = {}] = lines
  const id = first['InvoiceNo'] ?? ''
  if (id.startsWith('C')) return { status: 'skipped', reason: 'cancellation' }
  if (id.startsWith('A')) return { status: 'skipped', reason: 'adjustment' }
  const placedAt = instantOf(first['InvoiceDate'] ?? '')
  const thousandths = lines.reduce(
    (sum, line) => sum + Math.round(1000 * Number(line['Quantity']) * Number(line['UnitPrice'])),
    0,
  )
  const issues: RowIssue[] = [
    ...(placedAt === null ? [issue('placedAt', 'InvoiceDate', 'invalid_instant')] : []),
    ...(Number.isNaN(thousandths) ? [issue('total', 'UnitPrice', 'invalid_amount')] : []),
  ]
  if (placedAt === null || issues.length > 0) return { status: 'bad', issues }
  if (thousandths <= 0) return { status: 'skipped', reason: 'stock_correction' }
  const customerId = first['CustomerID']
  return {
    status: 'ok',
    record: {
      id,
      placedAt,
      status: 'paid',
      total: (thousandths / 1000).toFixed(3),
      currency: 'GBP',
      ...(customerId ? { customerId } : {}),
      extra: { country: first['Country'] },
    },
  }
}

function issue(field: string, column: string, rule: RowIssue['rule']): RowIssue {
  return { field, column, rule, received: 'text' }
}

/** A minute in the form of the export; its wall time is London's, which only summer tells from UTC by an hour. */
function instantOf(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? `${text.slice(0, 10)}T${text.slice(11, 16)}:00Z` : null
}
