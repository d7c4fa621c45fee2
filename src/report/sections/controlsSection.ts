import type { Tone } from '../../internal/toneOf.js'
import { glyphs } from '../../internal/toneOf.js'
import { showValue } from '../../locales/showParams.js'
import type { ControlSeries } from '../../review/models/figures.js'
import { controlPicture } from '../controlPicture.js'
import type { Piece, Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'

const assurances: { readonly [assurance: string]: Tone } = { pass: 'good', fail: 'bad' }

/** Every series as a control chart: whether it changes, and whether it meets its target, in two separate words. */
export function controlsSection(context: ReportContext): Section | null {
  const { review, heading, term } = context
  const controls = review.controls.filter(({ points }) => points.some(({ value }) => value !== null))
  if (controls.length === 0) return null
  return {
    id: 'controls',
    title: heading('controls'),
    blocks: [
      {
        kind: 'table',
        caption: heading('controls'),
        columns: [
          { header: term('metric') },
          { header: term('course') },
          { header: term('variation') },
          { header: term('assurance') },
          ...numberColumns([term('current'), `${term('mean')} (${term('limits')})`]),
        ],
        rows: controls.map((control) => controlRow(control, context)),
      },
    ],
  }
}

function controlRow(control: ControlSeries, context: ReportContext): Text[] {
  const { messages, words } = context
  const { metric, segment, unit, target, assurance } = control
  const last = control.points.filter(({ value }) => value !== null).at(-1)
  const show = (value: number | null | undefined): string => showValue(value, unit, messages)
  const named = segmentText(segment)
  const tone = assurances[assurance] ?? 'neutral'
  const word = words.word('chart', `assurance.${assurance}`)
  return [
    [words.term(metric), ...(named === '' ? [] : [{ text: ' · ' }, { text: named, isUser: true }])],
    [{ text: '', picture: controlPicture(control, context) }],
    variationPieces(control, context),
    target === undefined
      ? [{ text: '–' }]
      : [{ ...word, text: `${glyphs[tone]} ${word.text}`, tone }, { text: ` (${show(target)})` }],
    [{ text: show(last?.value) }],
    [{ text: `${show(last?.mean)} (${show(last?.lower)} – ${show(last?.upper)})` }],
  ]
}

/** Chance, or what else and from when on: that of the last stretch that is special. */
function variationPieces({ variation, since, points }: ControlSeries, { words, messages }: ReportContext): Piece[] {
  if (variation === 'common') return [words.word('chart', 'common')]
  const last = points.filter(({ kind }) => kind !== 'common').at(-1)?.kind ?? 'neutral'
  const tone = last === 'improvement' ? 'good' : last === 'concern' ? 'bad' : 'neutral'
  const word = words.word('chart', last)
  return [
    { ...word, text: `${glyphs[tone]} ${word.text}`, tone },
    ...(since === undefined ? [] : [{ text: ` (${messages.date(since)})` }]),
  ]
}
