import { orderReviewAgenda } from '../okr/check-ins/orderReviewAgenda.js'
import type { ObjectiveReview, ReviewAgendaItem } from './models/objectives.js'

/** Key results to speak about, worst first, with what to ask. */
export function agendaOf(objectives: readonly ObjectiveReview[]): ReviewAgendaItem[] {
  const items = objectives.flatMap(({ keyResults }) =>
    keyResults.map(({ keyResultId, status, confidence, confidenceChange }) => ({
      id: keyResultId,
      status,
      ...(confidence === null ? {} : { confidence }),
      ...(confidence === null || confidenceChange === null
        ? {}
        : { previousConfidence: Math.min(1, Math.max(0, confidence - confidenceChange)) }),
    })),
  )
  return orderReviewAgenda(items).map((item) => ({ ...item, question: `question.${item.status}` }))
}
