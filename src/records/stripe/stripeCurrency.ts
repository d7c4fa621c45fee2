import { isRow } from '../mapping/cells.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { isCurrency, textOf } from '../mapping/decodeCell.js'
import { cellIn } from '../mapping/nested.js'
import { stripeItems } from './stripeItems.js'

/** The currency of the row, else of its first price; undefined when neither is one. */
export function stripeCurrency(reader: RowReader): string | undefined {
  const items = (stripeItems(reader) ?? []).filter(isRow)
  const cells = [reader.cell('currency'), ...items.map((item) => cellIn(item, 'price.currency', ''))]
  return cells
    .map(({ value }) => textOf(value) ?? '')
    .find(isCurrency)
    ?.toUpperCase()
}
