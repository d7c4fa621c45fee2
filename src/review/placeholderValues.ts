import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { createMissingTest, defaultMissingTokens } from '../metrics/handoff/fieldValues.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewContext } from './reviewContext.js'
import type { KeptRecords } from './tallyKept.js'

/** The most fields that a finding names; the others are counted together. */
const namedFields = 20

/** Members that tie a record to somebody or say where it comes from: a placeholder there makes one of many. */
const ties = ['customerId', 'leadId', 'ownerId', 'prospectId', 'referrerId', 'refereeKey', 'source'] as const

/** The types whose text members are looked at, in the order of the findings. */
const types = ['commitments', 'customers', 'interactions', 'leads', 'objections', 'opportunities', 'referrals'] as const

const segmentTypes: { readonly [of: string]: string } = {
  customer: 'customers',
  lead: 'leads',
  opportunity: 'opportunities',
}

/** How many values of a field only say that there is none, by record type: `n/a`, `-`, `unknown`. */
export function placeholderValues(sources: ReviewSources, { policy, segments }: ReviewContext): Finding[] {
  const isMissing = createMissingTest(policy.handoff?.missingTokens ?? defaultMissingTokens, 'policy.missingTokens')
  return types.flatMap((type): Finding[] => {
    if (!sources.has(type)) return []
    const read = segments.flatMap(({ of, field }) => (segmentTypes[of] === type ? [field] : []))
    const counts = new Map<string, number>()
    const count = (field: string, value: unknown): void => {
      if (typeof value === 'string' && isMissing(value)) counts.set(field, (counts.get(field) ?? 0) + 1)
    }
    for (const row of sources.rows(type) as readonly KeptRecords['customers' | 'leads'][]) countIn(row, read, count)
    return counts.size === 0 ? [] : [findingOf(type, counts)]
  })
}

function countIn(row: object, segmentFields: readonly string[], count: (field: string, value: unknown) => void): void {
  const record = row as { readonly [field: string]: unknown }
  const fields = ownOf(record['fields'])
  const extra = ownOf(record['extra'])
  for (const field of ties) count(field, record[field])
  for (const field of Object.keys(fields)) count(field, fields[field])
  for (const field of segmentFields) {
    if (ties.some((tie) => tie === field)) continue
    count(field, Object.hasOwn(record, field) ? record[field] : Object.hasOwn(extra, field) ? extra[field] : undefined)
  }
}

function ownOf(value: unknown): { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { [field: string]: unknown }) : {}
}

/** The fields with the most placeholders first; the rest as one number. */
function findingOf(subject: string, counts: ReadonlyMap<string, number>): Finding {
  const sorted = [...counts].sort(([a, first], [b, second]) => second - first || compareCodeUnits(a, b))
  const rest = sorted.slice(namedFields).reduce((sum, [, count]) => sum + count, 0)
  return {
    code: 'data.placeholder_values',
    severity: 'info',
    subject,
    evidence: {
      ...Object.fromEntries(sorted.slice(0, namedFields)),
      ...(rest === 0 ? {} : { other_fields: rest }),
    },
    method: 'rule',
    params: {},
  }
}
