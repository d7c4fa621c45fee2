import { readInstant } from '../calendar/readInstant.js'
import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { contradictorySources } from './contradictorySources.js'
import type { ReviewSources } from './createReviewSources.js'
import { placeholderValues } from './placeholderValues.js'
import type { ReadFigures } from './readFigures.js'
import type { ReviewContext } from './reviewContext.js'

const codes: { readonly [reason: string]: string } = {
  duplicate: 'data.duplicate_records',
  future: 'data.future_records',
}

const dayLength = 86_400_000

/** What is wrong with the sources, one finding a fault: what was left out, placeholders, deals that look like one. */
export function dataQualityOf({ sources, given, overruled }: ReadFigures, context: ReviewContext): Finding[] {
  const placeholders = placeholderValues(sources, context)
  const excluded = [...sources.excluded()].sort(([a], [b]) => compareCodeUnits(a, b)).flatMap(findingsOf)
  const deals = duplicateDeals(sources)
  const found = deals === 0 ? [] : [findingOf('data.duplicate_deals', 'opportunities', { deals })]
  return [...excluded, ...placeholders, ...found, ...contradictorySources(given, overruled)]
}

function findingsOf([subject, reasons]: [string, Record<string, number>]): Finding[] {
  const byCode = new Map<string, Record<string, number>>()
  for (const [reason, count] of Object.entries(reasons)) {
    if (count === 0) continue
    const code = codes[reason] ?? 'data.excluded_records'
    byCode.set(code, { ...byCode.get(code), [reason]: count })
  }
  return [...byCode]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([code, evidence]) => findingOf(code, subject, evidence))
}

function findingOf(code: string, subject: string, evidence: Finding['evidence']): Finding {
  return { code, severity: 'info', subject, evidence, method: 'rule', params: {} }
}

/** Open deals of one lead created within a day of another one. */
function duplicateDeals(sources: ReviewSources): number {
  if (!sources.has('opportunities')) return 0
  const byLead = new Map<string, number[]>()
  for (const { leadId, status, createdAt } of sources.rows('opportunities')) {
    if (leadId === undefined || status !== 'open') continue
    const at = readInstant(createdAt, sources.shared.timeZone, 'opportunities.createdAt')
    byLead.set(leadId, [...(byLead.get(leadId) ?? []), at])
  }
  return [...byLead.values()].reduce((sum, instants) => {
    const sorted = instants.sort((a, b) => a - b)
    return sum + sorted.filter((at, index) => index > 0 && at - (sorted[index - 1] as number) <= dayLength).length
  }, 0)
}
