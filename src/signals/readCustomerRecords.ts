import { createInstantReader } from '../calendar/createInstantReader.js'
import { wallTimeOf } from '../calendar/wallTime.js'
import { fail } from '../internal/fail.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { CustomerEvent } from './model.js'
import type { CustomerSettings } from './readCustomerSettings.js'

const dayLength = 86_400_000

/** A record of a customer who has not left, up to the day of the verdict. */
export interface CustomerRecord<T> {
  /** The record as given. */
  record: T
  /** Number of its day in the zone. */
  day: number
  /** Its instant. */
  instant: number
}

/** Records by customer, and how many lay after the day of the verdict. */
export interface CustomerRecords<T> {
  /** Records of customers who have not left. */
  byCustomer: Map<string, CustomerRecord<T>[]>
  /** Records of later days. */
  future: number
}

/** Sorts records to their customers; those of customers who have left are dropped. */
export function readCustomerRecords<T extends CustomerEvent>(
  source: Iterable<T>,
  path: string,
  { timeZone, today, presence }: CustomerSettings,
  check?: (record: T, path: () => string) => void,
): CustomerRecords<T> {
  const readInstant = createInstantReader(timeZone)
  const byCustomer = new Map<string, CustomerRecord<T>[]>()
  let future = 0
  forEachRecord(source, path, (record, index) => {
    const { customerId, at } = record
    if (typeof customerId !== 'string') {
      fail('INVALID_INPUT', `${path}[${index}].customerId`, 'must be a text', customerId)
    }
    if (typeof at === 'string' && at.length === 10) {
      fail('INVALID_INSTANT', `${path}[${index}].at`, 'must be an instant, not a day', at)
    }
    const instant = readInstant(at, () => `${path}[${index}].at`)
    check?.(record, () => `${path}[${index}]`)
    if (presence.left.has(customerId)) return
    const day = Math.floor(wallTimeOf(instant, timeZone) / dayLength)
    if (day > today) {
      future += 1
      return
    }
    const own = byCustomer.get(customerId)
    if (own === undefined) byCustomer.set(customerId, [{ record, day, instant }])
    else own.push({ record, day, instant })
  })
  return { byCustomer, future }
}
