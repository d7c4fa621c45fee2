import { clean } from '../../internal/clean.js'
import type { Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'

/** What people wrote at check-ins: what blocks them, what they learned, what they decided. */
export function notesSection(context: ReportContext, part: 'blockers' | 'learnings' | 'adjustments'): Section | null {
  const items = { blockers, learnings, adjustments }[part](context)
  return items.length === 0 ? null : { id: part, title: context.heading(part), blocks: [{ kind: 'list', items }] }
}

function blockers({ review, messages, words, nameOf, titleOf, term }: ReportContext): Text[] {
  return review.blockers.map(({ keyResultId, type, openedOn, nextAction, owner }) => [
    { text: titleOf(keyResultId), isUser: true },
    { text: ': ' },
    words.word('blocker', type),
    { text: ` (${messages.date(openedOn)})` },
    ...(nextAction === undefined ? [] : [{ text: ' → ' }, { text: clean(nextAction), isUser: true }]),
    ...(owner === undefined ? [] : [{ text: ` · ${term('owner')}: ` }, { text: nameOf(owner), isUser: true }]),
  ])
}

function learnings({ review, titleOf }: ReportContext): Text[] {
  return review.learnings.map(({ keyResultId, text }) => [
    { text: titleOf(keyResultId), isUser: true },
    { text: ': ' },
    { text: clean(text), isUser: true },
  ])
}

function adjustments({ review, messages, words, titleOf }: ReportContext): Text[] {
  return review.adjustments.map(({ keyResultId, on, action, reason }) => [
    { text: titleOf(keyResultId), isUser: true },
    { text: ': ' },
    words.word('decision', action),
    { text: ` (${messages.date(on)})` },
    ...(reason === undefined ? [] : [{ text: ' – ' }, { text: clean(reason), isUser: true }]),
  ])
}
