import { parseAmount } from '../../internal/parseAmount.js'
import type { OrderColumns } from '../models/columns.js'
import { orderAt, wideByRow } from './orderRows.js'
import { powerOf } from './scaledAmount.js'

/** The amounts of orders as whole hundredths; NaN is one that has more decimals or digits. */
export interface OrderHundredths {
  readonly total: Float64Array
  /** Absent: nothing was paid back. */
  readonly refunded: Float64Array | undefined
}

/** The amounts of columns as hundredths: their own arrays, where they are such already. */
export function orderHundredths(columns: OrderColumns): OrderHundredths {
  const { scale, total, refunded } = columns
  const wide = wideByRow(columns)
  const factor = powerOf(scale - 2)
  const amounts = {
    total: inHundredths(total, factor),
    refunded: refunded === undefined && wide.size === 0 ? undefined : inHundredths(refunded ?? none(total), factor),
  }
  if (wide.size === 0) return amounts
  // The arrays of the caller are not written to.
  const own = { total: amounts.total.slice(), refunded: (amounts.refunded ?? none(total)).slice() }
  for (const row of wide.keys()) {
    const order = orderAt(columns, row, wide)
    own.total[row] = parseAmount(order.total)
    own.refunded[row] = order.refunded === undefined ? 0 : parseAmount(order.refunded)
  }
  return own
}

function none({ length }: Float64Array): Float64Array {
  return new Float64Array(length)
}

/** Beyond 1e15, hundredths are read from the text, as those of records are. */
function inHundredths(amounts: Float64Array, factor: number): Float64Array {
  if (factor === 1 && areSmall(amounts)) return amounts
  const hundredths = new Float64Array(amounts.length)
  for (let row = 0; row < amounts.length; row += 1) {
    const value = (amounts[row] ?? 0) / factor
    hundredths[row] = Number.isInteger(value) && value < 1e15 && value > -1e15 ? value : Number.NaN
  }
  return hundredths
}

function areSmall(amounts: Float64Array): boolean {
  for (let row = 0; row < amounts.length; row += 1) {
    const value = amounts[row] ?? 0
    if (value >= 1e15 || value <= -1e15) return false
  }
  return true
}
