import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { createExclusions } from '../internal/createExclusions.js'
import type { CustomerEvent } from './model.js'
import { readCustomerRecords } from './readCustomerRecords.js'
import type { CustomerSettings } from './readCustomerSettings.js'

/** Distinct days with an event of each present customer, ascending; customers by code unit. */
export interface EventDays {
  /** Numbers of the days by customer. */
  days: ReadonlyMap<string, readonly number[]>
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Reduces events to days: two orders or ten clicks of a day are one. */
export function readEventDays(events: Iterable<CustomerEvent>, path: string, settings: CustomerSettings): EventDays {
  const { byCustomer, future } = readCustomerRecords(events, path, settings, { keep: (_event, day) => day })
  const exclusions = createExclusions()
  exclusions.add('future', future)
  exclusions.add('left', settings.presence.left.size)
  const days = new Map<string, readonly number[]>()
  for (const customerId of [...byCustomer.keys()].sort(compareCodeUnits)) {
    const own = byCustomer.get(customerId) ?? []
    const distinct = [...new Set(own)].sort((a, b) => a - b)
    const inBase = distinct.filter((day) => isInBase(settings, customerId, day))
    exclusions.add('not_in_base', distinct.length - inBase.length)
    if (inBase.length > 0) days.set(customerId, inBase)
  }
  return { days, excluded: exclusions.result() ?? {} }
}

/** Whether somebody was a customer on a day. */
export function isInBase({ presence }: CustomerSettings, customerId: string, day: number): boolean {
  if (presence.since === null) return true
  const since = presence.since.get(customerId)
  return since !== undefined && day >= since
}
