import { capital, showValue } from '../locales/showParams.js'
import type { ControlPoint, ControlSeries } from '../review/models/figures.js'
import type { ControlPicture, PicturePoint } from './model.js'
import type { ReportContext } from './reportContext.js'
import { scaleOf } from './scaleOf.js'

type Line = 'value' | 'mean' | 'lower' | 'upper'

/** The picture of a series with its mean and its limits, on a scale of its own. */
export function controlPicture(
  { metric, unit, points }: ControlSeries,
  { messages, words }: ReportContext,
): ControlPicture {
  const lines: readonly Line[] = ['value', 'mean', 'lower', 'upper']
  const all = lines.flatMap((line) => points.flatMap((point) => (point[line] === null ? [] : [point[line]])))
  const scale = scaleOf(all)
  const place = (point: ControlPoint, index: number, line: Line): PicturePoint[] => {
    const value = point[line]
    return value === null ? [] : [{ x: points.length < 2 ? 0.5 : index / (points.length - 1), y: scale(value) }]
  }
  const phases = [...new Set(points.map(({ phase }) => phase))]
  const linesOf = (line: Line): PicturePoint[][] =>
    phases
      .map((phase) =>
        withoutMiddles(points.flatMap((point, index) => (point.phase === phase ? place(point, index, line) : []))),
      )
      .filter((drawn) => drawn.length > 0)
  const known = points.filter(({ value }) => value !== null)
  const show = (value: number | null | undefined): string => showValue(value, unit, messages)
  return {
    type: 'control',
    label: `${capital(words.term(metric).text)}: ${show(known[0]?.value)} – ${show(known.at(-1)?.value)}`,
    limits: [...linesOf('lower'), ...linesOf('upper')],
    means: linesOf('mean'),
    points: points.flatMap((point, index) =>
      place(point, index, 'value').map((placed) => ({ ...placed, tone: toneOfKind(point.kind) })),
    ),
  }
}

function toneOfKind(kind: ControlPoint['kind']): 'good' | 'bad' | 'warning' | 'neutral' {
  if (kind === 'improvement') return 'good'
  if (kind === 'concern') return 'bad'
  return kind === 'neutral' ? 'warning' : 'neutral'
}

/** Points between two of the same height say nothing. */
function withoutMiddles(points: readonly PicturePoint[]): PicturePoint[] {
  return points.filter(
    ({ y }, index) => index === 0 || points[index - 1]?.y !== y || (points[index + 1]?.y ?? Number.NaN) !== y,
  )
}
