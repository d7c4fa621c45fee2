import { toneOf } from '../../internal/toneOf.js'
import { showValue } from '../../locales/showParams.js'
import type { KeyResultReview, ObjectiveReview } from '../../review/models/objectives.js'
import type { Block, Picture, Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import { ownerPieces } from '../ownerPieces.js'
import type { ReportContext } from '../reportContext.js'
import { statusPiece } from '../statusPiece.js'
import { targetText } from '../targetText.js'

/** Objectives with their key results: value, target, progress against the plan, status, confidence, evidence. */
export function objectivesSection(context: ReportContext): Section | null {
  const { review, heading } = context
  if (review.objectives.length === 0) return null
  return {
    id: 'key-results',
    title: heading('keyResults'),
    blocks: review.objectives.flatMap((objective) => objectiveBlocks(objective, context)),
  }
}

function objectiveBlocks(objective: ObjectiveReview, context: ReportContext): Block[] {
  const { messages, term, words } = context
  const title = words.title(objective.title)
  const progress = objective.progress === null ? '–' : messages.percent(objective.progress, 0)
  return [
    { kind: 'heading', text: [{ text: title, isUser: true }] },
    {
      kind: 'paragraph',
      text: [
        statusPiece(objective.status, words),
        { text: ` · ${term('progress')} ${progress}` },
        ...ownerPieces([objective.owner], context),
      ],
    },
    {
      kind: 'table',
      caption: title,
      columns: [
        { header: term('keyResult') },
        { header: term('status') },
        ...numberColumns([term('value'), term('target')]),
        { header: term('progress') },
        ...numberColumns([term('expected'), term('confidence')]),
        { header: term('evidence') },
      ],
      rows: objective.keyResults.map((keyResult) => keyResultRow(keyResult, context)),
    },
  ]
}

function keyResultRow(keyResult: KeyResultReview, context: ReportContext): Text[] {
  const { messages, term, words } = context
  const { title, score, unit, expected, status, confidence, evidence, role } = keyResult
  const verdict = evidence?.verdict
  return [
    [
      { text: words.title(title), isUser: true },
      ...(role === 'guardrail' ? [{ text: ` (${term('guardrail')})` }] : []),
    ],
    [statusPiece(status, words)],
    [{ text: showValue(score.value, unit, messages) }],
    [{ text: targetText(keyResult, messages) }],
    [
      {
        text: score.progress === null ? '–' : messages.percent(score.progress, 0),
        picture: bulletOf(keyResult, context),
      },
    ],
    [{ text: messages.percent(expected, 0) }],
    [{ text: confidence === null ? '–' : messages.percent(confidence, 0) }],
    [verdict ? words.word('verdict', verdict) : { text: '–' }],
  ]
}

function bulletOf({ title, score, expected, status }: KeyResultReview, { messages, words }: ReportContext): Picture {
  const progress = score.progress === null ? words.word('status', 'no_data').text : messages.percent(score.progress, 0)
  return {
    type: 'bullet',
    label: `${words.title(title)}: ${progress}, ${messages.term('expected')} ${messages.percent(expected, 0)}`,
    progress: score.progress,
    expected,
    tone: toneOf(status),
  }
}
