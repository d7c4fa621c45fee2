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
  const readDay = createDayReader()
  // The path is composed only for an error.
  let index = 0
  const path = () => `options.customers[${index}]`
  for (const customer of customers) {
    assertPlain(customer, path())
    const { customerId, since: first, endedAt } = customer
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path()}.customerId`, 'must be a text', customerId)
    const firstDay = first === undefined ? Number.NEGATIVE_INFINITY : readDay(first, () => `${path()}.since`)
    const lastDay = endedAt === undefined ? Number.POSITIVE_INFINITY : readDay(endedAt, () => `${path()}.endedAt`)
    if (since.has(customerId) || (left.size > 0 && left.has(customerId))) {
      fail('CONFLICTING_RECORDS', `${path()}.customerId`, 'must be given once', 'customer')
    }
    if (lastDay <= today) left.add(customerId)
    else since.set(customerId, firstDay)
    index += 1
  }
  return { since, left }
}

/** Reads days; a day that many customers share is read once. */
function createDayReader(): (day: unknown, path: () => string) => number {
  const known = new Map<unknown, number>()
  return (day, path) => {
    const number = known.get(day)
    if (number !== undefined) return number
    assertDay(day, path())
    const read = dayNumber(day)
    known.set(day, read)
    return read
  }
}
