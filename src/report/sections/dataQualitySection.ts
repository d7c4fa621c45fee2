import type { Finding } from '../../finding.js'
import { clean } from '../../internal/clean.js'
import type { Piece, Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'

/** Where the fields end that are named. */
const otherFields = 'other_fields'

/** What was wrong with the records: how many, and why they were left out. */
export function dataQualitySection({ review, messages, heading, findings, words }: ReportContext): Section | null {
  const { dataQuality } = review
  if (dataQuality.length === 0) return null
  const items = dataQuality.map((finding): Text => {
    const named = segmentText(finding.segment)
    const reasons = reasonsOf(finding).flatMap(([reason, count], index): Piece[] => [
      { text: index === 0 ? ' (' : ', ' },
      isField(finding, reason) ? { text: clean(reason), isUser: true } : words.word('excluded', reason),
      { text: `: ${typeof count === 'number' ? messages.number(count) : String(count)}` },
    ])
    return [
      ...(named === '' ? [] : [{ text: named, isUser: true }, { text: ' · ' }]),
      ...findings.sentence(finding),
      ...reasons,
      ...(reasons.length === 0 ? [] : [{ text: ')' }]),
    ]
  })
  return { id: 'data-quality', title: heading('dataQuality'), blocks: [{ kind: 'list', items }] }
}

/** Counts by reason; the sentences of some findings hold all there is to say. */
function reasonsOf({ code, evidence }: Finding): [string, Finding['evidence'][string]][] {
  return code === 'data.contradictory_sources' || code === 'data.duplicate_deals' ? [] : Object.entries(evidence)
}

/** Placeholders are counted by the field that holds them, whose name is the user's. */
function isField({ code }: Finding, reason: string): boolean {
  return code === 'data.placeholder_values' && reason !== otherFields
}
