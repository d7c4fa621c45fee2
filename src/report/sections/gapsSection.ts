import { clean } from '../../internal/clean.js'
import type { Piece, Section } from '../model.js'
import type { ReportContext } from '../reportContext.js'

/** What could not be computed, and which records, fields or options would allow it. */
export function gapsSection(context: ReportContext): Section | null {
  const { review, heading, term, words } = context
  const { gaps } = review
  if (gaps.length === 0) return null
  return {
    id: 'gaps',
    title: heading('gaps'),
    blocks: [
      {
        kind: 'table',
        caption: heading('gaps'),
        columns: [{ header: term('metric') }, { header: term('reason') }, { header: term('needs') }],
        rows: gaps.map(({ what, code, needs }) => [
          [whatPiece(what, context)],
          [words.word('gap', code)],
          needs.flatMap((need, index) => [...(index === 0 ? [] : [{ text: ', ' }]), ...needPieces(need, context)]),
        ]),
      },
    ],
  }
}

/** A metric or a detector. */
function whatPiece(what: string, { words }: ReportContext): Piece {
  const detector = words.word('detector', what)
  return detector.isUser ? words.term(what) : detector
}

/** A type of records, one of its fields, or an option. */
function needPieces(need: string, { words }: ReportContext): Piece[] {
  const [owner = '', ...field] = need.split('.')
  const records = words.term(owner)
  if (field.length > 0 && records.isUser !== true) {
    return [records, { text: ': ' }, { text: clean(field.join('.')), isUser: true }]
  }
  return [field.length === 0 && records.isUser !== true ? records : optionPiece(need, words)]
}

function optionPiece(need: string, words: ReportContext['words']): Piece {
  const option = words.word('option', need.replace(/^policy\./u, ''))
  return option.isUser ? { text: clean(need), isUser: true } : option
}
