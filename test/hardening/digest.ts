import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '../../src/internal/canonicalJson.js'
import { type RecordOrder, reviewCompany } from './company.js'

/** A hash of the whole review of the company. */
export function digestCompany(order: RecordOrder = 'made'): string {
  return createHash('sha256')
    .update(canonicalJson(reviewCompany(order)))
    .digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(digestCompany())
