import { showValue } from '../../locales/showParams.js'
import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Piece, Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'

/** How long leads wait for the first touch: median, quarters and tenths that wait longer, the share by each limit. */
export function responsesSection(context: ReportContext): Section | null {
  const { review, messages, heading, term } = context
  const { responses } = review
  if (responses === undefined || responses.sampleSize === 0) return null
  const { p75, p90, completed, open, unit, curve } = responses
  const limits = Object.keys(responses.within).map(Number)
  const shares = limits.map((limit): Piece => {
    const survival = curve.filter(({ time }) => time <= limit).at(-1)?.survival ?? 1
    return { text: messages.percent(1 - survival, 0) }
  })
  const show = (value: number | null): Piece => ({ text: showValue(value, unit, messages) })
  const headers = [
    ...limits.map((limit) => `${term('within')} ${messages.duration(limit)}`),
    term('median'),
    term('interval'),
    messages.percent(0.75, 0),
    messages.percent(0.9, 0),
    term('answered'),
    term('waiting'),
  ]
  return {
    id: 'responses',
    title: heading('responseTimes'),
    blocks: [
      {
        kind: 'table',
        caption: heading('responseTimes'),
        columns: [{ header: term('group') }, ...numberColumns(headers)],
        rows: [
          [
            [{ text: term('everybody') }],
            ...shares.map((share) => [share]),
            [figureOf(responses, context)],
            [intervalOf(responses, context)],
            [show(p75)],
            [show(p90)],
            [{ text: messages.number(completed) }],
            [{ text: messages.number(open) }],
          ],
        ],
      },
    ],
  }
}
