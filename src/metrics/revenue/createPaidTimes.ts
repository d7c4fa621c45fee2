import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { Decimal } from '../../internal/decimal.js'
import type { SpanOptions } from '../../records/options.js'
import { mrrText } from '../../records/payingRow.js'
import type { PayingTime } from '../../records/payingTime.js'
import { createCustomerCells } from '../internal/createCustomerCells.js'
import { createPayingTimes, type PayingTimes, piecesOfRow } from '../internal/createPayingTimes.js'
import { type PaidPiece, type RevenueStep, revenueSteps } from './revenueSteps.js'

/** What one customer pays over time. */
export interface CustomerSteps {
  customerId: string
  steps: RevenueStep[]
}

/** What subscriptions pay, as they come. */
export interface PaidTimes {
  add(time: PayingTime): void
  /** The currencies of what was added. */
  readonly currencies: ReadonlySet<string>
  /** What each customer pays, by id; may be called once. */
  finish(rule: { readonly spans: SpanOptions; readonly timeZone: string }): CustomerSteps[]
}

/** Collects what subscriptions pay, by customer, whatever their segments: no row is kept as an object. */
export function createPaidTimes(): PaidTimes {
  const cells = createCustomerCells()
  const times = createPayingTimes()
  const currencies = new Set<string>()
  const mrrs: (string | number)[] = []
  const currencyOf: string[] = []

  function piecesOf(grouped: PayingTimes, row: number): PaidPiece[] {
    const mrr = new Decimal(mrrText({ mrr: mrrs[row] ?? '0.00' }))
    const currency = currencyOf[row] ?? ''
    return piecesOfRow(grouped, row).map(({ start, end }) => ({ start, end, currency, mrr }))
  }

  return {
    currencies,
    add: (time) => {
      times.add(cells.codeOf(time.customerId, undefined), time)
      mrrs.push(time.mrr)
      currencyOf.push(time.currency)
      currencies.add(time.currency)
    },
    finish: ({ spans, timeZone }) => {
      const grouped = times.group(cells.size())
      const { rows, bounds, ids } = grouped
      const byId = (a: number, b: number): number => compareCodeUnits(ids[a] ?? '', ids[b] ?? '')
      const customers = cells.customers.map((customerId, cell): CustomerSteps => {
        const own = [...rows.subarray(bounds[cell], bounds[cell + 1])].sort(byId)
        const pieces = own.flatMap((row) => piecesOf(grouped, row))
        return { customerId, steps: revenueSteps(pieces, spans, timeZone) }
      })
      return customers.sort((a, b) => compareCodeUnits(a.customerId, b.customerId))
    },
  }
}
