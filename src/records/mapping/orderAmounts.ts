import { type Decimal, decimalText, toDecimal } from '../../internal/decimal.js'
import { isDecimalText } from '../../internal/isDecimalText.js'
import type { DecimalInput } from '../../measurement.js'
import type { Cell } from './cells.js'
import type { RowReader } from './createRowReader.js'
import { readIn } from './nested.js'

/** One line of an order, as cells. */
export interface LineCells {
  /** Units. */
  readonly quantity: Cell
  /** Amount of the line, or the price of one unit where `discount` stands beside it. */
  readonly price: Cell
  /** What is taken off the line. */
  readonly discount?: Cell
}

/** A line: quantity and amount; the amount of a line with a unit price is price x quantity - discount. */
export function readLine(reader: RowReader, { quantity, price, discount }: LineCells): object | undefined {
  const units = readIn(reader, quantity, { kind: 'quantity', required: true }, 'lines') as number | undefined
  const each = readIn(reader, price, { kind: 'amount' }, 'lines') as DecimalInput | undefined
  if (discount === undefined)
    return units === undefined ? undefined : { quantity: units, ...(each === undefined ? {} : { amount: each }) }
  const off = readIn(reader, discount, { kind: 'amount' }, 'lines') as DecimalInput | undefined
  if (units === undefined) return undefined
  if (each === undefined) return { quantity: units }
  const amount = decimal(each)
    .times(decimal(units))
    .minus(decimal(off ?? 0))
  const text = decimalText(amount)
  return amount.isNegative() || !isDecimalText(text)
    ? reader.report('lines', 'invalid_amount', price)
    : { quantity: units, amount: text }
}

/** The sum of amounts without their signs as text; undefined when one is wrong. */
export function sumOfAmounts(reader: RowReader, cells: readonly Cell[], of: string): string | undefined {
  let sum: Decimal = decimal(0)
  let isWhole = true
  for (const cell of cells) {
    const value = readIn(reader, cell, { kind: 'signedAmount', required: true }, of) as DecimalInput | undefined
    if (value === undefined) isWhole = false
    else sum = sum.plus(decimal(value).abs())
  }
  const text = decimalText(sum)
  if (isWhole && !isDecimalText(text)) return reader.report(of, 'invalid_amount', cells[0])
  return isWhole ? text : undefined
}

/** What a refunded order gave back: the larger of its total and what the row lists. */
export function refundedInFull(reader: RowReader, listed: unknown): unknown {
  const total = reader.valueOf('total') as DecimalInput | undefined
  if (total === undefined || listed === undefined) return total ?? listed
  return decimal(listed as DecimalInput).greaterThan(decimal(total)) ? listed : total
}

function decimal(value: DecimalInput): Decimal {
  return toDecimal(value, 'amount')
}
