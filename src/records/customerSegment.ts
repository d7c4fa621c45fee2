import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { Customer } from './model.js'

/** Gives the segment of the customer of a record; says how many customers it did not know. */
export interface CustomerSegment {
  /** The segment of the record's customer; `''` without one. */
  (record: { readonly customerId?: string | undefined }): string
  /** Number of different unknown customers asked for so far. */
  readonly unknown: number
}

/**
 * Makes a function that gives the segment of the customer of a record, for `segmentBy`.
 *
 * The field is looked up on the customer, then in `extra`; numbers and booleans become text, other values `''`.
 *
 * @param customers - the customers
 * @param field - name of the field, e.g. `plan`
 * @returns a function of a record with a `customerId`; its property `unknown` is read when the count is done
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for two customers of one id in different segments, INVALID_INPUT
 * @example
 * ```ts
 * import { customerSegment } from 'retention-okr/records'
 *
 * const planOf = customerSegment([{ id: 'c1', createdAt: '2026-01-01', extra: { plan: ' Pro ' } }], 'plan')
 * planOf({ customerId: 'c1' }) // => 'Pro'
 * planOf({ customerId: 'c2' }) // => ''
 * planOf.unknown // => 1
 * ```
 * @since 0.1.0
 */
export function customerSegment(customers: Iterable<Customer>, field: string): CustomerSegment {
  if (typeof field !== 'string') fail('INVALID_INPUT', 'field', 'must be text', field)
  const segments = new Map<string, string>()
  forEachRecord(customers, 'customers', (customer, index) => {
    if (typeof customer.id !== 'string') fail('INVALID_INPUT', `customers[${index}].id`, 'must be text', customer.id)
    const segment = segmentText(customer, field)
    const known = segments.get(customer.id)
    if (known !== undefined && compareCodeUnits(known, segment) !== 0) {
      fail('CONFLICTING_RECORDS', `customers[${index}]`, 'must be in one segment', 'another segment')
    }
    segments.set(customer.id, segment)
  })
  const unknown = new Set<string>()
  const segmentOf = ({ customerId }: { readonly customerId?: string | undefined }): string => {
    if (customerId === undefined) return ''
    const segment = segments.get(customerId)
    if (segment === undefined) unknown.add(customerId)
    return segment ?? ''
  }
  return Object.defineProperty(segmentOf, 'unknown', { get: () => unknown.size }) as CustomerSegment
}

function segmentText(customer: Customer, field: string): string {
  const value = ownMember(customer, field) ?? ownMember(customer.extra, field)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

function ownMember(record: object | undefined, field: string): unknown {
  if (record === undefined || record === null || !Object.hasOwn(record, field)) return undefined
  return (record as Record<string, unknown>)[field]
}
