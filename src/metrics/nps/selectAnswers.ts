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
  const usual = kind === context.kind ? markUsual(columns, context, isCounted) : 0
  // One scale for all rows: it is looked at once.
  if (usual > 0) assertSameScale(columns, scale, isCounted.indexOf(1))
  for (let row = usual < length ? isCounted.indexOf(0) : -1; row >= 0; row = isCounted.indexOf(0, row + 1)) {
    const own = score[row] ?? Number.NaN
    const reason = reasonOf(at[row] ?? 0, kind, Number.isNaN(own), context)
    // What is known, of the kind and not blank, and yet not usual, is no score of the scale.
    if (reason === undefined) assertScore(own, scale, row)
    else leaveOut(reason, at[row] ?? 0)
  }
  for (const row of twins) leaveOut('duplicate', at[row] ?? 0)
  return isCounted
}

/** Marks the answers that are known and have a score of the scale, as most have; how many. */
function markUsual(
  { length, at, score }: ResponseColumns,
  { asOf, scale }: AnswerContext,
  isCounted: Uint8Array,
): number {
  const { min, max } = endsOf(scale)
  const isCoerced = scale === 'coerce'
  let usual = 0
  for (let row = 0; row < length; row += 1) {
    const own = score[row] ?? Number.NaN
    if (!((at[row] ?? 0) <= asOf && own >= min && own <= max)) continue
    if (!isCoerced && !Number.isInteger(own)) continue
    isCounted[row] = 1
    usual += 1
  }
  return usual
}
