import { canonicalJson } from '../internal/canonicalJson.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { addDecimalTexts } from './addDecimalTexts.js'
import { compareRows } from './compareRows.js'
import type { TallyCell } from './model.js'

/** Two cells of one key as one, and how many rows both had. */
export function mergeCells(
  a: TallyCell<object>,
  b: TallyCell<object>,
): { cell: TallyCell<object>; duplicates: number } {
  const counts = mergeMembers(a.counts as Record<string, number>, b.counts as Record<string, number>, (x, y) => x + y)
  const amounts = mergeMembers(a.amounts, b.amounts, addDecimalTexts)
  const lists = mergeMembers(a.lists, b.lists, mergeLists)
  const united = a.rows === undefined && b.rows === undefined ? undefined : uniteRows(a.rows ?? [], b.rows ?? [])
  return {
    cell: {
      ...a,
      ...(counts === undefined ? {} : { counts }),
      ...(amounts === undefined ? {} : { amounts }),
      ...(lists === undefined ? {} : { lists }),
      ...(united === undefined ? {} : { rows: united.rows }),
    },
    duplicates: united?.duplicates ?? 0,
  }
}

function mergeMembers<V>(
  a: Record<string, V> | undefined,
  b: Record<string, V> | undefined,
  combine: (x: V, y: V) => V,
): Record<string, V> | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const merged = new Map(Object.entries(a))
  for (const [name, value] of Object.entries(b)) {
    const present = merged.get(name)
    merged.set(name, present === undefined ? value : combine(present, value))
  }
  return Object.fromEntries(merged)
}

type List = readonly (number | string)[]

function mergeLists(a: List, b: List): List {
  return [...a, ...b].sort((x, y) =>
    typeof x === 'number' && typeof y === 'number' ? x - y : compareCodeUnits(String(x), String(y)),
  )
}

type Rows = NonNullable<TallyCell['rows']>

/** Rows without an id cannot be told apart: all of them stay. */
function uniteRows(a: Rows, b: Rows): { rows: Rows; duplicates: number } {
  const byId = new Map(a.filter(({ id }) => id !== undefined).map((row) => [row.id, canonicalJson(row)]))
  const added = b.filter((row) => {
    const present = row.id === undefined ? undefined : byId.get(row.id)
    if (present !== undefined && present !== canonicalJson(row)) {
      fail('CONFLICTING_RECORDS', 'rows', 'one id has one content', 'two contents')
    }
    return present === undefined
  })
  const rows = [...a, ...added].sort(compareRows)
  return { rows, duplicates: b.length - added.length }
}
