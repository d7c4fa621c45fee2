import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Whether the folder of real data is at hand; tests on it are skipped without it. */
export const hasDatasets = existsSync(folder)

/** The rows of one CSV file of the folder, by column. */
export function readRows(file: string): Record<string, string>[] {
  const bytes = readFileSync(`${folder}${file}`)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
}

const figures = JSON.parse(
  readFileSync(fileURLToPath(new URL('../reference/datasets.json', import.meta.url)), 'utf8'),
) as Record<string, unknown>

/** Names of the data sets that have figures. */
export const setNames = Object.keys(figures).filter((name) => !name.startsWith('_'))

/** The figures of one data set, computed independently: 12 significant digits. */
export function readFigures<T>(name: string): T {
  return figures[name] as T
}
