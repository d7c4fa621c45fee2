import { sortWhole } from './sortWhole.js'

/** Values by a dense code, of which all count, or those that are marked 1. */
export interface CodedValues {
  codes: Uint32Array
  values: Float64Array
  length: number
  isCounted?: Uint8Array | undefined
}

/** The ascending values of each code below a number of codes, none of a code without any: views of one array. */
export function groupByCode(
  { codes, values, length, isCounted }: CodedValues,
  count: number,
): (code: number) => Float64Array {
  const marks = isCounted ?? new Uint8Array(length).fill(1)
  const ends = endsOf(codes, marks, length, count)
  const grouped = new Float64Array(ends[count] ?? 0)
  spread(codes, values, marks, length, ends.slice(0, count), grouped)
  return (code) => sortWhole(grouped.subarray(ends[code], ends[code + 1]))
}

/** Where the values of each code end, after a 0. */
function endsOf(codes: Uint32Array, isCounted: Uint8Array, length: number, count: number): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(count + 1)
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const next = (codes[row] ?? 0) + 1
    ends[next] = (ends[next] ?? 0) + 1
  }
  for (let code = 1; code <= count; code += 1) ends[code] = (ends[code] ?? 0) + (ends[code - 1] ?? 0)
  return ends
}

function spread(
  codes: Uint32Array,
  values: Float64Array,
  isCounted: Uint8Array,
  length: number,
  next: Uint32Array,
  grouped: Float64Array,
): void {
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const code = codes[row] ?? 0
    const place = next[code] ?? 0
    grouped[place] = values[row] ?? 0
    next[code] = place + 1
  }
}
