import type { CustomerSteps } from './createPaidTimes.js'
import type { Amounts } from './exchange.js'
import { paidBefore } from './revenueSteps.js'

/** What each of the customers who pay just before an instant pays. */
export function paidAt(customers: Iterable<CustomerSteps>, instant: number): Amounts[] {
  const paid: Amounts[] = []
  for (const { steps } of customers) {
    const amounts = paidBefore(steps, instant)
    if (amounts.size > 0) paid.push(amounts)
  }
  return paid
}
