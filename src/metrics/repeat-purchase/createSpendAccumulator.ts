import { localDayNumber } from '../../calendar/localDayNumber.js'
import type { Decimal } from '../../internal/decimal.js'
import { grown } from '../../internal/grown.js'
import type { Amount } from '../../internal/hundredths.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createMoneySums } from '../../tally/createMoneySums.js'
import { sortCodes } from '../../tally/sortCodes.js'
import { occasionsOf } from './occasionsOf.js'
import type { RfmColumns } from './scoredRows.js'

/** What customers spent, when and how often, as the purchases come. */
export interface SpendAccumulator {
  /** Adds a purchase of so many whole hundredths, or of an amount that they cannot hold. */
  add(customer: Key, at: number, spent: Amount): void
  /** Adds all that count of columns, with what each spent in whole hundredths; that of a row of NaN is asked for. */
  addRows(rows: CountedRows, spent: Float64Array, amountOf: (row: number) => Decimal): void
  /** The values of each customer with a purchase; may be called once. */
  finish(): RfmColumns
}

/** What decides when a customer was here last, and how often. */
export interface SpendRule {
  asOf: number
  timeZone: string
  occasion: 'order' | 'day'
}

/** Keeps the last instant, the number of occasions and the exact sum of each customer. */
export function createSpendAccumulator(customers: Keys, { asOf, timeZone, occasion }: SpendRule): SpendAccumulator {
  const sums = createMoneySums()
  const groups = occasion === 'day' ? createInstantGroups() : undefined
  let last = new Float64Array(1024)
  let occasions = new Uint32Array(1024)
  return {
    add: (customer, at, spent) => {
      const code = customers.codeOf(customer)
      reserve(code)
      const before = occasions[code] ?? 0
      if (before === 0 || at > (last[code] ?? 0)) last[code] = at
      occasions[code] = before + 1
      groups?.add(code, at)
      if (typeof spent === 'number') sums.add(code, spent)
      else sums.addDecimal(code, spent)
    },
    addRows: (rows, spent, amountOf) => {
      const { customer, isCounted } = rows
      reserve(customers.texts.length)
      keepLast(customer, rows.at, isCounted, last, occasions)
      groups?.addRows(rows)
      sums.addRows(customer, spent, isCounted, (row) => sums.addDecimal(customer[row] ?? 0, amountOf(row)))
    },
    finish: () => {
      const codes = sortCodes(codesOf(occasions, customers.texts.length), customers.texts)
      const instantsOf = groups?.group(customers.texts.length)
      const customerIds: string[] = []
      const monetary: Amount[] = []
      const frequency = new Uint32Array(codes.length)
      for (let place = 0; place < codes.length; place += 1) {
        const code = codes[place] ?? 0
        customerIds.push(customers.texts[code] ?? '')
        monetary.push(sums.sumOf(code))
        frequency[place] =
          instantsOf === undefined ? (occasions[code] ?? 0) : occasionsOf(instantsOf(code), occasion, timeZone).length
      }
      const recencyDays = daysSince(last, codes, localDayNumber(asOf, timeZone), timeZone)
      return { customerIds, recencyDays, frequency, monetary }
    },
  }

  function reserve(code: number): void {
    if (code < last.length) return
    last = grown(last, code)
    occasions = grown(occasions, code)
  }
}

/** Keeps the last instant and the number of orders of each customer. */
function keepLast(
  customer: Uint32Array,
  at: Float64Array,
  isCounted: Uint8Array,
  last: Float64Array,
  occasions: Uint32Array,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    if (isCounted[row] === 0) continue
    const code = customer[row] ?? 0
    const instant = at[row] ?? 0
    const before = occasions[code] ?? 0
    if (before === 0 || instant > (last[code] ?? 0)) last[code] = instant
    occasions[code] = before + 1
  }
}

/** The codes with an order: columns also name customers without one. */
function codesOf(occasions: Uint32Array, customers: number): Uint32Array {
  const codes = new Uint32Array(customers)
  let length = 0
  for (let code = 0; code < customers; code += 1) {
    if ((occasions[code] ?? 0) === 0) continue
    codes[length] = code
    length += 1
  }
  return codes.subarray(0, length)
}

/** Local days from the last order of each code to a day. */
function daysSince(last: Float64Array, codes: Uint32Array, today: number, timeZone: string): Int32Array {
  const days = new Int32Array(codes.length)
  for (let place = 0; place < codes.length; place += 1) {
    days[place] = today - localDayNumber(last[codes[place] ?? 0] ?? 0, timeZone)
  }
  return days
}
