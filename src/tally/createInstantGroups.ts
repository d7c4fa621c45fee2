import { grown } from '../internal/grown.js'
import { sortWhole } from './sortWhole.js'

/** Instants by a dense code, grouped at the end. */
export interface InstantGroups {
  add(code: number, at: number): void
  /** The ascending instants of each code below a number of codes, none of a code without any; views of one array. */
  group(codes: number): (code: number) => Float64Array
}

/**
 * Collects instants by code: twelve bytes each, sorted into groups by counting.
 *
 * For what depends on the order of events inside a customer.
 */
export function createInstantGroups(): InstantGroups {
  let codeOf = new Uint32Array(1024)
  let instants = new Float64Array(1024)
  let length = 0
  return {
    add: (code, at) => {
      if (length >= instants.length) {
        codeOf = grown(codeOf, length)
        instants = grown(instants, length)
      }
      codeOf[length] = code
      instants[length] = at
      length += 1
    },
    group: (codes) => {
      const ends = new Uint32Array(codes + 1)
      for (let row = 0; row < length; row += 1) {
        const next = (codeOf[row] ?? 0) + 1
        ends[next] = (ends[next] ?? 0) + 1
      }
      for (let code = 1; code <= codes; code += 1) ends[code] = (ends[code] ?? 0) + (ends[code - 1] ?? 0)
      const next = ends.slice(0, codes)
      const grouped = new Float64Array(length)
      for (let row = 0; row < length; row += 1) {
        const code = codeOf[row] ?? 0
        const place = next[code] ?? 0
        grouped[place] = instants[row] ?? 0
        next[code] = place + 1
      }
      return (code) => sortWhole(grouped.subarray(ends[code], ends[code + 1]))
    },
  }
}
