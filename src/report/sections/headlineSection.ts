import type { Finding } from '../../finding.js'
import { keyResultsOf } from '../keyResultsOf.js'
import type { Block, Section } from '../model.js'
import { ownerPieces } from '../ownerPieces.js'
import type { ReportContext } from '../reportContext.js'

/** What to know first, and who looks after it; or that there is nothing. */
export function headlineSection(context: ReportContext): Section {
  const { review, heading, findings } = context
  const { headline, measurements, objectives } = review
  const isEmpty = measurements.length === 0 && objectives.length === 0
  const hasWarnings = review.signals.some(({ findings }) => findings.some(({ severity }) => severity === 'warning'))
  const quiet = isEmpty ? 'noData' : hasWarnings ? 'onlyWarnings' : 'nothing'
  const blocks: Block[] =
    headline.length > 0
      ? [
          {
            kind: 'list',
            items: headline.map((finding) => [
              ...findings.line(finding),
              ...ownerPieces(ownersOf(finding, context), context),
            ]),
          },
        ]
      : [{ kind: 'paragraph', text: [{ text: heading(quiet) }] }]
  return { id: 'headline', title: heading('headline'), blocks }
}

/** Who is accountable for the key result that a finding is about, or for those on its metrics. */
function ownersOf(finding: Finding, { review, findings }: ReportContext) {
  const metrics = findings.subjectOf(finding).split('/')
  return keyResultsOf(review)
    .filter(
      ({ keyResultId, measurement }) =>
        keyResultId === finding.subject || (measurement !== undefined && metrics.includes(measurement.metric)),
    )
    .map(({ owner }) => owner)
}
