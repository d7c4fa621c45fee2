/** What every record may carry besides its fields. */
export interface Extra {
  /** Columns of the source that are no field; ignored by metrics except as a `segmentBy`. */
  readonly extra?: { readonly [column: string]: unknown } | undefined
}

/** An amount of money. */
export interface Money {
  /** Decimal text, e.g. `'490.00'`. */
  readonly amount: string
  /** ISO 4217 code, e.g. `'EUR'`. */
  readonly currency: string
}
