import type { Tally } from '../../tally/model.js'
import type { KeyedRow } from './keyedTally.js'
import { nestedRecords } from './nestedRecords.js'

/** The rows of a keyed tally, each with the key of its cell; the columns are those that the family wrote. */
export function rowsOfTally<Row extends KeyedRow>(tally: Tally<object>): Row[] {
  return tally.cells.flatMap(({ key = '', rows = [] }) =>
    nestedRecords(rows, 'source.cells.rows').map((row) => ({ key, row }) as Row),
  )
}
