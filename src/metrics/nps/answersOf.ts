import type { Tally } from '../../tally/model.js'
import { nestedRecords } from '../internal/nestedRecords.js'
import type { Answer } from './readAnswers.js'

/** The answers of a tally. */
export function answersOf(tally: Tally<object>): Answer[] {
  return tally.cells.flatMap(({ segment, key = '', rows = [] }) =>
    nestedRecords(rows, 'source.cells.rows').map(
      (row) => ({ account: undefined, ...row, respondent: key, segment }) as unknown as Answer,
    ),
  )
}
