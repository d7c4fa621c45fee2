import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { assertId } from '../internal/assertId.js'
import { duplicatesOf } from './duplicatesOf.js'
import type { HandoffRecords } from './models/figures.js'
import type { LeadFile } from './readLeadFiles.js'

/** Ids of the leads that repeat an earlier one: given, or found among the leads that are known. */
export function duplicateLeads(
  given: HandoffRecords['duplicates'],
  files: ReadonlyMap<string, LeadFile>,
  missingTokens: readonly string[],
): ReadonlySet<string> {
  const ids = new Set<string>()
  if (given !== undefined) {
    forEachRecord(given, 'records.duplicates', ({ leadId }, index) => {
      assertId(leadId, `records.duplicates[${index}].leadId`)
      ids.add(leadId)
    })
    return ids
  }
  const created = [...files.values()]
    .map(({ lead, createdAt }) => ({ id: lead.id, createdAt, fields: lead.fields }))
    .sort((a, b) => a.createdAt - b.createdAt || compareCodeUnits(a.id, b.id))
  const rules = { keys: ['email', 'phone'], maximumKeyHits: 20, missingTokens, path: 'policy' }
  for (const { leadId } of duplicatesOf(created, rules)) ids.add(leadId)
  return ids
}
