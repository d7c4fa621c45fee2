import { keyResultsOf } from '../keyResultsOf.js'
import type { Piece, Section, Text } from '../model.js'
import { ownerPieces } from '../ownerPieces.js'
import type { ReportContext } from '../reportContext.js'
import { statusPiece } from '../statusPiece.js'

/** Key results to speak about, worst first: the question to ask, and who answers it. */
export function agendaSection(context: ReportContext): Section | null {
  const { review, messages, words, heading, titleOf } = context
  if (review.agenda.length === 0) return null
  const owners = new Map(keyResultsOf(review).map(({ keyResultId, owner }) => [keyResultId, owner]))
  const items = review.agenda.map(({ id, status, question }): Text => {
    const asked = messages.message({ code: question, params: {} })
    const spoken: Piece[] = asked === question ? [] : [{ text: ` – ${asked}` }]
    return [
      statusPiece(status, words),
      { text: ' · ' },
      { text: titleOf(id), isUser: true },
      ...spoken,
      ...ownerPieces([owners.get(id)], context),
    ]
  })
  return { id: 'agenda', title: heading('agenda'), blocks: [{ kind: 'list', items }] }
}
