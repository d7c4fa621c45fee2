import type { Column } from './model.js'

/** Columns of numbers, which stand to the right. */
export function numberColumns(headers: readonly string[]): Column[] {
  return headers.map((header) => ({ header, isNumber: true }))
}
