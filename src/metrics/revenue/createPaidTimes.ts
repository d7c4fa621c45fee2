import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
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
  /** What each customer pays, by id, found anew for each loop: all steps at once would take ten times the room. */
  finish(rule: { readonly spans: SpanOptions; readonly timeZone: string }): Iterable<CustomerSteps>
}

/** Collects what subscriptions pay, by customer, whatever their segments: no row is kept as an object. */
export function createPaidTimes(): PaidTimes {
  const cells = createCustomerCells()
  const times = createPayingTimes()
  const currencies = new Set<string>()
  const mrrs: (string | number)[] = []
  const currencyOf: string[] = []

  /** The pieces of a customer, by id. */
  function piecesOf(grouped: PayingTimes, cell: number): PaidPiece[] {
    const { rows, bounds, ids } = grouped
    const [first = 0, until = 0] = [bounds[cell], bounds[cell + 1]]
    // Most customers have one subscription.
    if (until - first === 1) return piecesOfPaid(grouped, rows[first] ?? 0)
    return [...rows.subarray(first, until)]
      .sort((a, b) => compareCodeUnits(ids[a] ?? '', ids[b] ?? ''))
      .flatMap((row) => piecesOfPaid(grouped, row))
  }

  function piecesOfPaid(grouped: PayingTimes, row: number): PaidPiece[] {
    const mrr = new Decimal(mrrText({ mrr: mrrs[row] ?? '0.00' }))
    const currency = currencyOf[row] ?? ''
    return piecesOfRow(grouped, row).map(({ start, end }) => ({ start, end, currency, mrr }))
  }

  return {
    currencies,
    add: (time) => {
      const { row, currency } = time
      if (typeof currency !== 'string')
        fail('INVALID_INPUT', `subscriptions[${row}].currency`, 'must be text', currency)
      times.add(cells.codeOf(time.customerId, undefined), time)
      mrrs.push(time.mrr)
      currencyOf.push(currency)
      currencies.add(currency)
    },
    finish: ({ spans, timeZone }) => {
      const { customers } = cells
      const grouped = times.group(cells.size())
      const order = Uint32Array.from(customers, (_, cell) => cell)
      order.sort((a, b) => compareCodeUnits(customers[a] ?? '', customers[b] ?? ''))
      return {
        *[Symbol.iterator]() {
          for (const cell of order) {
            const steps = revenueSteps(piecesOf(grouped, cell), spans, timeZone)
            yield { customerId: customers[cell] ?? '', steps }
          }
        },
      }
    },
  }
}
