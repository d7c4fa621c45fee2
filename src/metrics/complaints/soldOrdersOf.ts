import { fail } from '../../internal/fail.js'
import type { ReturnRow } from './returnRules.js'

/** An order that counts, with its returns. */
export interface SoldOrder {
  order: ReturnRow['row']
  returns: ReturnRow['row'][]
}

/** Orders with their returns, and returns of no order; more returned than sold is an error. */
export function soldOrdersOf(rows: readonly ReturnRow[]): { sold: SoldOrder[]; unknown: ReturnRow['row'][] } {
  const orders = new Map<string, SoldOrder>()
  for (const { key, row } of rows) if (!row.isReturn) orders.set(key, { order: row, returns: [] })
  const unknown: ReturnRow['row'][] = []
  for (const { key, row } of rows) {
    if (row.isReturn) (orders.get(key)?.returns ?? unknown).push(row)
  }
  for (const { order, returns } of orders.values()) {
    const returned = returns.reduce((sum, { units }) => sum + units, 0)
    if (returned > order.units) {
      fail('COUNT_EXCEEDS_BASE', 'returns', 'must not exceed the units of their order', returned)
    }
  }
  return { sold: [...orders.values()], unknown }
}
