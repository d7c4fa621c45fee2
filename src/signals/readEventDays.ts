import { createExclusions } from '../internal/createExclusions.js'
import { sortRange } from '../statistics/sortRange.js'
import { createDayColumns } from './createDayColumns.js'
import type { CustomerEvent } from './model.js'
import { readCustomerRecords } from './readCustomerRecords.js'
import type { CustomerSettings } from './readCustomerSettings.js'

/** Distinct days with an event of each present customer. */
export interface EventDays {
  /** The customers by number, also those without a day. */
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
  const columns = createDayColumns(Array.isArray(events) ? events.length : 0)
  const future = readCustomerRecords(events, path, settings, {
    take: (customer, _event, day) => columns.add(customer, day),
  })
  const { ids, left, firstDayOf } = settings.presence
  const { days, starts } = columns.byCustomer(ids.length)
  let length = 0
  let notInBase = 0
  for (let customer = 0; customer < ids.length; customer += 1) {
    const from = starts[customer] as number
    const to = starts[customer + 1] as number
    sortRange(days, from, to)
    const since = firstDayOf(customer)
    starts[customer] = length
    // Kept days move to the front of the same column.
    let previous = -1
    for (let index = from; index < to; index += 1) {
      const day = days[index] as number
      if (index > from && day === previous) continue
      previous = day
      if (day < since) notInBase += 1
      else {
        days[length] = day
        length += 1
      }
    }
  }
  starts[ids.length] = length
  const exclusions = createExclusions()
  exclusions.add('future', future)
  exclusions.add('left', left)
  exclusions.add('not_in_base', notInBase)
  return { customers: ids, days: days.subarray(0, length), starts, excluded: exclusions.result() ?? {} }
}
