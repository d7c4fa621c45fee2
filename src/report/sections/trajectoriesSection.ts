import { dayNumber } from '../../calendar/dayNumber.js'
import { toneOf } from '../../internal/toneOf.js'
import { showValue } from '../../locales/showParams.js'
import type { KeyResultReview } from '../../review/model.js'
import { keyResultsOf } from '../keyResultsOf.js'
import type { Block, Picture, Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { statusPiece } from '../statusPiece.js'

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

function trajectoryOf({ title, plan, points, status }: KeyResultReview, context: ReportContext): Picture {
  const { review, messages, words } = context
  const first = dayNumber(review.cycle.firstDay)
  const span = Math.max(1, dayNumber(review.cycle.lastDay) - first)
  const place = (on: string): number => Math.min(1, Math.max(0, (dayNumber(on) - first) / span))
  const last = points.at(-1)
  const progress = last === undefined || last.progress === null ? '–' : messages.percent(last.progress, 0)
  return {
    type: 'trajectory',
    label: `${words.title(title)}: ${progress}`,
    tone: toneOf(status),
    plan: plan.map(({ on, expected }) => ({ x: place(on), y: expected })),
    points: points.flatMap(({ on, progress: y }) => (y === null ? [] : [{ x: place(on), y: Math.min(1, y) }])),
  }
}
