import { fail } from '../internal/fail.js'
import { grown } from '../internal/grown.js'
import type { ScaledAmount } from './readScaledAmount.js'

/** Orders as columns, in the order they came. */
export interface DayLanes {
  /** How many there are; the columns may have more room. */
  readonly length: number
  /** The customers by code. */
  readonly codes: Uint32Array
  /** Days from 1970-01-01. */
  readonly days: Int32Array
  /** 0 for a purchase, 1 for a return, more for what is left out. */
  readonly kinds: Uint8Array
  /** Amounts, those of returns below 0; NaN for one that nobody knows. */
  readonly amounts: Float64Array
  /** What was given back of purchases; undefined where nothing was. */
  readonly returns: Float64Array | undefined
  /** Amounts are to be divided by this. */
  readonly divisor: number
  /** Decimals of the amounts, then in whole units. */
  readonly scale: number
}

/** The same, growing. */
export interface DayRows extends DayLanes {
  length: number
  codes: Uint32Array
  days: Int32Array
  kinds: Uint8Array
  amounts: Float64Array
  returns: Float64Array
  scale: number
  /** Adds an order, or a return (no purchase), to a customer's day; null is an amount that nobody knows. */
  add(customer: number, day: number, kind: 0 | 1, amount: ScaledAmount | null, returned: ScaledAmount): void
  /** Makes room for so many more. */
  reserve(more: number): void
  /** Brings the amounts to as many decimals, if they have fewer. */
  refine(decimals: number): void
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
  const rows: DayRows = {
    length: 0,
    codes: new Uint32Array(16),
    days: new Int32Array(16),
    kinds: new Uint8Array(16),
    amounts: new Float64Array(16),
    returns: new Float64Array(16),
    divisor: 1,
    scale: 0,
    add,
    reserve,
    refine,
  }
  return rows

  function add(customer: number, day: number, kind: 0 | 1, amount: ScaledAmount | null, returned: ScaledAmount): void {
    const { length } = rows
    reserve(1)
    refine(Math.max(amount?.decimals ?? 0, returned.decimals))
    rows.codes[length] = customer
    rows.days[length] = day
    rows.kinds[length] = kind
    rows.amounts[length] = amount === null ? Number.NaN : amount.sign * atScale(amount)
    rows.returns[length] = atScale(returned)
    rows.length = length + 1
  }

  function reserve(more: number): void {
    const last = rows.length + more - 1
    if (last < rows.codes.length) return
    rows.codes = grown(rows.codes, last)
    rows.days = grown(rows.days, last)
    rows.kinds = grown(rows.kinds, last)
    rows.amounts = grown(rows.amounts, last)
    rows.returns = grown(rows.returns, last)
  }

  function refine(decimals: number): void {
    if (decimals <= rows.scale) return
    const factor = 10 ** (decimals - rows.scale)
    for (const values of [rows.amounts, rows.returns]) {
      for (let row = 0; row < rows.length; row += 1) values[row] = checkedAmount((values[row] ?? 0) * factor)
    }
    rows.scale = decimals
  }

  function atScale({ units, decimals }: ScaledAmount): number {
    return checkedAmount(units * 10 ** (rows.scale - decimals))
  }
}

function checkedAmount(amount: number): number {
  if (amount > largestAmount || amount < -largestAmount) {
    fail('AMOUNT_OUT_OF_RANGE', 'orders', 'a sum must be 2^53 at most, in units of the finest amount', amount)
  }
  return amount
}
