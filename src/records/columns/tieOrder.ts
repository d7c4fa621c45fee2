import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { nobody } from './limits.js'

/**
 * Where every row goes, so that answers of one respondent at one instant stand in order of their ids; undefined when they
 * all stand right. Ids are not kept, but the later one of a tie is the one that counts.
 */
export function tieOrder(
  respondent: Uint32Array,
  at: Float64Array,
  { ids, respondents }: { ids: readonly string[]; respondents: number },
): Uint32Array | undefined {
  const places = Uint32Array.from(respondent.keys())
  let isMoved = false
  for (const rows of rowsByCode(respondent, respondents)) {
    if (!hasTies(rows, at)) continue
    const sorted = [...rows].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b)
    for (let first = 0; first < sorted.length; ) {
      let end = first + 1
      while (end < sorted.length && at[sorted[end] ?? 0] === at[sorted[first] ?? 0]) end += 1
      const tied = sorted.slice(first, end)
      const byId = [...tied].sort((a, b) => compareCodeUnits(ids[a] ?? '', ids[b] ?? ''))
      byId.forEach((row, index) => {
        const place = tied[index] ?? row
        if (place !== row) isMoved = true
        places[row] = place
      })
      first = end
    }
  }
  return isMoved ? places : undefined
}

/** Whether two of some rows are of one instant: most never are, and need not be put in order. */
function hasTies(rows: Uint32Array, at: Float64Array): boolean {
  if (rows.length === 2) return at[rows[0] ?? 0] === at[rows[1] ?? 0]
  const instants = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) instants[index] = at[rows[index] ?? 0] ?? 0
  instants.sort()
  for (let index = 1; index < instants.length; index += 1) if (instants[index] === instants[index - 1]) return true
  return false
}

/** The rows of every respondent with more than one, in order, by a counting sort. */
function* rowsByCode(codes: Uint32Array, count: number): Iterable<Uint32Array> {
  const ends = new Uint32Array(count + 1)
  for (const code of codes) if (code !== nobody) ends[code + 1] = (ends[code + 1] ?? 0) + 1
  for (let code = 0; code < count; code += 1) ends[code + 1] = (ends[code + 1] ?? 0) + (ends[code] ?? 0)
  const rows = new Uint32Array(ends[count] ?? 0)
  const next = ends.slice()
  codes.forEach((code, row) => {
    if (code === nobody) return
    rows[next[code] ?? 0] = row
    next[code] = (next[code] ?? 0) + 1
  })
  for (let code = 0; code < count; code += 1) {
    const [start, end] = [ends[code] ?? 0, ends[code + 1] ?? 0]
    if (end - start > 1) yield rows.subarray(start, end)
  }
}
