import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Customer } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import type { ReferredCustomerCounts } from './model.js'
import { plainKey } from './readReferrals.js'

/** The option that shapes the counts of new customers. */
export interface SourceShape {
  sources: readonly string[]
}

/** A customer as it is counted. */
export interface NewCustomer {
  at: number
  isReferred: boolean
  segment: string | undefined
}

/** How new customers are read; they have no tally. */
export function newCustomerRules(
  customers: Iterable<Customer>,
  sources: readonly string[] | undefined,
  segmentBy: TallyOptions<Customer>['segmentBy'],
): SourceRules<NewCustomer, SourceShape> {
  if (sources !== undefined && !(Array.isArray(sources) && sources.every((source) => typeof source === 'string'))) {
    fail('INVALID_OPTION', 'options.sources', 'must be a list of sources', sources)
  }
  return {
    kind: 'customers',
    given: { sources: sources?.map(plainKey) },
    defaults: { sources: ['referral'] },
    read: (context) => readNewCustomers(customers, segmentBy, context),
    rowsOf: () => [],
  }
}

function readNewCustomers(
  customers: Iterable<Customer>,
  segmentBy: TallyOptions<Customer>['segmentBy'],
  { asOf, timeZone, shape, duplicates, exclusions, isInside }: ReadContext<SourceShape>,
): NewCustomer[] {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('customers', duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: NewCustomer[] = []
  forEachRecord(customers, 'customers', (customer, index) => {
    const path = `customers[${index}]`
    if (typeof customer.id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', customer.id)
    const at = readAt(customer.createdAt, () => `${path}.createdAt`)
    const isReferred = customer.source !== undefined && shape.sources.includes(plainKey(customer.source))
    const segment = segmentOf(customer)
    const leaveOut = (reason: string): void => {
      if (isInside(at)) exclusions.add(reason)
    }
    if (!isNew(customer.id, [at, customer.source, segment], index)) leaveOut('duplicate')
    else if (at > asOf) leaveOut('future')
    else rows.push({ at, isReferred, segment })
  })
  return rows
}

/** Adds the customers of a period to the counts of their segments. */
export function addNewCustomers(
  rows: readonly NewCustomer[],
  { start, until }: { readonly start: number; readonly until: number },
  countsOf: (segment: string | undefined) => ReferredCustomerCounts,
): void {
  for (const { at, isReferred, segment } of rows) {
    if (at < start || at >= until) continue
    const counts = countsOf(segment)
    counts.newCustomers += 1
    if (isReferred) counts.referred += 1
  }
}
