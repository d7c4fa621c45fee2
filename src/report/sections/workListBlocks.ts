import type { Tone } from '../../internal/toneOf.js'
import { glyphs } from '../../internal/toneOf.js'
import type { CustomerAtRisk, CustomersAtRisk, RiskLevel } from '../../predict/models/risk.js'
import type { Block, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'

const shownRows = 10

const tones: { readonly [level in RiskLevel]: Tone } = { watch: 'neutral', at_risk: 'warning', probably_lost: 'bad' }

/** Whom to call first: the customers with most to lose, how long they have been silent, and what is expected of them. */
export function workListBlocks(context: ReportContext): Block[] {
  const { customersAtRisk } = context.review
  if (customersAtRisk === undefined || customersAtRisk.rows.length === 0) return []
  const { term, heading } = context
  const hasValue = customersAtRisk.totals.valueAtRisk !== null
  const numbers = [term('silence'), term('usualPurchases'), term('expectedPurchases')]
  return [
    { kind: 'heading', text: [{ text: heading('workList') }] },
    { kind: 'paragraph', text: [{ text: totalText(customersAtRisk, context) }] },
    {
      kind: 'table',
      caption: heading('workList'),
      columns: [
        { header: term('customer') },
        { header: term('riskLevel') },
        ...numberColumns(hasValue ? [...numbers, term('valueAtRisk')] : numbers),
      ],
      rows: customersAtRisk.rows.slice(0, shownRows).map((row) => rowOf(row, hasValue, context)),
    },
  ]
}

function totalText({ totals, method, definition }: CustomersAtRisk, { messages }: ReportContext): string {
  const { customers, levels } = totals
  const { horizonDays = 0, rhythmFactor = 0 } = definition as { horizonDays?: number; rhythmFactor?: number }
  const params = { customers, atRisk: levels.at_risk }
  return method === 'own_rhythm'
    ? messages.message({ code: 'heading.workListRhythm', params: { ...params, factor: rhythmFactor } })
    : messages.message({
        code: 'heading.workListTotal',
        params: { ...params, lost: levels.probably_lost, days: horizonDays },
      })
}

function rowOf(row: CustomerAtRisk, hasValue: boolean, { messages, nameOf, words }: ReportContext): Text[] {
  const { customerId, level, silenceDays, usualPurchases, expectedPurchases, valueAtRisk } = row
  const tone = level === null ? 'neutral' : tones[level]
  const word = level === null ? { text: '–' } : words.word('risk', level)
  const purchases = (count: number | null): Text => [
    { text: count === null ? '–' : messages.number(Math.round(count * 10) / 10) },
  ]
  return [
    [{ text: nameOf(customerId), isUser: true }],
    [level === null ? word : { ...word, text: `${glyphs[tone]} ${word.text}`, tone }],
    [{ text: messages.number(silenceDays) }],
    purchases(usualPurchases),
    purchases(expectedPurchases),
    ...(hasValue ? [[{ text: valueAtRisk === null ? '–' : messages.money(valueAtRisk) }]] : []),
  ]
}
