import { noDay } from '../calendar/localDaysOf.js'
import { nobody } from '../records/columns/limits.js'
import { testOrder } from '../records/columns/orderRows.js'
import type { OrderColumns } from '../records/model.js'
import { orderJudgements } from './orderJudgements.js'
import type { PurchaseDayRules } from './purchaseDayRules.js'

const codeOf = (name: (typeof orderJudgements)[number]): number => orderJudgements.indexOf(name)
const [purchase, returnRow, futureReturn] = [codeOf('purchase'), codeOf('return_row'), codeOf('future_return')]
const [unsaid, noCustomer, zeroValue] = [codeOf('unsaid'), codeOf('no_customer'), codeOf('zero_value')]
const [refunded, future] = [codeOf('refunded'), codeOf('future')]
/** What the states of an order make of it: paid and open are none. */
const ofStates = Uint8Array.of(purchase, purchase, codeOf('cancelled'), codeOf('failed'))
const test = codeOf('test')
/** Beyond this, amounts are read as text. */
const mostUnits = 1e15

/** Says of each order of columns whether it is a purchase, in one loop over their arrays; `days` are those of the orders. */
export function judgeOrderRows(columns: OrderColumns, days: Int32Array, rules: PurchaseDayRules): Uint8Array {
  const { length, customers, customer, at, total: totals, refunded: refunds, status } = columns
  const noName = customers.indexOf('')
  const { knownAt } = rules
  const lastDay = knownAt === undefined || knownAt.instant !== undefined ? Number.POSITIVE_INFINITY : knownAt.day
  const lastInstant = knownAt?.instant ?? Number.POSITIVE_INFINITY
  const [dropsFree, dropsRefunded] = [rules.zeroValue === 'exclude', rules.fullyRefunded === 'exclude']
  const judged = new Uint8Array(length)
  for (let row = 0; row < length; row += 1) {
    const total = totals[row] ?? 0
    const back = refunds === undefined ? 0 : (refunds[row] ?? 0)
    const day = days[row] ?? noDay
    const code = customer[row] ?? nobody
    const state = status === undefined ? 0 : (status[row] ?? 0)
    const isKnown = day <= lastDay && (at[row] ?? 0) <= lastInstant
    if (!isPlain(total) || !isPlain(back) || back < 0 || day === noDay) judged[row] = unsaid
    else if (code === nobody || code === noName) judged[row] = noCustomer
    else if (state > 0 && ofState(state) !== purchase) judged[row] = ofState(state)
    else if (total < 0) judged[row] = isKnown ? returnRow : futureReturn
    else if (total === 0 && dropsFree) judged[row] = zeroValue
    else if (total > 0 && dropsRefunded && back >= total) judged[row] = refunded
    else if (!isKnown) judged[row] = future
  }
  return judged
}

function ofState(state: number): number {
  return state >= testOrder ? test : (ofStates[state] ?? purchase)
}

/** A whole number that a double holds in any case. */
function isPlain(units: number): boolean {
  return units < mostUnits && units > -mostUnits && Math.floor(units) === units
}
