import { grown } from '../internal/grown.js'

/** Days of customers, each customer a number. */
export interface DayColumns {
  /** Adds an event. */
  add: (customer: number, day: number) => void
  /** The days sorted to their customers, of whom there are so many; nothing can be added after it. */
  byCustomer: (customers: number) => DaysByCustomer
}

/** Days of customers in a row, those of one customer side by side. */
interface DaysByCustomer {
  /** Numbers of the days, in any order within a customer; what follows the last start says nothing. */
  days: Int32Array
  /** Where the days of each customer begin; one more for the end. */
  starts: Int32Array
}

/**
 * Collects days in columns: ten million events are two arrays instead of a million lists.
 *
 * While events come in the order of their customers, their days stand where they belong, and nothing says whose they
 * are but how many each customer has. Room for a known number of events is taken once: every array that is outgrown
 * makes the engine look through all that its caller keeps.
 */
export function createDayColumns(expected = 0): DayColumns {
  let days = new Int32Array(Math.max(expected, fewestPlaces))
  let counts = new Int32Array(fewestPlaces)
  let owners: Int32Array<ArrayBuffer> | undefined
  let length = 0
  let latest = 0
  return {
    add: (customer, day) => {
      days = grown(days, length)
      counts = grown(counts, customer)
      if (owners === undefined && customer < latest) owners = ownersOf(counts, days.length)
      if (owners !== undefined) {
        owners = grown(owners, length)
        owners[length] = customer
      }
      latest = customer
      days[length] = day
      counts[customer] = (counts[customer] as number) + 1
      length += 1
    },
    byCustomer: (customers) => {
      const starts = new Int32Array(customers + 1)
      for (let customer = 0; customer < customers; customer += 1) {
        starts[customer + 1] = (starts[customer] as number) + (counts[customer] ?? 0)
      }
      if (owners === undefined) return { days, starts }
      // The counts are done with: now they are the next place of each customer.
      counts.set(starts.subarray(0, Math.min(customers, counts.length)))
      const sorted = new Int32Array(length)
      for (let index = 0; index < length; index += 1) {
        const owner = owners[index] as number
        const place = counts[owner] as number
        sorted[place] = days[index] as number
        counts[owner] = place + 1
      }
      return { days: sorted, starts }
    },
  }
}

const fewestPlaces = 1024

/** Whose events they are that came in the order of their customers. */
function ownersOf(counts: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const owners = new Int32Array(capacity)
  let place = 0
  for (let customer = 0; customer < counts.length; customer += 1) {
    const end = place + (counts[customer] as number)
    owners.fill(customer, place, end)
    place = end
  }
  return owners
}
