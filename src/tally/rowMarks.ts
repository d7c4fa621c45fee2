/** Member of a row of columns: its segment. */
export const rowSegment: unique symbol = /* @__PURE__ */ Symbol.for('retention-okr.segment') as never

/** Member of a row of columns: why it is left out, decided when the columns were made. */
export const rowReason: unique symbol = /* @__PURE__ */ Symbol.for('retention-okr.reason') as never

/** A row of columns. */
export interface MarkedRow {
  readonly [rowSegment]?: string
  readonly [rowReason]?: string
}
