import type { Tally } from '../../tally/model.js'
import type { Answer } from './readAnswers.js'

/** The answers of a tally. */
export function answersOf(tally: Tally<object>): Answer[] {
  return tally.cells.flatMap(({ segment, key = '', rows = [] }) =>
    rows.map((row) => ({ account: undefined, ...row, respondent: key, segment }) as unknown as Answer),
  )
}
