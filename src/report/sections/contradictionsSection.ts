import type { Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'

/** Metrics that tell opposite stories, both halves in one sentence. */
export function contradictionsSection(context: ReportContext): Section | null {
  const { review, heading, findings } = context
  const items = review.signals.flatMap((result) =>
    result.findings
      .filter(({ code }) => code === 'metrics.contradiction')
      .map((finding): Text => findings.lineWithEvidence(finding, result.cautions)),
  )
  if (items.length === 0) return null
  return { id: 'contradictions', title: heading('contradictions'), blocks: [{ kind: 'list', items }] }
}
