import type { NamedSurvival } from '../../review/models/figures.js'
import type { Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'

const day = 86_400_000
/** Days at which the curve is read. */
const times = [30, 90, 180, 365, 730]
/** With fewer at risk the curve says little. */
const fewest = 10

/** How long customers stay: the share that remains at fixed times, and when half are gone. */
export function survivalSection(context: ReportContext): Section | null {
  const { review, messages, heading, term } = context
  const { survival = [] } = review
  if (survival.length === 0) return null
  const headers = [...times.map((time) => messages.duration(time * day)), term('median'), term('sampleSize')]
  return {
    id: 'survival',
    title: heading('survival'),
    blocks: [
      {
        kind: 'table',
        caption: heading('survival'),
        columns: [{ header: term('group') }, ...numberColumns(headers)],
        rows: survival.map((one, index) => curveRow(one, index === 0, context)),
      },
    ],
  }
}

function curveRow({ name, curve }: NamedSurvival, isFirst: boolean, { messages, term }: ReportContext): Text[] {
  const { steps, median, sampleSize } = curve
  return [
    // Everybody comes first; a segment may be called nothing too.
    [isFirst && name === '' ? { text: term('everybody') } : { text: name, isUser: true }],
    ...times.map((time) => {
      const next = steps.find((step) => step.time > time)
      const before = steps.filter((step) => step.time <= time).at(-1)
      const isSeen = (next?.atRisk ?? before?.atRisk ?? 0) >= fewest && (next !== undefined || before?.time === time)
      return [{ text: isSeen ? messages.percent(before?.survival ?? 1, 0) : '–' }]
    }),
    [{ text: median === null ? '–' : messages.duration(median * day) }],
    [{ text: messages.number(sampleSize) }],
  ]
}
