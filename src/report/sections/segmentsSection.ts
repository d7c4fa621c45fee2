import type { Tone } from '../../internal/toneOf.js'
import { glyphs } from '../../internal/toneOf.js'
import { capital, showValue } from '../../locales/showParams.js'
import type { SegmentRow } from '../../review/models/figures.js'
import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Block, Piece, Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { scaleOf } from '../scaleOf.js'
import { segmentText } from '../segmentText.js'
import { sizeOf } from '../sizeOf.js'

const tones: { readonly [verdict: string]: Tone } = { risk: 'bad', safer: 'good' }

/** Each metric in its segments: figure, interval, the estimate drawn towards that of all, and the verdict. */
export function segmentsSection(context: ReportContext): Section | null {
  const { segments } = context.review
  if (segments.length === 0) return null
  const metrics = [...new Set(segments.map(({ metric }) => metric))]
  return {
    id: 'segments',
    title: context.heading('segments'),
    blocks: metrics.flatMap((metric) =>
      metricBlocks(
        metric,
        segments.filter((row) => row.metric === metric),
        context,
      ),
    ),
  }
}

function metricBlocks(metric: string, rows: readonly SegmentRow[], context: ReportContext): Block[] {
  const { term, words } = context
  const name = words.term(metric)
  const title = { ...name, text: name.isUser ? name.text : capital(name.text) }
  const hasShrunk = rows.some(({ shrunkRate }) => shrunkRate !== undefined)
  const scale = scaleOf(rows.flatMap(({ measurement }) => placesOf(measurement)))
  const headers = [term('current'), term('interval'), term('sampleSize'), ...(hasShrunk ? [term('shrunk')] : [])]
  return [
    { kind: 'heading', text: [title] },
    {
      kind: 'table',
      caption: title.text,
      columns: [{ header: term('segment') }, { header: term('verdict') }, { header: '' }, ...numberColumns(headers)],
      rows: rows.map((row) => segmentRow(row, { scale, hasShrunk }, context)),
    },
  ]
}

function segmentRow(
  row: SegmentRow,
  { scale, hasShrunk }: { scale: (value: number) => number; hasShrunk: boolean },
  context: ReportContext,
): Text[] {
  const { by, segment, measurement, shrunkRate } = row
  const { messages } = context
  return [
    [{ text: segmentText({ [by]: segment }), isUser: true }],
    [verdictPiece(row, context)],
    [pictureOf(row, scale, context)],
    [figureOf(measurement, context)],
    [intervalOf(measurement, context)],
    [sizeOf(measurement, context)],
    ...(hasShrunk ? [[{ text: showValue(shrunkRate, measurement.unit, messages) }]] : []),
  ]
}

/** The verdict of a segment that was compared with the rest; others have none. */
function verdictPiece({ verdict, adjustedPValue }: SegmentRow, { words }: ReportContext): Piece {
  if (adjustedPValue === undefined) return { text: '–' }
  const tone = tones[verdict] ?? 'neutral'
  const word = words.word('chart', `verdict.${verdict}`)
  return { ...word, text: `${glyphs[tone]} ${word.text}`, tone }
}

/** The dot and its interval, on the scale that the rows share. */
function pictureOf(
  { segment, measurement, verdict }: SegmentRow,
  scale: (value: number) => number,
  context: ReportContext,
): Piece {
  const { value, interval } = measurement
  if (value === null || interval === undefined) return { text: '' }
  return {
    text: '',
    picture: {
      type: 'interval',
      label: `${segment}: ${figureOf(measurement, context).text} (${intervalOf(measurement, context).text})`,
      tone: tones[verdict] ?? 'neutral',
      value: scale(value),
      lower: scale(interval.lower),
      upper: scale(interval.upper),
    },
  }
}

function placesOf({ value, interval }: SegmentRow['measurement']): number[] {
  return value === null || interval === undefined ? [] : [value, interval.lower, interval.upper]
}
