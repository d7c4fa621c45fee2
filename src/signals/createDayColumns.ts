/** Days of customers, each customer a number. */
export interface DayColumns {
  /** Adds an event. */
  add: (customerId: string, day: number) => void
  /** The days sorted to their customers. */
  byCustomer: () => DaysByCustomer
}

/** Days of customers in a row, those of one customer side by side. */
interface DaysByCustomer {
  /** The customers, in the order of their first event. */
  customers: readonly string[]
  /** Numbers of the days, in any order within a customer. */
  days: Int32Array
  /** Where the days of each customer begin; one more for the end. */
  starts: Int32Array
}

/** Collects days in two columns: ten million events are two arrays instead of a million lists. */
export function createDayColumns(): DayColumns {
  const customers: string[] = []
  const numbers = new Map<string, number>()
  let owners = new Int32Array(1024)
  let days = new Int32Array(1024)
  let length = 0
  // Exports often list a customer's records one after the other.
  let lastId: string | undefined
  let lastNumber = 0
  const numberOf = (customerId: string): number => {
    if (customerId === lastId) return lastNumber
    let number = numbers.get(customerId)
    if (number === undefined) {
      number = customers.length
      numbers.set(customerId, number)
      customers.push(customerId)
    }
    lastId = customerId
    lastNumber = number
    return number
  }
  return {
    add: (customerId, day) => {
      if (length === days.length) {
        owners = grown(owners)
        days = grown(days)
      }
      owners[length] = numberOf(customerId)
      days[length] = day
      length += 1
    },
    byCustomer: () => {
      const starts = new Int32Array(customers.length + 1)
      for (let index = 0; index < length; index += 1) {
        const after = (owners[index] as number) + 1
        starts[after] = (starts[after] as number) + 1
      }
      for (let number = 0; number < customers.length; number += 1) {
        starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number)
      }
      const places = starts.slice()
      const sorted = new Int32Array(length)
      for (let index = 0; index < length; index += 1) {
        const owner = owners[index] as number
        const place = places[owner] as number
        sorted[place] = days[index] as number
        places[owner] = place + 1
      }
      return { customers, days: sorted, starts }
    },
  }
}

function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}
