import { localDayNumber } from '../../calendar/localDayNumber.js'
import type { Decimal } from '../../internal/decimal.js'
import { grown } from '../../internal/grown.js'
import type { Amount } from '../../internal/hundredths.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createMoneySums } from '../../tally/createMoneySums.js'
import { occasionsOf } from './occasionsOf.js'
import type { RfmValues } from './scoreRfm.js'

/** What customers spent, when and how often, as the purchases come. */
export interface SpendAccumulator {
  /** Adds a purchase of so many whole hundredths, or of an amount that they cannot hold. */
  add(customer: Key, at: number, spent: Amount): void
  /** Adds all that count of columns, with what each spent in whole hundredths; that of a row of NaN is asked for. */
  addRows(rows: CountedRows, spent: Float64Array, amountOf: (row: number) => Decimal): void
  /** The values of each customer; may be called once. */
  finish(): RfmValues[]
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
      keepLast(rows, last, occasions)
      groups?.addRows(rows)
      sums.addRows(customer, spent, isCounted, (row) => sums.addDecimal(customer[row] ?? 0, amountOf(row)))
    },
    finish: () => {
      const today = localDayNumber(asOf, timeZone)
      const instantsOf = groups?.group(customers.texts.length)
      const occasionsBy = (code: number): number =>
        instantsOf === undefined ? (occasions[code] ?? 0) : occasionsOf(instantsOf(code), occasion, timeZone).length
      const values: RfmValues[] = []
      customers.texts.forEach((customerId, code) => {
        // Columns also name customers without a purchase.
        if ((occasions[code] ?? 0) === 0) return
        values.push({
          customerId,
          recencyDays: today - localDayNumber(last[code] ?? 0, timeZone),
          frequency: occasionsBy(code),
          monetary: sums.sumOf(code),
        })
      })
      return values
    },
  }

  function reserve(code: number): void {
    if (code < last.length) return
    last = grown(last, code)
    occasions = grown(occasions, code)
  }
}

/** Keeps the last instant and the number of orders of each customer. */
function keepLast({ length, customer, at, isCounted }: CountedRows, last: Float64Array, occasions: Uint32Array): void {
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const code = customer[row] ?? 0
    const instant = at[row] ?? 0
    const before = occasions[code] ?? 0
    if (before === 0 || instant > (last[code] ?? 0)) last[code] = instant
    occasions[code] = before + 1
  }
}
