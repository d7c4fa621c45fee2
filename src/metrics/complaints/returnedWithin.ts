import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { ReturnRow } from './returnRules.js'
import type { SoldOrder } from './soldOrdersOf.js'

/** The returns of an order within its window, the last instant included; undefined while the window is not over. */
export function returnedWithin(
  { order, returns }: SoldOrder,
  windowDays: number,
  { asOf, timeZone }: { asOf: number; timeZone: string },
): ReturnRow['row'][] | undefined {
  const last = addLocalDays(order.at, windowDays, timeZone)
  return last > asOf ? undefined : returns.filter(({ at }) => at <= last)
}
