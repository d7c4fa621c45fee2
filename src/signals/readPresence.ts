import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertDay, assertPlain } from '../internal/guards.js'
import type { CustomerPresence } from './model.js'

/** Who is a customer on the day of the verdict. */
export interface Presence {
  /** First day of each present customer, -Infinity when it is not known; null when everybody seen is present. */
  since: ReadonlyMap<string, number> | null
  /** Customers of the list that have left. */
  left: ReadonlySet<string>
}

/** Reads who is there. */
export function readPresence(customers: readonly CustomerPresence[] | undefined, today: number): Presence {
  if (customers === undefined) return { since: null, left: new Set() }
  assertArray(customers, 'options.customers')
  const since = new Map<string, number>()
  const left = new Set<string>()
  customers.forEach((customer, index) => {
    const path = `options.customers[${index}]`
    assertPlain(customer, path)
    const { customerId, since: first, endedAt } = customer
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path}.customerId`, 'must be a text', customerId)
    if (first !== undefined) assertDay(first, `${path}.since`)
    if (endedAt !== undefined) assertDay(endedAt, `${path}.endedAt`)
    if (since.has(customerId) || left.has(customerId)) {
      fail('CONFLICTING_RECORDS', `${path}.customerId`, 'must be given once', 'customer')
    }
    if (endedAt !== undefined && dayNumber(endedAt) <= today) left.add(customerId)
    else since.set(customerId, first === undefined ? Number.NEGATIVE_INFINITY : dayNumber(first))
  })
  return { since, left }
}
