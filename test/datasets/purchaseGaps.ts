import type { Order } from '../../src/index.js'
import { mapGroups } from './figureShapes.js'

/** Days between the consecutive purchase days of each customer, by customer. */
export function purchaseGaps(orders: readonly Order[]): Record<string, number[]> {
  return mapGroups(
    orders,
    ({ customerId }) => customerId,
    (own) => {
      const days = [...new Set(own.map(({ placedAt }) => String(placedAt).slice(0, 10)))].sort()
      return days.slice(1).map((day, index) => (Date.parse(day) - Date.parse(days[index] ?? '')) / 86_400_000)
    },
  )
}
