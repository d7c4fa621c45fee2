import { addLocalDays } from '../../calendar/addLocalDays.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { localDay } from '../../calendar/localDay.js'
import { compareDecimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf, isDay } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { Commitment } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { Tally } from '../../tally/model.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'
import type { CommitmentOptions } from './model.js'

/** The names of the options about promises. */
export const commitmentOptionNames = ['dueBasis', 'graceDays', 'countEarly', 'earlyToleranceDays', 'unit'] as const

/** The options that shape a tally of promises. */
export interface CommitmentShape {
  dueBasis: 'original' | 'latest'
  graceDays: number
  countEarly: boolean
  earlyToleranceDays: number | undefined
  unit: 'commitment' | 'group'
}

/** What became of one commitment; under its group, or itself, as key. */
export interface CommitmentRow extends KeyedRow {
  row: {
    id: string
    /** Due date, which places it. */
    at: number
    isDue: boolean
    onTime: boolean
    inFull: boolean
    fulfilled: boolean
    segment?: string | undefined
  }
}

/** How commitments are read; a tally of single ones holds counts, no rows. */
export function commitmentRules(
  source: Iterable<Commitment> | Tally<object>,
  options: CommitmentOptions,
  segmentBy: TallyOptions<Commitment>['segmentBy'],
): SourceRules<CommitmentRow, CommitmentShape> {
  const { dueBasis, graceDays, countEarly, earlyToleranceDays, unit } = options
  if (dueBasis !== undefined) assertOneOf(dueBasis, ['original', 'latest'], 'options.dueBasis')
  for (const [name, days] of Object.entries({ graceDays, earlyToleranceDays })) {
    if (days !== undefined) assertInteger(days, { minimum: 0, maximum: 36_600 }, `options.${name}`)
  }
  if (countEarly !== undefined && typeof countEarly !== 'boolean') {
    fail('INVALID_OPTION', 'options.countEarly', 'must be a boolean', countEarly)
  }
  if (unit !== undefined) assertOneOf(unit, ['commitment', 'group'], 'options.unit')
  return {
    kind: 'commitments',
    given: { dueBasis, graceDays, countEarly, earlyToleranceDays, unit },
    defaults: {
      dueBasis: 'original',
      graceDays: 0,
      countEarly: false,
      earlyToleranceDays: undefined,
      unit: 'commitment',
    },
    read: (context) => readCommitments(source as Iterable<Commitment>, segmentBy, context),
    rowsOf: rowsOfTally<CommitmentRow>,
  }
}

function readCommitments(
  commitments: Iterable<Commitment>,
  segmentBy: TallyOptions<Commitment>['segmentBy'],
  { asOf, timeZone, shape, exclusions, isInside }: ReadContext<CommitmentShape>,
): CommitmentRow[] {
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('commitments')
  const segmentOf = createSegmentReader(segmentBy)
  const rows: CommitmentRow[] = []
  forEachRecord(commitments, 'commitments', (commitment, index) => {
    const path = `commitments[${index}]`
    const { id, customerId, groupId, cancelledBy = 'us' } = commitment
    for (const [name, text] of Object.entries({ id, customerId })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    const read = (name: Dated): number | undefined =>
      commitment[name] === undefined ? undefined : readAt(commitment[name], () => `${path}.${name}`)
    const madeAt = readAt(commitment.madeAt, () => `${path}.madeAt`)
    const [original, latest] = [read('originalDueAt'), read('dueAt')]
    const [fulfilledAt, cancelledAt] = [read('fulfilledAt'), read('cancelledAt')]
    const isOriginal = shape.dueBasis === 'original' && original !== undefined
    const at = isOriginal ? original : latest
    const due = { at, isDay: isDay(isOriginal ? commitment.originalDueAt : commitment.dueAt) }
    const isComplete = isDelivered(commitment, path)
    const segment = segmentOf(commitment)
    const leaveOut = (reason: string): void => {
      if (at === undefined || isInside(at)) exclusions.add(reason)
    }
    const content = [customerId, madeAt, at, due.isDay, fulfilledAt, cancelledAt, cancelledBy, groupId, isComplete]
    if (!isNew(id, [...content, segment], index)) return leaveOut('duplicate')
    if (madeAt > asOf) return leaveOut('future')
    const fulfilled = fulfilledAt !== undefined && fulfilledAt <= asOf ? fulfilledAt : undefined
    if (fulfilled !== undefined) assertOrder(commitment, { madeAt, fulfilledAt: fulfilled, timeZone }, path)
    const isCancelled = cancelledAt !== undefined && cancelledAt <= asOf && cancelledAt < (fulfilled ?? cancelledAt + 1)
    if (isCancelled && cancelledBy === 'customer') return leaveOut('cancelled_by_customer')
    if (at === undefined) return leaveOut('no_due_date')
    const kept = isCancelled ? undefined : fulfilled
    const deadline = deadlineOf({ at, isDay: due.isDay }, shape, timeZone)
    const onTime = kept !== undefined && isOnTime(kept, deadline)
    rows.push({
      key: JSON.stringify(shape.unit === 'group' && groupId !== undefined ? ['group', groupId] : ['id', id]),
      row: {
        id,
        at,
        isDue: deadline.at <= asOf || (shape.countEarly && kept !== undefined),
        onTime,
        inFull: kept !== undefined && isComplete,
        fulfilled: kept !== undefined,
        segment,
      },
    })
  })
  return rows
}

type Dated = 'dueAt' | 'originalDueAt' | 'fulfilledAt' | 'cancelledAt'

/** Until when a promise is on time, and from when it is not too early. */
interface Deadline {
  at: number
  /** Whether the instant itself is too late: the midnight after the day. */
  isExclusive: boolean
  earliest: number
}

/** A day is due by its end; grace moves the deadline, not the date. */
function deadlineOf(
  due: { at: number; isDay: boolean },
  { graceDays, earlyToleranceDays }: CommitmentShape,
  timeZone: string,
): Deadline {
  return {
    at: addLocalDays(due.at, graceDays + (due.isDay ? 1 : 0), timeZone),
    isExclusive: due.isDay,
    earliest:
      earlyToleranceDays === undefined ? Number.NEGATIVE_INFINITY : addLocalDays(due.at, -earlyToleranceDays, timeZone),
  }
}

function isOnTime(at: number, deadline: Deadline): boolean {
  return at >= deadline.earliest && (deadline.isExclusive ? at < deadline.at : at <= deadline.at)
}

/** Whether the delivered quantity reaches the promised one; without a promised one it does. */
function isDelivered({ promisedQuantity, deliveredQuantity = 0 }: Commitment, path: string): boolean {
  const delivered = toDecimal(deliveredQuantity, `${path}.deliveredQuantity`, 'INVALID_AMOUNT')
  if (promisedQuantity === undefined) return true
  return compareDecimal(delivered, toDecimal(promisedQuantity, `${path}.promisedQuantity`, 'INVALID_AMOUNT')) >= 0
}

/** Fulfilled before made is an error; of days only the days are compared. */
function assertOrder(
  commitment: Commitment,
  { madeAt, fulfilledAt, timeZone }: { madeAt: number; fulfilledAt: number; timeZone: string },
  path: string,
): void {
  const byDay = isDay(commitment.madeAt) || isDay(commitment.fulfilledAt)
  const isBefore = byDay ? localDay(fulfilledAt, timeZone) < localDay(madeAt, timeZone) : fulfilledAt < madeAt
  if (isBefore) fail('EVENT_ORDER', `${path}.fulfilledAt`, 'must not precede madeAt', fulfilledAt)
}
