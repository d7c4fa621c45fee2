import { createInstantReader } from '../calendar/createInstantReader.js'
import { wallTimeOf } from '../calendar/wallTime.js'
import { fail } from '../internal/fail.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { CustomerEvent } from './model.js'
import type { CustomerSettings } from './readCustomerSettings.js'

const dayLength = 86_400_000
// Whole milliseconds of the years 1970 to 2099 need no reading.
const plainUntil = 4_102_444_800_000

/** How the records of one kind are read. */
export interface RecordReading<T> {
  /** Checks a record; its path is composed only for an error. */
  check?: (record: T, path: () => string) => void
  /** Takes a record of a customer who has not left, up to the day of the verdict; customer and day are numbers. */
  take: (customer: number, record: T, day: number, instant: number) => void
}

/** Reads the records of customers, and says how many lay after the day of the verdict. */
export function readCustomerRecords<T extends CustomerEvent>(
  source: Iterable<T>,
  path: string,
  { timeZone, today, presence }: CustomerSettings,
  { check, take }: RecordReading<T>,
): number {
  const readInstant = createInstantReader(timeZone)
  const { numberOf, hasLeft } = presence
  let future = 0
  // One closure for all records: the path is asked for only when something is wrong with the current one.
  let current = 0
  const isUtc = timeZone === 'UTC'
  const pathOfRecord = () => `${path}[${current}]`
  const pathOfInstant = () => `${path}[${current}].at`
  forEachRecord(source, path, (record, index) => {
    current = index
    const { customerId, at } = record
    if (typeof customerId !== 'string') {
      fail('INVALID_INPUT', `${path}[${index}].customerId`, 'must be a text', customerId)
    }
    if (typeof at === 'string' && at.length === 10) {
      fail('INVALID_INSTANT', pathOfInstant(), 'must be an instant, not a day', at)
    }
    const isPlain = typeof at === 'number' && at >= 0 && at < plainUntil && Number.isInteger(at)
    const instant = isPlain ? at : readInstant(at, pathOfInstant)
    check?.(record, pathOfRecord)
    const customer = numberOf(customerId)
    if (hasLeft(customer)) return
    const day = Math.floor((isUtc ? instant : wallTimeOf(instant, timeZone)) / dayLength)
    if (day > today) future += 1
    else take(customer, record, day, instant)
  })
  return future
}
