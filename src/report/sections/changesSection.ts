import { showValue } from '../../locales/showParams.js'
import type { Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'

/** What changed since the last review: statuses, figures that moved beyond chance, findings that came and went. */
export function changesSection(context: ReportContext): Section | null {
  const { review, messages, heading, words, titleOf } = context
  const { changes, previousAsOf } = review
  if (changes === undefined || previousAsOf === undefined) return null
  const keyResults = changes.keyResults
    .filter(({ status: [before, now] }) => before !== now)
    .map(
      ({ keyResultId, status: [before, now] }): Text => [
        { text: titleOf(keyResultId), isUser: true },
        { text: ': ' },
        words.word('status', before),
        { text: ' → ' },
        words.word('status', now),
      ],
    )
  const items = [...keyResults, ...movedFigures(context), ...changedFindings(context)]
  if (items.length === 0) return null
  return {
    id: 'changes',
    title: `${heading('changes')} (${messages.date(previousAsOf)})`,
    blocks: [{ kind: 'list', items }],
  }
}

function movedFigures({ review, messages, heading, words }: ReportContext): Text[] {
  return review.measurements.flatMap(({ metric, segment, current, previous, change }): Text[] => {
    if (change?.verdict !== 'real' || previous === undefined) return []
    const show = (value: number | null): string => showValue(value, current.unit, messages)
    return [
      [
        words.term(metric),
        ...(segment === undefined ? [] : [{ text: ' · ' }, { text: segmentText(segment), isUser: true }]),
        { text: `: ${show(previous.value)} → ${show(current.value)} (${heading('moved')})` },
      ],
    ]
  })
}

function changedFindings({ review, messages, words, nameOf }: ReportContext): Text[] {
  return (['raised', 'cleared'] as const).flatMap((kind) =>
    (review.changes?.findings[kind] ?? []).map(
      ({ code, subject, segment }): Text => [
        words.word('change', kind),
        { text: ': ' },
        words.word('title', code),
        { text: ' · ' },
        { text: [messages.term(nameOf(subject)), segmentText(segment)].filter(Boolean).join(' · '), isUser: true },
      ],
    ),
  )
}
