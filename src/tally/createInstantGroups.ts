import { grown } from '../internal/grown.js'
import type { CountedRows } from './countedRows.js'
import { groupByCode } from './groupByCode.js'

/** Instants by a dense code, grouped at the end. */
export interface InstantGroups {
  add(code: number, at: number): void
  /** Adds all that count of columns. */
  addRows(rows: CountedRows): void
  /** The ascending instants of each code below a number of codes, none of a code without any; views of one array. */
  group(codes: number): (code: number) => Float64Array
}

/**
 * Collects instants by code: twelve bytes each, sorted into groups by counting.
 *
 * For what depends on the order of events inside a customer.
 */
export function createInstantGroups(): InstantGroups {
  let codes = new Uint32Array(1024)
  let values = new Float64Array(1024)
  let length = 0
  return {
    add: (code, at) => {
      if (length >= values.length) {
        codes = grown(codes, length)
        values = grown(values, length)
      }
      codes[length] = code
      values[length] = at
      length += 1
    },
    addRows: (rows) => {
      codes = grown(codes, length + rows.length)
      values = grown(values, length + rows.length)
      length = copy(rows.customer, rows.at, rows.isCounted, codes, values, length)
    },
    group: (count) => groupByCode({ codes, values, length }, count),
  }
}

/** Appends the rows that count; the length with them. */
function copy(
  customer: Uint32Array,
  at: Float64Array,
  isCounted: Uint8Array,
  codes: Uint32Array,
  values: Float64Array,
  from: number,
): number {
  let length = from
  for (let row = 0; row < isCounted.length; row += 1) {
    if (isCounted[row] === 0) continue
    codes[length] = customer[row] ?? 0
    values[length] = at[row] ?? 0
    length += 1
  }
  return length
}
