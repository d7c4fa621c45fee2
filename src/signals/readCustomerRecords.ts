import { createInstantReader } from '../calendar/createInstantReader.js'
import { wallTimeOf } from '../calendar/wallTime.js'
import { fail } from '../internal/fail.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { CustomerEvent } from './model.js'
import type { CustomerSettings } from './readCustomerSettings.js'

const dayLength = 86_400_000

/** How the records of one kind are read. */
export interface RecordReading<T, K> {
  /** Checks a record; its path is composed only for an error. */
  check?: (record: T, path: () => string) => void
  /** What is kept of it: `day` is the number of its day in the zone. */
  keep: (record: T, day: number, instant: number) => K
}

/** What was kept of the records by customer, and how many lay after the day of the verdict. */
export interface CustomerRecords<K> {
  /** Of customers who have not left, up to the day of the verdict. */
  byCustomer: Map<string, K[]>
  /** Records of later days. */
  future: number
}

/** Sorts records to their customers; those of customers who have left are dropped. */
export function readCustomerRecords<T extends CustomerEvent, K>(
  source: Iterable<T>,
  path: string,
  { timeZone, today, presence }: CustomerSettings,
  { check, keep }: RecordReading<T, K>,
): CustomerRecords<K> {
  const readInstant = createInstantReader(timeZone)
  const byCustomer = new Map<string, K[]>()
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
    const kept = keep(record, day, instant)
    const own = byCustomer.get(customerId)
    if (own === undefined) byCustomer.set(customerId, [kept])
    else own.push(kept)
  })
  return { byCustomer, future }
}
