import { isMeasured } from '../internal/isMeasured.js'
import type { OpenedSource } from '../internal/openSource.js'
import { returnedWithin } from './returnedWithin.js'
import type { ReturnRow } from './returnRules.js'
import { soldOrdersOf } from './soldOrdersOf.js'

type Opened = OpenedSource<ReturnRow, object>
type Row = ReturnRow['row']

/** What is divided: rows sold and returned, and the units that are pending. */
export interface ReturnEntries {
  sold: Row[]
  returned: Row[]
  pending: number
}

/** Orders placed in the period with their returns; an order or return without amount is left out by value. */
export function cohortEntries(opened: Opened, weight: 'units' | 'value', windowDays: number): ReturnEntries {
  const { sold, unknown } = soldOrdersOf(withAmounts(opened, weight))
  const entries: ReturnEntries = { sold: [], returned: [], pending: 0 }
  leaveOut(opened, unknown, 'unknown_order')
  for (const entry of sold) {
    const { order } = entry
    if (!isMeasured(order.at, opened.period, false)) continue
    const returned = returnedWithin(entry, windowDays, opened)
    if (returned === undefined) entries.pending += order.units
    else {
      entries.sold.push(order)
      for (const row of returned) entries.returned.push({ ...row, currency: order.currency })
    }
  }
  return entries
}

/** Sales and returns dated in the period, of unknown orders too. */
export function cashflowEntries(opened: Opened, weight: 'units' | 'value'): ReturnEntries {
  const { sold, unknown } = soldOrdersOf(withAmounts(opened, weight))
  const rows = sold.flatMap(({ order, returns }) => [
    order,
    ...returns.map((row) => ({ ...row, currency: order.currency })),
  ])
  const inside = [...rows, ...unknown].filter(({ at }) => isMeasured(at, opened.period, true))
  return {
    sold: inside.filter(({ isReturn }) => !isReturn),
    returned: inside.filter(({ isReturn }) => isReturn),
    pending: 0,
  }
}

function withAmounts(opened: Opened, weight: 'units' | 'value'): ReturnRow[] {
  if (weight === 'units') return opened.rows
  const lacking = opened.rows.filter(({ row }) => row.amount === undefined)
  leaveOut(
    opened,
    lacking.map(({ row }) => row),
    'missing_amount',
  )
  return opened.rows.filter(({ row }) => row.amount !== undefined)
}

function leaveOut({ period, exclusions }: Opened, rows: readonly Row[], reason: string): void {
  const inside = rows.filter(({ at }) => period === undefined || (at >= period.start && at < period.end))
  exclusions.add(reason, inside.length)
}
