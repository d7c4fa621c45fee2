import { fail } from '../internal/fail.js'
import { grown } from '../internal/grown.js'
import { createDictionary } from '../tally/createDictionary.js'
import { type DayColumns, groupDayRows } from './groupDayRows.js'
import type { ScaledAmount } from './readScaledAmount.js'

/** Customer-days as the orders come. */
export interface DayRows {
  /** Adds an order, or a return (no purchase), to a customer's day; null is an amount that nobody knows. */
  add(customer: string, day: number, orders: 0 | 1, amount: ScaledAmount | null, returned: ScaledAmount): void
  /** The rows united by customer and day; customers sorted, or in order of first appearance. May be called once. */
  finish(sorted: boolean): DayColumns & { scale: number }
}

/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/**
 * Collects orders by customer and day with exact amounts: whole numbers at the finest scale seen so far.
 *
 * Twenty-five bytes an order. The scale begins at whole units and grows at most six times; what stands is then brought
 * to the finer one.
 */
export function createDayRows(): DayRows {
  const customers = createDictionary('customers')
  let codes = new Uint32Array(1024)
  let days = new Int32Array(1024)
  let orders = new Uint8Array(1024)
  let amounts = new Float64Array(1024)
  let returns = new Float64Array(1024)
  let length = 0
  let scale = 0

  return {
    add: (customer, day, purchases, amount, returned) => {
      if (length >= codes.length) {
        codes = grown(codes, length)
        days = grown(days, length)
        orders = grown(orders, length)
        amounts = grown(amounts, length)
        returns = grown(returns, length)
      }
      refine(Math.max(amount?.decimals ?? 0, returned.decimals))
      codes[length] = customers.codeOf(customer)
      days[length] = day
      orders[length] = purchases
      amounts[length] = amount === null ? Number.NaN : atScale(amount)
      returns[length] = atScale(returned)
      length += 1
    },
    finish: (sorted) => ({
      scale,
      ...groupDayRows({ customers: customers.texts, codes, days, orders, amounts, returns, length }, sorted),
    }),
  }

  function refine(decimals: number): void {
    if (decimals <= scale) return
    const factor = 10 ** (decimals - scale)
    for (const values of [amounts, returns]) {
      for (let row = 0; row < length; row += 1) values[row] = checked((values[row] ?? 0) * factor)
    }
    scale = decimals
  }

  function atScale({ units, decimals }: ScaledAmount): number {
    return checked(units * 10 ** (scale - decimals))
  }
}

function checked(amount: number): number {
  if (amount > largestAmount) {
    fail('AMOUNT_OUT_OF_RANGE', 'orders', 'a sum must be 2^53 at most, in units of the finest amount', amount)
  }
  return amount
}
