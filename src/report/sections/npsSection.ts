import { capital } from '../../locales/showParams.js'
import type { NpsBreakdown } from '../../review/models/figures.js'
import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'

const parts = ['promoters', 'passives', 'detractors'] as const

/** Promoters, passives and detractors: everybody, then group by group. */
export function npsSection(context: ReportContext): Section | null {
  const { review, heading, term } = context
  const { netPromoterScore = [] } = review
  if (netPromoterScore.length === 0) return null
  const headers = [term('nps'), term('interval'), ...parts.map((part) => capital(term(part))), term('sampleSize')]
  return {
    id: 'nps',
    title: heading('netPromoterScore'),
    blocks: [
      {
        kind: 'table',
        caption: heading('netPromoterScore'),
        columns: [{ header: term('group') }, { header: '' }, ...numberColumns(headers)],
        rows: netPromoterScore.map((row, index) => groupRow(row, index === 0, context)),
      },
    ],
  }
}

function groupRow({ group, measurement }: NpsBreakdown, isFirst: boolean, context: ReportContext): Text[] {
  const { messages, term } = context
  const { sampleSize, promoters, passives, detractors } = measurement
  const share = (count: number): number => (sampleSize === 0 ? 0 : count / sampleSize)
  // Everybody comes first; a segment may be called nothing too.
  const name = isFirst && group === '' ? { text: term('everybody') } : { text: group, isUser: true }
  const label = `${name.text}: ${parts.map((part) => `${term(part)} ${messages.percent(share(measurement[part]), 0)}`).join(', ')}`
  return [
    [name],
    sampleSize === 0
      ? []
      : [
          {
            text: '',
            picture: {
              type: 'nps',
              label,
              promoters: share(promoters),
              passives: share(passives),
              detractors: share(detractors),
            },
          },
        ],
    [figureOf(measurement, context)],
    [intervalOf(measurement, context)],
    ...parts.map((part) => [
      { text: `${messages.number(measurement[part])} (${messages.percent(share(measurement[part]), 0)})` },
    ]),
    [{ text: messages.number(sampleSize) }],
  ]
}
