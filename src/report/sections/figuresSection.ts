import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'

/** Every figure with its interval, and what it was in the last review. */
export function figuresSection(context: ReportContext): Section | null {
  const { review, heading, term, words, messages } = context
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
          [{ text: messages.number(current.sampleSize) }],
        ]),
      },
    ],
  }
}
