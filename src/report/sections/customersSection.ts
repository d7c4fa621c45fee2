import type { Messages } from '../../locales/model.js'
import type { SignalResult } from '../../signals/model.js'
import { isOfCustomers } from '../isOfCustomers.js'
import type { Block, Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'
import { workListBlocks } from './workListBlocks.js'

const shownCustomers = 5

/** Whom to call first, then the first customers of each detector, with how many alerts chance alone would raise. */
export function customersSection(context: ReportContext): Section | null {
  const results = context.review.signals.filter((result) => isOfCustomers(result) && result.findings.length > 0)
  const list = workListBlocks(context)
  if (results.length + list.length === 0) return null
  return {
    id: 'customers',
    title: context.heading('customers'),
    blocks: [...list, ...results.flatMap((result) => customerBlocks(result, context))],
  }
}

function customerBlocks(result: SignalResult, { messages, term, words, nameOf, findings }: ReportContext): Block[] {
  const [first] = result.findings
  return [
    { kind: 'heading', text: [words.word('title', first?.code ?? '')] },
    { kind: 'paragraph', text: [{ text: countText(result, messages, term) }] },
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

/** How many customers are marked of how many, and how many chance alone would mark. */
function countText({ evidence = {}, findings }: SignalResult, messages: Messages, term: ReportContext['term']): string {
  const { expectedFalseAlerts: expected, customersTested: tested, alerts } = evidence
  if (typeof expected === 'number' && typeof tested === 'number' && typeof alerts === 'number' && expected > 0) {
    return messages.message({ code: 'heading.byChance', params: { alerts, tested, expected } })
  }
  const marked = findings.filter(({ severity }) => severity !== 'info').length
  return `${term('count')}: ${messages.number(marked)}`
}
