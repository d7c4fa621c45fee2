import { clean } from '../../internal/clean.js'
import type { Messages } from '../../locales/model.js'
import { figureOf } from '../figureOf.js'
import { intervalOf } from '../intervalOf.js'
import type { Block, Piece, Section } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'
import { sizeOf } from '../sizeOf.js'

/** Quality of the hand-offs: figures, then defects by kind. */
export function handoffSection(context: ReportContext): Section | null {
  const { review, messages, heading, term, words } = context
  const { handoff } = review
  if (handoff === undefined) return null
  const figures = [handoff.cleanHandoffRate, handoff.responseAttainment, handoff.acceptance, handoff.reassigned]
  const defects = Object.entries(handoff.defectsByKind)
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: heading('handoff'),
      columns: [{ header: term('metric') }, ...numberColumns([term('current'), term('interval'), term('sampleSize')])],
      rows: figures.map((figure) => [
        [words.term(figure.metric)],
        [figureOf(figure, context)],
        [intervalOf(figure, context)],
        [sizeOf(figure, context)],
      ]),
    },
  ]
  if (defects.length > 0) {
    blocks.push({
      kind: 'table',
      caption: term('defect'),
      columns: [{ header: term('defect') }, ...numberColumns([term('count')])],
      rows: defects.map(([defect, count]) => [[defectPiece(defect, messages)], [{ text: messages.number(count) }]]),
    })
  }
  return { id: 'handoff', title: heading('handoff'), blocks }
}

/** A kind of defect with its field, e.g. `missing:phone`, in words. */
function defectPiece(defect: string, messages: Messages): Piece {
  const [kind = '', ...field] = defect.split(':')
  const code = `handoff.${kind}`
  const text = messages.message({ code, params: { field: field.join(':') } })
  return { text: clean(text === code ? defect : text), isUser: true }
}
