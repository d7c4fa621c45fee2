import { compareCells } from '../../tally/compareCells.js'
import { compareRows } from '../../tally/compareRows.js'
import type { Tally, TallyCell, TallyRow } from '../../tally/model.js'
import type { OpenedSource } from './openSource.js'

/** One record of a keyed tally: the key of its cell, and its columns. */
export interface KeyedRow {
  key: string
  row: { id?: string | undefined }
}

/** A tally of one cell a key, whose rows are in the order that a merge gives them. */
export function keyedTally(
  { kind, distinct }: { kind: string; distinct: string },
  opened: OpenedSource<KeyedRow, object>,
): Tally {
  const cells = new Map<string, TallyRow[]>()
  for (const { key, row } of opened.rows) {
    const plain = JSON.parse(JSON.stringify(row)) as TallyRow
    const rows = cells.get(key)
    if (rows === undefined) cells.set(key, [plain])
    else rows.push(plain)
  }
  const excluded = opened.exclusions.result()
  return {
    kind,
    definition: opened.definition,
    cells: [...cells].map(([key, rows]): TallyCell => ({ key, rows: rows.sort(compareRows) })).sort(compareCells),
    ...(excluded === undefined ? {} : { excluded }),
    distinct,
  }
}
