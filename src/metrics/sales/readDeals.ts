import { createInstantReader } from '../../calendar/createInstantReader.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Opportunity } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { DuplicateRule } from '../../tally/model.js'

/** One deal as known at an instant. */
export interface Deal {
  id: string
  leadId: string | undefined
  /** Place among the records, for errors. */
  index: number
  createdAt: number
  /** Present exactly when it is closed by then. */
  closedAt: number | undefined
  outcome: 'won' | 'lost' | 'open'
  /** Whether one of its dates has no time: then it counts whole calendar days. */
  countsDays: boolean
  amount: Decimal | undefined
  currency: string
  segment: string | undefined
}

/** How deals are read. */
export interface DealContext {
  asOf: number
  timeZone: string
  exclusions: Exclusions
  /** Who answers for ids that come twice; default the check. */
  duplicates?: DuplicateRule | undefined
  /** Name of the records in errors; default `opportunities`. */
  name?: string
  segmentBy?: TallyOptions<Opportunity>['segmentBy']
  /** Whether a record left out is counted, by its instants. */
  isInside: (createdAt: number, closedAt: number | undefined) => boolean
}

/** Reads the deals known at an instant; what closes later is open. */
export function readDeals(opportunities: Iterable<Opportunity>, context: DealContext): Deal[] {
  const { asOf, timeZone, exclusions, duplicates, name = 'opportunities', segmentBy, isInside } = context
  const read = createInstantReader(timeZone)
  const isNew = createIdCheck(name, duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const deals: Deal[] = []
  forEachRecord(opportunities, name, (record, index) => {
    const path = `${name}[${index}]`
    const { id, leadId, status, currency = '' } = record
    if (typeof id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', id)
    assertOneOf(status, ['open', 'won', 'lost'], `${path}.status`, 'INVALID_INPUT')
    const createdAt = read(record.createdAt, () => `${path}.createdAt`)
    const closing = record.closedAt === undefined ? undefined : read(record.closedAt, () => `${path}.closedAt`)
    const amount =
      record.amount === undefined ? undefined : toDecimal(record.amount, `${path}.amount`, 'INVALID_AMOUNT')
    const segment = segmentOf(record)
    const isOpen = status === 'open' || (closing !== undefined && closing > asOf)
    const closedAt = isOpen ? undefined : closing
    const [createdOnDay, closedOnDay] = [isDateOnly(record.createdAt), isDateOnly(record.closedAt)]
    const dates = [createdAt, closing, createdOnDay, closedOnDay]
    const content = [...dates, leadId, status, amount?.toString(), currency, segment]
    const leaveOut = (reason: string): void => {
      if (isInside(createdAt, closing)) exclusions.add(reason)
    }
    if (!isNew(id, content, index)) return leaveOut('duplicate')
    if (createdAt > asOf) return leaveOut('future')
    if (!isOpen && closedAt === undefined) return leaveOut('missing_close_date')
    const countsDays = createdOnDay || (closedAt !== undefined && closedOnDay)
    deals.push({
      id,
      index,
      leadId,
      createdAt,
      closedAt,
      outcome: isOpen ? 'open' : status,
      countsDays,
      amount,
      currency,
      segment,
    })
  })
  return deals
}

function isDateOnly(value: unknown): boolean {
  return typeof value === 'string' && value.length === 10
}
