import { isBlankCell, isRow } from '../mapping/cells.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions } from '../mapping/model.js'
import { cellIn, readIn } from '../mapping/nested.js'
import { stripeItems } from './stripeItems.js'

/** The currency of the row, else of its prices, else of the caller; those of the row are one. */
export function readStripeCurrency(reader: RowReader, options: MapperOptions): unknown {
  const { column } = reader.cell('mrr')
  const prices = (stripeItems(reader) ?? [])
    .filter(isRow)
    .map((item) => cellIn(item, 'price.currency', column))
    .filter(({ value }) => !isBlankCell(value))
  const isRowBlank = reader.isBlank('currency')
  if (isRowBlank && prices.length === 0 && options.currency !== undefined) return options.currency.toUpperCase()
  let common: unknown
  if (!isRowBlank || prices.length === 0) {
    common = reader.read('currency', { kind: 'currency', required: true })
    if (common === undefined) return undefined
  }
  for (const cell of prices) {
    const currency = readIn(reader, cell, { kind: 'currency' }, 'currency')
    if (currency === undefined) return undefined
    common ??= currency
    if (currency !== common) return reader.report('currency', 'invalid_currency', cell)
  }
  return common
}
