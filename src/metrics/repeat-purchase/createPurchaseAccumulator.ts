import { grown } from '../../internal/grown.js'
import { countBetween } from '../../tally/countBetween.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import type { PurchaseCounts } from './model.js'
import { occasionsOf } from './occasionsOf.js'
import { addCustomer, addOccasions, emptyPurchases, type WindowRule } from './purchasesOfWindow.js'

/** The purchases of one window as they come, in any order. */
export interface PurchaseAccumulator {
  add(customer: Key, at: number): void
  /** Adds all that count of columns. */
  addRows(rows: CountedRows): void
  /** The counts; may be called once. */
  finish(): PurchaseCounts
}

/** Keeps of each customer what the counts of a window need; returning buyers only where they are asked for. */
export function createPurchaseAccumulator(customers: Keys, rule: WindowRule, returning: boolean): PurchaseAccumulator {
  const isOrdered = rule.occasion === 'day' || rule.withinDays !== undefined
  return isOrdered ? accumulateInstants(customers, rule) : accumulateNumbers(customers, rule, returning)
}

/** Twelve bytes a customer: where each order is an occasion, how many lie before, in and after the window is all. */
function accumulateNumbers(customers: Keys, rule: WindowRule, returning: boolean): PurchaseAccumulator {
  const { start, until } = rule
  let before = new Uint32Array(1024)
  let inside = new Uint32Array(1024)
  let after = new Uint32Array(1024)
  return {
    add: (customer, at) => {
      const isInside = at >= start && at < until
      if (!isInside && !returning) return
      const code = customers.codeOf(customer)
      reserve(code)
      const counted = isInside ? inside : at < start ? before : after
      counted[code] = (counted[code] ?? 0) + 1
    },
    addRows: (rows) => {
      reserve(customers.texts.length)
      countBetween(inside, rows, start, until)
      if (!returning) return
      countBetween(before, rows, Number.NEGATIVE_INFINITY, start)
      countBetween(after, rows, until, Number.POSITIVE_INFINITY)
    },
    finish: () => addAll({ before, inside, after }, customers.texts.length, rule),
  }

  function reserve(code: number): void {
    if (code < inside.length) return
    before = grown(before, code)
    inside = grown(inside, code)
    after = grown(after, code)
  }
}

/** Orders of each customer before, in and after the window. */
type OrderNumbers = Record<'before' | 'inside' | 'after', Uint32Array>

function addAll({ before, inside, after }: OrderNumbers, customers: number, rule: WindowRule): PurchaseCounts {
  const counts = emptyPurchases(rule.withinDays)
  for (let code = 0; code < customers; code += 1) {
    addOccasions(counts, { before: before[code] ?? 0, inside: inside[code] ?? 0, after: after[code] ?? 0 }, rule)
  }
  return counts
}

/** The general way: the days between the occasions need all instants in order. */
function accumulateInstants(customers: Keys, rule: WindowRule): PurchaseAccumulator {
  const groups = createInstantGroups()
  return {
    add: (customer, at) => groups.add(customers.codeOf(customer), at),
    addRows: groups.addRows,
    finish: () => {
      const counts = emptyPurchases(rule.withinDays)
      const instantsOf = groups.group(customers.texts.length)
      for (let code = 0; code < customers.texts.length; code += 1) {
        addCustomer(counts, occasionsOf(instantsOf(code), rule.occasion, rule.timeZone), rule)
      }
      return counts
    },
  }
}
