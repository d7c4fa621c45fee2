import { createExclusions } from '../internal/createExclusions.js'
import { createDayColumns } from './createDayColumns.js'
import type { CustomerEvent } from './model.js'
import { readCustomerRecords } from './readCustomerRecords.js'
import type { CustomerSettings } from './readCustomerSettings.js'
import { sortRange } from './sortRange.js'

/** Distinct days with an event of each present customer. */
export interface EventDays {
  /** The customers that have one. */
  customers: readonly string[]
  /** Numbers of the days, ascending within a customer. */
  days: Int32Array
  /** Where the days of each customer begin; one more for the end. */
  starts: Int32Array
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Reduces events to days: two orders or ten clicks of a day are one. */
export function readEventDays(events: Iterable<CustomerEvent>, path: string, settings: CustomerSettings): EventDays {
  const columns = createDayColumns()
  const future = readCustomerRecords(events, path, settings, {
    take: (customerId, _event, day) => columns.add(customerId, day),
  })
  const all = columns.byCustomer()
  const customers: string[] = []
  const starts = new Int32Array(all.customers.length + 1)
  let length = 0
  let notInBase = 0
  for (let number = 0; number < all.customers.length; number += 1) {
    const customerId = all.customers[number] as string
    const from = all.starts[number] as number
    const to = all.starts[number + 1] as number
    sortRange(all.days, from, to)
    const since = firstDayOf(settings, customerId)
    const start = length
    // Kept days move to the front of the same column.
    for (let index = from; index < to; index += 1) {
      const day = all.days[index] as number
      if (index > from && day === all.days[index - 1]) continue
      if (day < since) notInBase += 1
      else {
        all.days[length] = day
        length += 1
      }
    }
    if (length === start) continue
    customers.push(customerId)
    starts[customers.length] = length
  }
  const exclusions = createExclusions()
  exclusions.add('future', future)
  exclusions.add('left', settings.presence.left.size)
  exclusions.add('not_in_base', notInBase)
  return {
    customers,
    days: all.days.subarray(0, length),
    starts: starts.subarray(0, customers.length + 1),
    excluded: exclusions.result() ?? {},
  }
}

/** First day on which somebody was a customer: Infinity for nobody of the list. */
export function firstDayOf({ presence }: CustomerSettings, customerId: string): number {
  if (presence.since === null) return Number.NEGATIVE_INFINITY
  return presence.since.get(customerId) ?? Number.POSITIVE_INFINITY
}
