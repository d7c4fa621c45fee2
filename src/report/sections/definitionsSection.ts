import type { Definition } from '../../measurement.js'
import type { Piece, Section, Text } from '../model.js'
import { optionPieces } from '../optionPieces.js'
import type { ReportContext } from '../reportContext.js'

/** The options that made each figure: what reconciles it with another tool's. */
export function definitionsSection(context: ReportContext): Section | null {
  const { review, heading, term, words, messages } = context
  const { definitions } = review
  if (definitions.length === 0) return null
  const common = `${term('asOf')}: ${messages.date(review.asOf)} · ${term('timeZone')}: `
  return {
    id: 'definitions',
    title: heading('definitions'),
    blocks: [
      { kind: 'paragraph', text: [{ text: common }, { text: review.timeZone, isUser: true }] },
      {
        kind: 'table',
        caption: heading('definitions'),
        columns: [{ header: term('metric') }, { header: term('definition') }],
        rows: definitions.map(({ metric, definition }) => [[words.term(metric)], definitionText(definition, context)]),
      },
    ],
  }
}

/** Options as `name: choice`, then what qualifies the figure; day and zone are those of the review. */
function definitionText(definition: Definition, context: ReportContext): Text {
  const { caveats } = definition
  const parts: Piece[][] = Object.entries(definition)
    .filter(([name]) => !['asOf', 'timeZone', 'caveats'].includes(name))
    .flatMap(([name, value]) => {
      const pieces = optionPieces(name, value, context)
      return pieces === null ? [] : [pieces]
    })
  const codes = Array.isArray(caveats) ? caveats : []
  parts.push(...codes.map((code): Piece[] => [context.words.word('caveat', String(code))]))
  return parts.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: ' · ' }, ...pieces]))
}
