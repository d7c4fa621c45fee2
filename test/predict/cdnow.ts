import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/cdnow/', import.meta.url))

/** Whether the CDNOW files are at hand. */
export const hasCdnow = existsSync(folder)

/** The orders of the CDNOW sample. */
export function cdnowOrders(): { customerId: string; placedAt: string; total: string }[] {
  return rowsOf('cdnow_sample_transactions.csv').map(([customerId = '', , placedAt = '', , total = '']) => ({
    customerId,
    placedAt,
    total,
  }))
}

/** The rows of a CDNOW file as texts, without its head. */
export function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(`${folder}${file}`, 'utf8').trim().split('\n')
  return lines.map((line) => line.trim().split(','))
}
