import { fail } from '../internal/fail.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import { createSegmentReader } from './createSegmentReader.js'
import type { Customer } from './models/customer.js'

/** What a record must carry to be looked up. */
export interface CustomerKey {
  /** Id of the customer; a record without one is in segment `''`. */
  readonly customerId?: string | undefined
}

/** The segment of a record that carries only a customer. */
export interface CustomerSegment {
  /** The segment of the record's customer; `''` when it has none or is unknown. */
  (record: CustomerKey): string
  /** Number of different unknown ids asked for so far. */
  readonly unknown: number
}

/**
 * A field of the customers as `segmentBy` for records that carry only a customer.
 *
 * The field is looked up on the customer, then in its `extra`, own members only, and trimmed; numbers and booleans
 * become text; any other value and none are `''`.
 *
 * @param customers Customers to look up; equal duplicates are allowed.
 * @param field Field of the customer, or column of its `extra`.
 * @returns A function from a record to the segment of its customer. Its `unknown` is the number of different ids that
 * no customer has, to be read when the count is done.
 * @throws {@link RetentionOkrError} INVALID_OPTION when the field is blank, INVALID_INPUT when `customers` is not
 * iterable, CONFLICTING_RECORDS when one id has two segments.
 * @example
 * ```ts
 * import { customerSegment } from 'retention-okr/records'
 *
 * const plan = customerSegment([{ id: 'c1', createdAt: '2026-01-01T00:00:00Z', extra: { plan: 'pro' } }], 'plan')
 * plan({ customerId: 'c1' }) // => 'pro'
 * plan({ customerId: 'c9' }) // => ''
 * plan.unknown // => 1
 * ```
 * @since 0.1.0
 */
export function customerSegment(customers: Iterable<Customer>, field: string): CustomerSegment {
  if (typeof field !== 'string' || field.trim() === '') fail('INVALID_OPTION', 'field', 'must be a field name', field)
  const read = createSegmentReader<Customer>(field)
  const segments = new Map<string, string>()
  forEachRecord(customers, 'customers', (customer, index) => {
    if (typeof customer.id !== 'string') fail('INVALID_INPUT', `customers[${index}].id`, 'must be text', customer.id)
    const segment = read(customer) ?? ''
    const present = segments.get(customer.id)
    if (present !== undefined && present !== segment) {
      fail('CONFLICTING_RECORDS', `customers[${index}].${field}`, 'one id has one segment', 'two segments')
    }
    segments.set(customer.id, segment)
  })
  const unknown = new Set<string>()
  const lookUp = ({ customerId }: CustomerKey): string => {
    if (customerId === undefined) return ''
    const segment = segments.get(customerId)
    if (segment === undefined) unknown.add(customerId)
    return segment ?? ''
  }
  return Object.defineProperty(lookUp, 'unknown', { get: () => unknown.size }) as CustomerSegment
}
