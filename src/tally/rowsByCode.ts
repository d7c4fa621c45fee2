/** The rows of codes, code by code. */
export interface CodedRows {
  /** The places of the rows; those of one code in the order in which they came. */
  rows: Uint32Array
  /** Where those of each code begin, and where the last end. */
  bounds: Uint32Array
}

/** Groups the first rows by dense codes below a number of them, by counting. */
export function rowsByCode(codes: Uint32Array, length: number, count: number): CodedRows {
  const bounds = new Uint32Array(count + 1)
  for (let row = 0; row < length; row += 1) {
    const next = (codes[row] ?? 0) + 1
    bounds[next] = (bounds[next] ?? 0) + 1
  }
  for (let code = 1; code <= count; code += 1) bounds[code] = (bounds[code] ?? 0) + (bounds[code - 1] ?? 0)
  const next = bounds.slice(0, count)
  const rows = new Uint32Array(length)
  for (let row = 0; row < length; row += 1) {
    const code = codes[row] ?? 0
    const place = next[code] ?? 0
    rows[place] = row
    next[code] = place + 1
  }
  return { rows, bounds }
}
