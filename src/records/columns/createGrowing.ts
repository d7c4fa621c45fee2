/** A typed array that columns are made of. */
export type ColumnArray = Float64Array | Uint32Array | Uint16Array | Uint8Array | Int16Array

/** A typed array whose length is not known yet. */
export interface Growing<A extends ColumnArray> {
  readonly get: (row: number) => number
  readonly set: (row: number, value: number) => void
  /** The rows up to a length, in an array of that size. */
  readonly done: (length: number) => A
}

/** A typed array that doubles as rows are set. */
export function createGrowing<A extends ColumnArray>(make: (length: number) => A): Growing<A> {
  let values = make(1024)
  return {
    get: (row) => values[row] ?? Number.NaN,
    set: (row, value) => {
      if (row >= values.length) {
        const larger = make(values.length * 2)
        larger.set(values)
        values = larger
      }
      values[row] = value
    },
    done: (length) => values.slice(0, length) as A,
  }
}
