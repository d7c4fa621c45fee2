import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { ActiveCustomer } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { Tally } from '../../tally/model.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'
import type { ReferralRecords } from './model.js'

/** A customer's time `[start, end)`, keyed by its id, or a referral at an instant, keyed by who was referred. */
export interface ReferralRow extends KeyedRow {
  row: {
    /** Of referrals alone. */
    id?: string | undefined
    start?: number
    end?: number | undefined
    email?: string | undefined
    segment?: string | undefined
    at?: number
    referrer?: string
    converted?: string | undefined
  }
}

/** How customers and their referrals are read. */
export function referralRules(
  records: ReferralRecords | Tally<object>,
  segmentBy: TallyOptions<ActiveCustomer>['segmentBy'],
): SourceRules<ReferralRow, object> {
  return {
    kind: 'referrals',
    given: {},
    defaults: {},
    read: (context) => {
      assertPlain(records, 'records')
      const { customers, referrals } = records as unknown as ReferralRecords
      return [...readCustomers(customers, segmentBy, context), ...readReferrals(referrals, context)]
    },
    rowsOf: rowsOfTally<ReferralRow>,
  }
}

/** A key as it is compared: trimmed, lower case. */
export function plainKey(key: string): string {
  return key.trim().toLowerCase()
}

function readCustomers(
  customers: ReferralRecords['customers'],
  segmentBy: TallyOptions<ActiveCustomer>['segmentBy'],
  { asOf, timeZone, exclusions, isInside }: ReadContext<object>,
): ReferralRow[] {
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: ReferralRow[] = []
  forEachRecord(customers, 'customers', (customer, index) => {
    const path = `customers[${index}]`
    const { customerId, startedAt, endedAt, emailKey } = customer
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path}.customerId`, 'must be text', customerId)
    const start = readAt(startedAt, () => `${path}.startedAt`)
    const end = endedAt === undefined ? undefined : readAt(endedAt, () => `${path}.endedAt`)
    if (end !== undefined && end < start) fail('EVENT_ORDER', `${path}.endedAt`, 'must not precede startedAt', end)
    if (start > asOf) {
      if (isInside(start, end ?? Number.POSITIVE_INFINITY)) exclusions.add('future')
      return
    }
    const email = emailKey === undefined ? undefined : plainKey(emailKey)
    // An end after `asOf` has not happened yet.
    const known = end !== undefined && end <= asOf ? end : undefined
    rows.push({ key: customerId, row: { start, end: known, email, segment: segmentOf(customer) } })
  })
  return rows
}

function readReferrals(
  referrals: ReferralRecords['referrals'],
  { asOf, timeZone, duplicates, exclusions, isInside }: ReadContext<object>,
): ReferralRow[] {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('referrals', duplicates)
  const rows: ReferralRow[] = []
  forEachRecord(referrals, 'referrals', (referral, index) => {
    const path = `referrals[${index}]`
    for (const name of ['id', 'referrerId', 'refereeKey'] as const) {
      if (typeof referral[name] !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', referral[name])
    }
    const { id, referrerId: referrer, convertedCustomerId: converted } = referral
    const at = readAt(referral.at, () => `${path}.at`)
    const key = plainKey(referral.refereeKey)
    const leaveOut = (reason: string): void => {
      if (isInside(at)) exclusions.add(reason)
    }
    if (!isNew(id, [referrer, key, at, converted], index)) leaveOut('duplicate')
    else if (at > asOf) leaveOut('future')
    else rows.push({ key, row: { id, at, referrer, converted } })
  })
  return rows
}
