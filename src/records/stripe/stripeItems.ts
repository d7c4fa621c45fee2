import { isBlankCell, isRow } from '../mapping/cells.js'
import type { RowReader } from '../mapping/createRowReader.js'

/** The items of a subscription, a list or an object with one; undefined when they are neither, or blank. */
export function stripeItems(reader: RowReader): readonly unknown[] | undefined {
  const { value } = reader.cell('mrr')
  if (isBlankCell(value)) return undefined
  if (Array.isArray(value)) return value
  return isRow(value) && Array.isArray(value['data']) ? value['data'] : undefined
}
