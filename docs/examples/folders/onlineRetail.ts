import { type BadRowReport, groupRows, mapRows, type Order, type RowIssue, type RowResult } from 'retention-okr/records'
import type { FolderMapping, Reporter } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

/** A wholesaler: one line an article of an invoice; invoices that begin with C cancel others, with A adjust books. */
export const onlineRetail: FolderMapping = {
  files: ['lines.csv.gz'],
  asOf: '2011-12-10',
  timeZone: 'Europe/London',
  policy: { period: { unit: 'month', history: 12 }, metrics: { 'cohort-repeat-rate': { withinDays: 60 } } },
  read: (folder, report) => {
    report.say('reading lines.csv.gz')
    return { orders: ordersOfLines(readCsv(folder, 'lines.csv.gz'), report) }
  },
}

/** The lines of the export as orders. */
export function ordersOfLines(lines: readonly CsvRow[], report: Reporter): Order[] {
  report.say(`${lines.length} lines; grouping them into invoices`)
  const invoices = uniteTorn(groupRows(lines, 'InvoiceNo'))
  report.say(`${invoices.length} invoices`)
  const mapped = mapRows(invoices, orderOfInvoice)
  return report.keep('lines.csv.gz', { ...mapped, bad: mapped.bad.map(lineOf(lines, invoices)) })
}

/** One invoice of the export lies in two places of the file: its lines belong together. */
function uniteTorn(runs: readonly CsvRow[][]): CsvRow[][] {
  const invoices = new Map<string, CsvRow[]>()
  for (const run of runs) {
    const number = run[0]?.['InvoiceNo']?.trim() ?? ''
    invoices.set(number, [...(invoices.get(number) ?? []), ...run])
  }
  return [...invoices.values()]
}

/** A bad invoice is reported at its first bad line, where people can find it in the file. */
function lineOf(lines: readonly CsvRow[], invoices: readonly CsvRow[][]): (bad: BadRowReport) => BadRowReport {
  return ({ index, issues }) => {
    const faulty = invoices[index]?.find((line) => issuesOf(line).length > 0)
    return { index: faulty === undefined ? 0 : lines.indexOf(faulty), issues }
  }
}

/** The lines of an invoice become one order; amounts are added in thousandths, which the export never goes below. */
function orderOfInvoice(lines: readonly CsvRow[]): RowResult<Order> {
  const [first = {}] = lines
  const id = first['InvoiceNo'] ?? ''
  const faulty = lines.find((line) => issuesOf(line).length > 0)
  if (faulty !== undefined) return { status: 'bad', issues: issuesOf(faulty) }
  if (id.startsWith('C')) return { status: 'skipped', reason: 'cancellation' }
  if (id.startsWith('A')) return { status: 'skipped', reason: 'adjustment' }
  const thousandths = lines.reduce(
    (sum, line) => sum + Math.round(1000 * Number(line['Quantity']) * Number(line['UnitPrice'])),
    0,
  )
  if (thousandths <= 0) return { status: 'skipped', reason: 'stock_correction' }
  const customerId = first['CustomerID']
  return {
    status: 'ok',
    record: {
      id,
      placedAt: instantOf(first['InvoiceDate'] ?? '') ?? '',
      status: 'paid',
      total: (thousandths / 1000).toFixed(3),
      currency: 'GBP',
      ...(customerId ? { customerId } : {}),
      extra: { country: first['Country'] },
    },
  }
}

/** What cannot be read of a line; one without a number would else count for the invoice before it. */
function issuesOf(line: CsvRow): RowIssue[] {
  const cell = (column: string): string => line[column]?.trim() ?? ''
  const issues: RowIssue[] = []
  if (cell('InvoiceNo') === '') issues.push(issue('id', 'InvoiceNo', 'missing', cell))
  if (instantOf(cell('InvoiceDate')) === null) issues.push(issue('placedAt', 'InvoiceDate', 'invalid_instant', cell))
  for (const column of ['Quantity', 'UnitPrice']) {
    if (cell(column) === '' || !Number.isFinite(Number(cell(column)))) {
      issues.push(issue('total', column, 'invalid_amount', cell))
    }
  }
  return issues
}

function issue(field: string, column: string, rule: RowIssue['rule'], cell: (column: string) => string): RowIssue {
  const { length } = cell(column)
  return { field, column, rule, received: length === 0 ? 'absent' : `text of ${length}` }
}

/** A minute in the form of the export; its wall time is London's, which only summer tells from UTC by an hour. */
function instantOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return null
  const instant = `${text.slice(0, 10)}T${text.slice(11, 16)}:00Z`
  const date = new Date(instant)
  // A day that no month has is read as one of the next month.
  return date.getUTCDate() === Number(text.slice(8, 10)) ? instant : null
}
