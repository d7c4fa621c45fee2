import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertDay, assertPlain } from '../internal/guards.js'
import type { CustomerPresence } from './model.js'

/** Who is a customer on the day of the verdict; each is a number, so that what is known of one stands in columns. */
export interface Presence {
  /** The number of a customer, a new one for somebody new. */
  numberOf: (customerId: string) => number
  /** The customers by number. */
  ids: readonly string[]
  /** Customers of the list, who have the first numbers. */
  listed: number
  /** Customers of the list that have left. */
  left: number
  /** Whether a customer of the list has left. */
  hasLeft: (customer: number) => boolean
  /** First day of a customer: -Infinity when it is not known, Infinity for nobody of a list. */
  firstDayOf: (customer: number) => number
}

/** As many keys as a map can hold. */
const mostCustomers = 2 ** 24

/** Reads who is there. */
export function readPresence(customers: readonly CustomerPresence[] | undefined, today: number): Presence {
  const base = { ...createNumbers(), listed: 0, left: 0 }
  if (customers === undefined) return { ...base, hasLeft: () => false, firstDayOf: () => Number.NEGATIVE_INFINITY }
  assertArray(customers, 'options.customers')
  const listed = customers.length
  const firstDays = new Float64Array(listed)
  const gone = new Uint8Array(listed)
  const readDay = createDayReader()
  // The path is composed only for an error.
  let index = 0
  let left = 0
  const path = () => `options.customers[${index}]`
  for (const customer of customers) {
    assertPlain(customer, path())
    const { customerId, since: first, endedAt } = customer
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path()}.customerId`, 'must be a text', customerId)
    firstDays[index] = first === undefined ? Number.NEGATIVE_INFINITY : readDay(first, () => `${path()}.since`)
    const lastDay = endedAt === undefined ? Number.POSITIVE_INFINITY : readDay(endedAt, () => `${path()}.endedAt`)
    if (base.numberOf(customerId) < index) {
      fail('CONFLICTING_RECORDS', `${path()}.customerId`, 'must be given once', 'customer')
    }
    if (lastDay <= today) {
      gone[index] = 1
      left += 1
    }
    index += 1
  }
  return {
    ...base,
    listed,
    left,
    hasLeft: (number) => left > 0 && gone[number] === 1,
    firstDayOf: (number) => (number < listed ? (firstDays[number] as number) : Number.POSITIVE_INFINITY),
  }
}

/** Numbers customers in the order in which they come. */
function createNumbers(): Pick<Presence, 'ids' | 'numberOf'> {
  const numbers = new Map<string, number>()
  const ids: string[] = []
  // Exports often list a customer's records one after the other: those after the first need no look-up.
  let lastId: string | undefined
  let last = 0
  const numberOf = (customerId: string): number => {
    if (customerId === lastId) return last
    lastId = customerId
    last = numbers.get(customerId) ?? -1
    if (last >= 0) return last
    if (ids.length === mostCustomers) fail('TOO_LARGE', 'customers', `must be ${mostCustomers} at most`, ids.length)
    last = ids.push(customerId) - 1
    numbers.set(customerId, last)
    return last
  }
  return { ids, numberOf }
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
