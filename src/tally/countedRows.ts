/** Rows of columns, of which some count: what is counted loops over the arrays, without a call or an object a row. */
export interface CountedRows {
  readonly length: number
  /** Whose row it is, by code. */
  readonly customer: Uint32Array
  /** Epoch milliseconds. */
  readonly at: Float64Array
  /** 1 for a row that counts, 0 for one that was left out. */
  readonly isCounted: Uint8Array
}
