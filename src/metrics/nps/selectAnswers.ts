import type { ResponseColumns } from '../../records/model.js'
import { columnFacts } from '../../tally/columnFacts.js'
import { assertSameScale, assertScore, reasonOf } from './answerRules.js'
import { type AnswerContext, endsOf } from './answerScale.js'

/** The answers of columns that count, each 1; those left out are reported with their reason and instant. */
export function selectAnswers(
  columns: ResponseColumns,
  context: AnswerContext,
  leaveOut: (reason: string, at: number) => void,
): Uint8Array {
  const { length, at, score, kind = 'nps' } = columns
  const { scale } = context
  const { twins } = columnFacts(columns, 'responses', ['responses'])
  const isCounted = new Uint8Array(length)
  const { min, max } = endsOf(scale)
  if (kind === context.kind) markUsual(isCounted, at, score, context.asOf, min, max, scale !== 'coerce')
  const first = isCounted.indexOf(1)
  // One scale for all rows: it is looked at once.
  if (first >= 0) assertSameScale(columns, scale, first)
  for (let row = isCounted.indexOf(0); row >= 0; row = isCounted.indexOf(0, row + 1)) {
    const own = score[row] ?? Number.NaN
    const reason = reasonOf(at[row] ?? 0, kind, Number.isNaN(own), context)
    // What is known, of the kind and not blank, and yet not usual, is no score of the scale.
    if (reason === undefined) assertScore(own, scale, row)
    else leaveOut(reason, at[row] ?? 0)
  }
  for (const row of twins) leaveOut('duplicate', at[row] ?? 0)
  return isCounted
}

/** Marks the answers that are known and have a score of the scale, as most have. */
function markUsual(
  marks: Uint8Array,
  at: Float64Array,
  scores: Float64Array,
  asOf: number,
  min: number,
  max: number,
  areWhole: boolean,
): void {
  for (let row = 0; row < marks.length; row += 1) {
    const score = scores[row] ?? Number.NaN
    const isOnScale = score >= min && score <= max && (!areWhole || Math.floor(score) === score)
    if (isOnScale && (at[row] ?? 0) <= asOf) marks[row] = 1
  }
}
