import type { Piece, Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'

/** What was wrong with the records: how many, and why they were left out. */
export function dataQualitySection({ review, messages, heading, findings, words }: ReportContext): Section | null {
  const { dataQuality } = review
  if (dataQuality.length === 0) return null
  const items = dataQuality.map((finding): Text => {
    const reasons = Object.entries(finding.evidence).flatMap(([reason, count], index): Piece[] => [
      { text: index === 0 ? ' (' : ', ' },
      words.word('excluded', reason),
      { text: `: ${typeof count === 'number' ? messages.number(count) : String(count)}` },
    ])
    return [...findings.sentence(finding), ...reasons, ...(reasons.length === 0 ? [] : [{ text: ')' }])]
  })
  return { id: 'data-quality', title: heading('dataQuality'), blocks: [{ kind: 'list', items }] }
}
