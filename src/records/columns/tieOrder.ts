import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { rowsByCode } from '../../tally/rowsByCode.js'
import { hasTies } from './hasTies.js'
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
  if (!hasTies(respondent, at)) return undefined
  // Answers of nobody known are one group more, which is not looked at.
  const codes = respondent.map((code) => (code === nobody ? respondents : code))
  const { rows, bounds } = rowsByCode(codes, codes.length, respondents + 1)
  let places: Uint32Array | undefined
  for (let code = 0; code < respondents; code += 1) {
    const [start, end] = [bounds[code] ?? 0, bounds[code + 1] ?? 0]
    if (!areTied(rows.subarray(start, end), at)) continue
    places ??= Uint32Array.from(respondent.keys())
    moveTies(places, rows.subarray(start, end), at, ids)
  }
  return places?.some((place, row) => place !== row) ? places : undefined
}

/** Puts the rows of one respondent that are of one instant in order of their ids. */
function moveTies(places: Uint32Array, rows: Uint32Array, at: Float64Array, ids: readonly string[]): void {
  const sorted = [...rows].sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b)
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1
    while (end < sorted.length && at[sorted[end] ?? 0] === at[sorted[first] ?? 0]) end += 1
    const tied = sorted.slice(first, end)
    const byId = [...tied].sort((a, b) => compareCodeUnits(ids[a] ?? '', ids[b] ?? ''))
    byId.forEach((row, index) => {
      places[row] = tied[index] ?? row
    })
    first = end
  }
}

/** Whether two of some rows are of one instant: only those are put in order. */
function areTied(rows: Uint32Array, at: Float64Array): boolean {
  if (rows.length < 2) return false
  const instants = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) instants[index] = at[rows[index] ?? 0] ?? 0
  instants.sort()
  for (let index = 1; index < instants.length; index += 1) if (instants[index] === instants[index - 1]) return true
  return false
}
