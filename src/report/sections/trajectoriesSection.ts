import { dayNumber } from '../../calendar/dayNumber.js'
import { toneOf } from '../../internal/toneOf.js'
import { showValue } from '../../locales/showParams.js'
import type { KeyResultReview } from '../../review/models/objectives.js'
import { keyResultsOf } from '../keyResultsOf.js'
import type { Block, Picture, PicturePoint, Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { scaleOf } from '../scaleOf.js'
import { statusPiece } from '../statusPiece.js'
import { targetOf } from '../targetOf.js'

/** The course of every key result that is at risk or off track, beside its plan. */
export function trajectoriesSection(context: ReportContext): Section | null {
  const shown = keyResultsOf(context.review).filter(
    ({ status, points }) =>
      ['bad', 'warning'].includes(toneOf(status)) && points.some(({ progress }) => progress !== null),
  )
  if (shown.length === 0) return null
  return {
    id: 'trajectories',
    title: context.heading('trajectories'),
    blocks: shown.flatMap((keyResult) => trajectoryBlocks(keyResult, context)),
  }
}

function trajectoryBlocks(keyResult: KeyResultReview, context: ReportContext): Block[] {
  const { messages, term, words } = context
  const title = words.title(keyResult.title)
  return [
    { kind: 'heading', text: [{ text: title, isUser: true }] },
    { kind: 'picture', picture: trajectoryOf(keyResult, context) },
    {
      kind: 'table',
      caption: title,
      columns: [
        { header: term('date') },
        ...numberColumns([term('value'), term('progress')]),
        { header: term('status') },
        ...numberColumns([term('confidence')]),
      ],
      rows: keyResult.points.map(({ on, value, progress, status, confidence }) => [
        [{ text: messages.date(on) }],
        [{ text: showValue(value, keyResult.unit, messages) }],
        [{ text: progress === null ? '–' : messages.percent(progress, 0) }],
        [statusPiece(status, words)],
        [{ text: confidence === null ? '–' : messages.percent(confidence, 0) }],
      ]),
    },
  ]
}

/** Values against target and plan; progress against 1 for kinds without values. */
function trajectoryOf(keyResult: KeyResultReview, { review, messages, words, term }: ReportContext): Picture {
  const { title, plan, points, status, unit } = keyResult
  const wanted = targetOf(keyResult)
  const hasValues = wanted !== null && points.some(({ value }) => value !== null)
  const target = hasValues ? wanted : 1
  const planned = plan.flatMap(({ on, expected, value }) => pointOf(on, hasValues ? value : expected))
  const drawn = points.flatMap(({ on, value, progress }) => pointOf(on, hasValues ? value : progress))
  const show = (y: number | undefined): string =>
    y === undefined ? '–' : hasValues ? showValue(y, unit, messages) : messages.percent(y, 0)
  const scale = scaleOf([target, ...planned.map(({ y }) => y), ...drawn.map(({ y }) => y)])
  const placed = ({ x, y }: PicturePoint): PicturePoint => ({ x, y: scale(y) })
  return {
    type: 'trajectory',
    label: `${words.title(title)}: ${show(drawn.at(-1)?.y)}, ${term('target')} ${show(target)}`,
    tone: toneOf(status),
    plan: planned.map(placed),
    points: drawn.map(placed),
    target: { y: scale(target), label: `${term('target')} ${show(target)}` },
  }

  function pointOf(on: string, y: number | null): PicturePoint[] {
    const first = dayNumber(review.cycle.firstDay)
    const span = Math.max(1, dayNumber(review.cycle.lastDay) - first)
    return y === null ? [] : [{ x: Math.min(1, Math.max(0, (dayNumber(on) - first) / span)), y }]
  }
}
