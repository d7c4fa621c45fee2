import type { SignalResult } from '../../signals/model.js'
import { isOfCustomers } from '../isOfCustomers.js'
import type { Block, Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'

const shownCustomers = 5

/** The first customers of each detector, with how many alerts chance alone would raise. */
export function customersSection(context: ReportContext): Section | null {
  const results = context.review.signals.filter((result) => isOfCustomers(result) && result.findings.length > 0)
  if (results.length === 0) return null
  return {
    id: 'customers',
    title: context.heading('customers'),
    blocks: results.flatMap((result) => customerBlocks(result, context)),
  }
}

function customerBlocks(result: SignalResult, { messages, term, words, nameOf, findings }: ReportContext): Block[] {
  const [first] = result.findings
  const expected = result.evidence?.['expectedFalseAlerts']
  const alerts = result.findings.filter(({ severity }) => severity !== 'info').length
  const count = `${term('count')}: ${messages.number(alerts)}`
  const chance =
    typeof expected === 'number' && expected > 0
      ? ` · ${messages.message({ code: 'heading.byChance', params: { expected } })}`
      : ''
  return [
    { kind: 'heading', text: [words.word('title', first?.code ?? '')] },
    { kind: 'paragraph', text: [{ text: `${count}${chance}` }] },
    {
      kind: 'list',
      items: result.findings
        .slice(0, shownCustomers)
        .map(
          (finding): Text => [
            { text: nameOf(finding.subject), isUser: true },
            { text: ' · ' },
            ...findings.line(finding),
          ],
        ),
    },
  ]
}
