import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** One line of an export by the names of its columns. */
export type CsvRow = Record<string, string>

/** Reads a CSV file, plain or compressed, with a line of column names. */
export function readCsv(folder: string, name: string): CsvRow[] {
  const file = readFileSync(join(folder, name))
  const text = name.endsWith('.gz') ? gunzipSync(file) : file
  return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_quotes: true }) as CsvRow[]
}
