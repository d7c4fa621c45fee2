import { fail } from '../internal/fail.js'
import { isIterable } from '../internal/guards.js'
import { createRowCells, isBlankCell } from './mapping/cells.js'
import { textOf } from './mapping/decodeCell.js'
import type { Row } from './mapping/model.js'

/**
 * Groups the neighbouring rows of one order, for exports that write a line of an order in a row of its own.
 *
 * A group is a run of neighbouring rows with one trimmed text in the column; a blank cell continues the run before it.
 * Equal texts that are not neighbours are two groups: an order exported twice stays two equal records.
 *
 * @param rows Rows of one export, in order.
 * @param column Column whose text names the group, e.g. `'Name'`.
 * @returns Groups in the order of the rows; every row is in one group. Blank rows at the beginning are a group.
 * @throws {@link RetentionOkrError} INVALID_INPUT when `rows` is not iterable, INVALID_OPTION when there are rows and
 * none has the column.
 * @example
 * ```ts
 * import { groupRows } from 'retention-okr/records'
 *
 * const rows = [{ Name: '#1', Line: 'a' }, { Name: '', Line: 'b' }, { Name: '#2', Line: 'c' }]
 * groupRows(rows, 'Name').map((group) => group.length) // => [2, 1]
 * ```
 * @since 0.1.0
 */
export function groupRows<R extends Row>(rows: Iterable<R>, column: string): R[][] {
  if (!isIterable(rows)) {
    fail('INVALID_INPUT', 'rows', 'must be an array or another iterable of rows', rows)
  }
  if (typeof column !== 'string' || column.trim() === '') fail('INVALID_OPTION', 'column', 'must be a name', column)
  const groups: R[][] = []
  let current: string | undefined
  let isFound = false
  for (const row of rows) {
    const cell = createRowCells([row], isBlankCell).find([column])
    isFound ||= cell.present
    // A cell that is no text has no name to compare: it stands alone.
    const name = isBlankCell(cell.value) ? undefined : (textOf(cell.value) ?? null)
    const last = groups.at(-1)
    if (last !== undefined && (name === undefined || name === current)) last.push(row)
    else groups.push([row])
    if (name !== undefined) current = name ?? undefined
  }
  if (groups.length > 0 && !isFound) fail('INVALID_OPTION', 'column', 'must be a column of the rows', 'unknown column')
  return groups
}
