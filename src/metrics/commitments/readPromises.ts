import { addLocalDays } from '../../calendar/addLocalDays.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { localDay } from '../../calendar/localDay.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Commitment } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { DuplicateRule } from '../../tally/model.js'
import type { Feed } from '../../tally/readSource.js'
import type { CommitmentRules } from './readCommitmentOptions.js'

/** One record of a promise, judged at an instant. */
export interface PromiseRow {
  id: string
  /** The group that it is a part of, or its own id. */
  key: string
  segment: string | undefined
  /** When it is due, before any grace: places it in a period. */
  at: number
  isDue: boolean
  onTime: boolean
  inFull: boolean
  fulfilled: boolean
}

/** How promises are read. */
export interface PromiseContext {
  asOf: number
  timeZone: string
  rules: CommitmentRules
  segmentBy: TallyOptions<Commitment>['segmentBy']
  exclusions: Exclusions
  /** Who answers for ids that come twice; default the check. */
  duplicates?: DuplicateRule | undefined
  /** Whether a record left out is counted, by its due date; one without counts. */
  isInside: (at: number | undefined) => boolean
}

/** The dates of a promise, decoded. */
interface Dates {
  madeAt: number
  due: number | undefined
  /** A due date without a time is due by the end of that day. */
  isDueByDay: boolean
  fulfilledAt: number | undefined
  cancelledAt: number | undefined
}

/** The promises of a source, for the paths of errors. */
export const promiseSource = { name: 'commitments' } as const

/** Reads every promise with a due date once. */
export function readPromises(commitments: Iterable<Commitment>, context: PromiseContext): PromiseRow[] {
  const { add, finish } = promiseFeed(context)
  forEachRecord(commitments, promiseSource.name, add)
  return finish()
}

/** Reads one promise after another, those with a due date. */
export function promiseFeed(context: PromiseContext): Feed<Commitment, PromiseRow[]> {
  const { asOf, timeZone, rules, segmentBy, duplicates, exclusions, isInside } = context
  const read = createInstantReader(timeZone)
  const isNew = createIdCheck('commitments', duplicates)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: PromiseRow[] = []
  const add = (commitment: Commitment, index: number) => {
    const path = `commitments[${index}]`
    const { id, customerId, groupId, cancelledBy = 'us' } = commitment
    for (const [name, text] of Object.entries({ id, customerId })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    assertOneOf(cancelledBy, ['customer', 'us'], `${path}.cancelledBy`, 'INVALID_INPUT')
    const dates = readDates(commitment, rules, read, path)
    assertOrder(commitment, dates, timeZone, path)
    const quantities = (['promisedQuantity', 'deliveredQuantity'] as const).map((field) => {
      const quantity = commitment[field]
      return quantity === undefined ? undefined : toDecimal(quantity, `${path}.${field}`)
    })
    const segment = segmentOf(commitment)
    const { madeAt, due, isDueByDay, fulfilledAt, cancelledAt } = dates
    const made = [customerId, groupId, madeAt, due, isDueByDay, fulfilledAt, cancelledAt, cancelledBy, segment]
    const leaveOut = (reason: string): void => {
      if (isInside(due)) exclusions.add(reason)
    }
    if (!isNew(id, [...made, ...quantities.map((quantity) => quantity?.toString())], index))
      return leaveOut('duplicate')
    if (madeAt > asOf) return leaveOut('future')
    const isFulfilled = fulfilledAt !== undefined && fulfilledAt <= asOf
    const isCancelled = cancelledAt !== undefined && cancelledAt <= asOf && !(isFulfilled && fulfilledAt <= cancelledAt)
    if (isCancelled && cancelledBy === 'customer') return leaveOut('cancelled_by_customer')
    if (due === undefined) return leaveOut('no_due_date')
    const kept = isFulfilled && !isCancelled ? fulfilledAt : undefined
    const judged = judge({ due, isDueByDay, fulfilledAt: kept }, context)
    const [promised, delivered] = quantities
    const inFull = kept !== undefined && isEnough(promised, delivered)
    const key = rules.unit === 'group' ? JSON.stringify(groupId === undefined ? [id] : ['group', groupId]) : id
    rows.push({ id, key, segment, at: due, ...judged, inFull, fulfilled: kept !== undefined })
  }
  return { add, finish: () => rows }
}

type Read = (value: unknown, path: () => string) => number

function readDates(commitment: Commitment, { dueBasis }: CommitmentRules, read: Read, path: string): Dates {
  const optional = (field: 'dueAt' | 'originalDueAt' | 'fulfilledAt' | 'cancelledAt'): number | undefined => {
    const value = commitment[field]
    return value === undefined ? undefined : read(value, () => `${path}.${field}`)
  }
  const [latest, original] = [optional('dueAt'), optional('originalDueAt')]
  const isOriginal = dueBasis === 'original' && original !== undefined
  return {
    madeAt: read(commitment.madeAt, () => `${path}.madeAt`),
    due: isOriginal ? original : latest,
    isDueByDay: isDateOnly(isOriginal ? commitment.originalDueAt : commitment.dueAt),
    fulfilledAt: optional('fulfilledAt'),
    cancelledAt: optional('cancelledAt'),
  }
}

/** Nothing is fulfilled before it was promised; by day when a date has no time. */
function assertOrder(commitment: Commitment, { madeAt, fulfilledAt }: Dates, timeZone: string, path: string): void {
  if (fulfilledAt === undefined || fulfilledAt >= madeAt) return
  const byDay = isDateOnly(commitment.madeAt) || isDateOnly(commitment.fulfilledAt)
  if (byDay && localDay(fulfilledAt, timeZone) === localDay(madeAt, timeZone)) return
  fail('EVENT_ORDER', `${path}.fulfilledAt`, 'must not precede madeAt', fulfilledAt)
}

/** Due from the deadline on, on time up to it: a day without a time ends before the next midnight. */
function judge(
  { due, isDueByDay, fulfilledAt }: { due: number; isDueByDay: boolean; fulfilledAt: number | undefined },
  { asOf, timeZone, rules }: PromiseContext,
): Pick<PromiseRow, 'isDue' | 'onTime'> {
  const { graceDays, earlyToleranceDays, countEarly } = rules
  const deadline = addLocalDays(due, graceDays + (isDueByDay ? 1 : 0), timeZone)
  const isBefore = fulfilledAt !== undefined && (isDueByDay ? fulfilledAt < deadline : fulfilledAt <= deadline)
  const isEarly =
    fulfilledAt !== undefined &&
    earlyToleranceDays !== undefined &&
    fulfilledAt < addLocalDays(due, -earlyToleranceDays, timeZone)
  return { isDue: deadline <= asOf || (countEarly && isBefore), onTime: isBefore && !isEarly }
}

/** A promise without a quantity is full when it is fulfilled; nothing said of the delivery is nothing delivered. */
function isEnough(promised: Decimal | undefined, delivered: Decimal | undefined): boolean {
  if (promised === undefined) return true
  return delivered === undefined ? promised.lessThanOrEqualTo(0) : delivered.greaterThanOrEqualTo(promised)
}

function isDateOnly(value: unknown): boolean {
  return typeof value === 'string' && value.length === 10
}
