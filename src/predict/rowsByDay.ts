import type { DayLanes } from './createDayRows.js'

/** The rows that count, `counted` of them, by day; on one day as they came. */
export function rowsByDay({ days, kinds, length }: DayLanes, counted: number): Uint32Array {
  const rows = new Uint32Array(counted)
  let [first, last, before] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let [index, isSorted] = [0, true]
  for (let row = 0; row < length; row += 1) {
    if ((kinds[row] ?? 0) > 1) continue
    const day = days[row] ?? 0
    if (day < before) isSorted = false
    if (day < first) first = day
    if (day > last) last = day
    before = day
    rows[index] = row
    index += 1
  }
  if (isSorted) return rows
  return sorted(rows, days, first, last)
}

/** By counting: there are few days. */
function sorted(rows: Uint32Array, days: Int32Array, first: number, last: number): Uint32Array {
  const next = new Uint32Array(last - first + 2)
  for (let index = 0; index < rows.length; index += 1) {
    const after = (days[rows[index] ?? 0] ?? 0) - first + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let day = 1; day < next.length; day += 1) next[day] = (next[day] ?? 0) + (next[day - 1] ?? 0)
  const order = new Uint32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0
    const day = (days[row] ?? 0) - first
    const at = next[day] ?? 0
    order[at] = row
    next[day] = at + 1
  }
  return order
}
