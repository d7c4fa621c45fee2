import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mavenCrm } from '../../docs/examples/folders/mavenCrm.js'
import type { FolderMapping, Mapped } from '../../docs/examples/folders/model.js'
import { npsGardenCentre } from '../../docs/examples/folders/npsGardenCentre.js'
import { olistFunnel } from '../../docs/examples/folders/olistFunnel.js'
import { onlineRetail } from '../../docs/examples/folders/onlineRetail.js'
import { ravenstackSaas } from '../../docs/examples/folders/ravenstackSaas.js'
import { syntheticHandoffs } from '../../docs/examples/folders/syntheticHandoffs.js'
import type { SurveyResponse } from '../../src/records/index.js'
import { hasDatasets } from '../datasets/readDataset.js'

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const firstLines = 20_000

/** A mistake in one row: the cells that replace those of a good one, and what the mapping should say of it. */
interface Mistake {
  cells: Record<string, string>
  column: string
  rule: string
}

interface Case {
  folder: string
  mapping: FolderMapping
  /** Mistakes by file: a bad date and a bad number where the mapping reads one, and a missing id. */
  mistakes: Record<string, Mistake[]>
}

const noId = (column: string): Mistake => ({ cells: { [column]: '' }, column, rule: 'missing' })
const badDate = (column: string, text: string): Mistake => ({
  cells: { [column]: text },
  column,
  rule: 'invalid_instant',
})

const cases: Case[] = [
  {
    folder: 'ravenstack_saas',
    mapping: ravenstackSaas,
    mistakes: {
      'accounts.csv': [noId('account_id'), badDate('signup_date', '2024-13-01')],
      'subscriptions.csv': [
        noId('subscription_id'),
        badDate('start_date', '2023-02-30'),
        { cells: { mrr_amount: 'two thousand' }, column: 'mrr_amount', rule: 'invalid_amount' },
      ],
      'support_tickets.csv': [
        noId('ticket_id'),
        badDate('submitted_at', 'last week'),
        {
          cells: { first_response_time_minutes: 'an hour' },
          column: 'first_response_time_minutes',
          rule: 'invalid_instant',
        },
      ],
    },
  },
  {
    folder: 'nps_garden_centre',
    mapping: npsGardenCentre,
    mistakes: {
      'nps.csv': [
        noId('id'),
        { cells: { nps: 'ten' }, column: 'nps', rule: 'unknown_value' },
        { cells: { nps: '11' }, column: 'nps', rule: 'unknown_value' },
      ],
    },
  },
  {
    folder: 'synthetic_handoffs',
    mapping: syntheticHandoffs,
    mistakes: {
      'leads.csv': [noId('lead_id'), badDate('created_at', '2025-06-31T10:00:00Z')],
      'handoffs.csv': [noId('lead_id'), badDate('handed_at', 'soon')],
      'touches.csv': [noId('lead_id'), badDate('at', '2025-02-29T10:00:00Z')],
      'reassignments.csv': [noId('lead_id'), badDate('at', '?')],
      'opportunities.csv': [noId('opp_id'), badDate('created_at', '2025-00-10')],
      'objections.csv': [noId('lead_id'), badDate('at', 'in May')],
      'commitments.csv': [noId('commitment_id'), badDate('due_at', '2025-04-31T10:00:00Z')],
    },
  },
  {
    folder: 'maven_crm',
    mapping: mavenCrm,
    mistakes: {
      'sales_pipeline.csv': [
        noId('opportunity_id'),
        badDate('engage_date', '2016-10-32'),
        badDate('close_date', '01/03/2017'),
        { cells: { close_value: '1.054,00' }, column: 'close_value', rule: 'invalid_amount' },
        { cells: { deal_stage: 'Closing' }, column: 'deal_stage', rule: 'unknown_value' },
        { cells: { deal_stage: 'Engaging', engage_date: '' }, column: 'engage_date', rule: 'missing' },
      ],
    },
  },
  {
    folder: 'olist_funnel',
    mapping: olistFunnel,
    mistakes: {
      'marketing_qualified_leads.csv': [noId('mql_id'), badDate('first_contact_date', '2018-02-30')],
      'closed_deals.csv': [noId('mql_id'), badDate('won_date', 'yesterday')],
    },
  },
]

/** Reads a folder and keeps what its mapping reports of every file. */
function readReports(mapping: FolderMapping, folder: string): Map<string, Mapped<unknown>> {
  const reports = new Map<string, Mapped<unknown>>()
  mapping.read(folder, {
    say: () => {},
    keep: (name, mapped) => {
      reports.set(name, mapped)
      return mapped.records
    },
  })
  return reports
}

function rowsOf({ records, bad, skipped }: Mapped<unknown>): number {
  return records.length + bad.length + Object.values(skipped).reduce((sum, count) => sum + count, 0)
}

/** A CSV file with its column names in the first row; at most so many rows. */
function readTable(file: string, to = -1): string[][] {
  const bytes = readFileSync(file)
  const options = { bom: true, skip_empty_lines: true, relax_quotes: true, to }
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, options) as string[][]
}

function writeTable(file: string, table: readonly string[][]): void {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const text = `${table.map((row) => row.map(cell).join(',')).join('\n')}\n`
  writeFileSync(file, file.endsWith('.gz') ? gzipSync(text) : text)
}

/** The rows with one more at a place. */
function withRow(rows: readonly string[][], at: number, row: string[]): string[][] {
  return [...rows.slice(0, at), row, ...rows.slice(at)]
}

/** A row like another one, with other cells. */
function changed(header: readonly string[], row: readonly string[], cells: Record<string, string>): string[] {
  return header.map((name, index) => cells[name] ?? row[index] ?? '')
}

describe.skipIf(!hasDatasets)('folders of exports (skipped without ../shared/data)', () => {
  const copies = mkdtempSync(join(tmpdir(), 'retention-okr-'))
  afterAll(() => rmSync(copies, { recursive: true }))

  describe.each(cases)('$folder', ({ folder, mapping, mistakes }) => {
    const source = join(data, folder)
    const copy = join(copies, folder)
    const tables = new Map<string, string[][]>()
    let good: Map<string, Mapped<unknown>>
    let broken: Map<string, Mapped<unknown>>

    beforeAll(() => {
      cpSync(source, copy, { recursive: true })
      good = readReports(mapping, source)
      for (const [file, list] of Object.entries(mistakes)) {
        const [header = [], ...rows] = readTable(join(source, file))
        tables.set(file, rows)
        // Row 10 becomes a row with the first mistake, row 20 one with the second: rows count from 0.
        const table = [...rows]
        list.forEach(({ cells }, place) => {
          table.splice(10 * (place + 1), 0, changed(header, rows[0] ?? [], cells))
        })
        rmSync(join(copy, file), { force: true })
        writeTable(join(copy, file), [header, ...table])
      }
      broken = readReports(mapping, copy)
    })

    it.each(Object.keys(mistakes))('reads every row of %s', (file) => {
      const report = good.get(file)
      expect(report?.bad).toEqual([])
      expect(rowsOf(report as Mapped<unknown>)).toBe(tables.get(file)?.length)
    })

    it.each(Object.entries(mistakes))('reports the broken rows of %s and loses none', (file, list) => {
      const report = broken.get(file) as Mapped<unknown>
      expect(report.bad.map(({ index }) => index)).toEqual(list.map((_, place) => 10 * (place + 1)))
      list.forEach(({ column, rule }, place) => {
        expect(report.bad[place]?.issues).toContainEqual(expect.objectContaining({ column, rule }))
      })
      expect(rowsOf(report)).toBe((tables.get(file)?.length ?? 0) + list.length)
      expect(report.records).toEqual(good.get(file)?.records)
    })

    it('reports every file that it reads', () => {
      const files = new Set([...good.keys()].map((name) => name.replace(/ \(.*\)$/, '')))
      expect([...files].sort()).toEqual(Object.keys(mistakes).sort())
    })
  })

  it('reads the scores of tickets, and reports one that is no number at its row', () => {
    const copy = mkdtempSync(join(copies, 'ravenstack-'))
    cpSync(join(data, 'ravenstack_saas'), copy, { recursive: true })
    const [header = [], ...rows] = readTable(join(copy, 'support_tickets.csv'))
    const answered = rows.filter((row) => row[header.indexOf('satisfaction_score')] !== '').length
    const bad = changed(header, rows[0] ?? [], { satisfaction_score: 'good' })
    rmSync(join(copy, 'support_tickets.csv'), { force: true })
    writeTable(join(copy, 'support_tickets.csv'), [header, ...withRow(rows, 30, bad)])
    const report = readReports(ravenstackSaas, copy).get('support_tickets.csv (scores)')
    expect(report?.records).toHaveLength(answered)
    expect(report?.skipped).toEqual({ no_score: rows.length - answered })
    expect(report?.bad.map(({ index, issues }) => [index, issues.map(({ column }) => column)])).toEqual([
      [30, ['satisfaction_score']],
    ])
  })

  it('reads a question that was left blank as an answer without a score', () => {
    const report = readReports(npsGardenCentre, join(data, 'nps_garden_centre')).get('nps.csv')
    const [header = [], ...rows] = readTable(join(data, 'nps_garden_centre', 'nps.csv'))
    const blanks = rows.filter((row) => row[header.indexOf('nps')] === '')
    expect(blanks.length).toBeGreaterThan(0)
    expect(report?.records.filter((record) => (record as SurveyResponse).score === null)).toHaveLength(blanks.length)
  })

  describe('online_retail, whose invoices have many lines', () => {
    const file = 'lines.csv.gz'
    let header: string[]
    let lines: string[][]

    beforeAll(() => {
      const [names = [], ...rest] = readTable(join(data, 'online_retail', file), firstLines + 1)
      header = names
      lines = rest
    })

    /** What the mapping makes of some lines. */
    function reportOf(rows: readonly string[][]): Mapped<unknown> {
      const folder = mkdtempSync(join(copies, 'online-retail-'))
      writeTable(join(folder, file), [header, ...rows])
      expect(readdirSync(folder)).toEqual([...onlineRetail.files])
      return readReports(onlineRetail, folder).get(file) as Mapped<unknown>
    }

    /** Places at which another invoice begins. */
    function startsOf(rows: readonly string[][]): number[] {
      const at = header.indexOf('InvoiceNo')
      return rows.flatMap((row, index) => (row[at] === rows[index - 1]?.[at] ? [] : [index]))
    }

    it('reads every invoice of the first lines', () => {
      const report = reportOf(lines)
      expect(report.bad).toEqual([])
      expect(report.skipped['cancellation']).toBeGreaterThan(0)
      expect(rowsOf(report)).toBe(startsOf(lines).length)
    })

    it.each([
      ['a bad date', { InvoiceNo: '999001', InvoiceDate: '2010-12-41T10:00' }, 'InvoiceDate', 'invalid_instant'],
      ['a bad number', { InvoiceNo: '999002', UnitPrice: '2.5o' }, 'UnitPrice', 'invalid_amount'],
      ['no number', { InvoiceNo: '999003', Quantity: '' }, 'Quantity', 'invalid_amount'],
    ])('reports an invoice with %s at its line, and loses none', (_name, cells, column, rule) => {
      const at = startsOf(lines)[50] ?? 0
      const report = reportOf(withRow(lines, at, changed(header, lines[at] ?? [], cells)))
      expect(report.bad).toEqual([{ index: at, issues: [expect.objectContaining({ column, rule })] }])
      expect(rowsOf(report)).toBe(startsOf(lines).length + 1)
    })

    it('reports an invoice with a line of no invoice at that line, instead of adding it up', () => {
      const at = (startsOf(lines)[51] ?? 0) - 1
      const report = reportOf(withRow(lines, at + 1, changed(header, lines[at] ?? [], { InvoiceNo: '' })))
      expect(report.bad).toEqual([
        { index: at + 1, issues: [expect.objectContaining({ column: 'InvoiceNo', rule: 'missing' })] },
      ])
      expect(rowsOf(report)).toBe(startsOf(lines).length)
    })
  })
})
