import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Block, Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'
import { sizeOf } from '../sizeOf.js'

/** Every figure with its interval, and what it was in the last review. */
export function figuresSection(context: ReportContext): Section | null {
  const { review, heading, term, words } = context
  // What stands in a segment has its section.
  const measurements = review.measurements.filter(
    ({ metric, segment }) =>
      segment === undefined || !review.segments.some((row) => row.metric === metric && segment[row.by] === row.segment),
  )
  if (measurements.length === 0) return null
  const hasPrevious = measurements.some(({ previous }) => previous !== undefined)
  const hasSegment = measurements.some(({ segment }) => segment !== undefined)
  const headers = [term('current'), ...(hasPrevious ? [term('previous')] : []), term('interval'), term('sampleSize')]
  return {
    id: 'figures',
    title: heading('figures'),
    blocks: [
      ...coveredBlocks(context),
      {
        kind: 'table',
        caption: heading('figures'),
        columns: [
          { header: term('metric') },
          ...(hasSegment ? [{ header: term('segment') }] : []),
          ...numberColumns(headers),
        ],
        rows: measurements.map(({ metric, segment, current, previous }) => [
          [words.term(metric)],
          ...(hasSegment ? [[{ text: segmentText(segment), isUser: true }]] : []),
          [figureOf(current, context)],
          ...(hasPrevious ? [[previous === undefined ? { text: '–' } : figureOf(previous, context)]] : []),
          [intervalOf(current, context)],
          [sizeOf(current, context)],
        ]),
      },
    ],
  }
}

/** The period that the figures cover. */
function coveredBlocks({ review, term, messages }: ReportContext): Block[] {
  const period = review.controls.find(({ points }) => points.length > 0)?.points.at(-1)
  if (period === undefined) return []
  const lastDay = dayFromNumber(dayNumber(period.end) - 1)
  const days = `${messages.date(period.start)} – ${messages.date(lastDay)}`
  return [{ kind: 'paragraph', text: [{ text: `${term('lastPeriod')}: ${days}` }] }]
}
