import { isOfCustomers } from '../isOfCustomers.js'
import type { Block, Section, Text } from '../model.js'
import { quietItems } from '../quietItems.js'
import type { ReportContext } from '../reportContext.js'

/** What the detectors found, with evidence and cautions; then what was looked at and is quiet. */
export function signalsSection(context: ReportContext): Section | null {
  const { review, heading, findings } = context
  const results = review.signals.filter((result) => !isOfCustomers(result))
  if (results.length === 0) return null
  const items = results.flatMap((result) =>
    result.findings
      .filter(({ code }) => code !== 'metrics.contradiction')
      .map((finding): Text => findings.lineWithEvidence(finding, result.cautions)),
  )
  const blocks: Block[] =
    items.length === 0 ? [{ kind: 'paragraph', text: [{ text: heading('noSignal') }] }] : [{ kind: 'list', items }]
  const quiet = quietItems(results, context)
  if (quiet.length > 0) {
    blocks.push({ kind: 'heading', text: [{ text: heading('quiet') }] }, { kind: 'list', items: quiet })
  }
  return { id: 'signals', title: heading('signals'), blocks }
}
