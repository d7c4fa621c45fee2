import { addLocalDays } from '../calendar/addLocalDays.js'
import { createInstantReader } from '../calendar/createInstantReader.js'
import { type Decimal, decimalText, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Content } from '../tally/createIdCheck.js'
import { createRecordCheck } from '../tally/createRecordCheck.js'
import type { DuplicateRule } from '../tally/model.js'
import { createSegmentReader } from './createSegmentReader.js'
import { isPlainAmount } from './isPlainAmount.js'
import type { Subscription } from './model.js'
import type { SpanOptions, TallyOptions } from './options.js'

/** The paying time of one subscription, decoded: what a keyed tally holds. */
export interface PayingRow {
  id: string
  start: number
  /** Absent while it runs on. */
  end?: number
  /** Inactive times, each with its end or null while it lasts. */
  pauses?: (readonly [number, number | null])[]
  mrr: string
  currency: string
  reason?: string
  terms?: { endsAt: number; renewed: boolean }[]
}

/** One subscription that is left out, with the time that places it. */
export interface LeftOut {
  reason: string
  start: number
  end: number | undefined
}

/** The context in which subscriptions are read. */
export interface PayingTimeContext {
  asOf: number
  timeZone: string
  spans: SpanOptions
  paying: 'mrr' | 'all'
  segmentBy: TallyOptions<Subscription>['segmentBy']
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
}

/** Checks the options that decide which time is paid. */
export function assertSpanOptions(spans: SpanOptions, path = 'options.spans'): void {
  assertKnownOptions(spans, ['churnAt', 'pastDueDays', 'paused', 'gapToleranceDays', 'netWithinDay'], path)
  const { churnAt, pastDueDays, paused, gapToleranceDays, netWithinDay } = spans
  if (churnAt !== undefined) {
    assertOneOf(churnAt, ['serviceEnd', 'cancelRequest', 'billingStatus'], `${path}.churnAt`)
  }
  if (paused !== undefined) assertOneOf(paused, ['inactive', 'active'], `${path}.paused`)
  const days = { minimum: 0, maximum: 36_600 }
  if (pastDueDays !== undefined) assertInteger(pastDueDays, days, `${path}.pastDueDays`)
  if (gapToleranceDays !== undefined) assertInteger(gapToleranceDays, days, `${path}.gapToleranceDays`)
  if (netWithinDay !== undefined && typeof netWithinDay !== 'boolean') {
    fail('INVALID_OPTION', `${path}.netWithinDay`, 'must be true or false', netWithinDay)
  }
}

/** Reads one subscription after another: its paying row, or the reason why it has none. */
export function createPayingTimeReader(
  context: PayingTimeContext,
  visit: (subscription: Subscription, row: PayingRow, segment: string | undefined) => void,
  leaveOut: (record: LeftOut) => void,
): (subscription: Subscription, index: number) => void {
  const read = createSubscriptionReader(context)
  const segmentOf = createSegmentReader(context.segmentBy)
  const contentOf = (subscription: Subscription, index: number): Content => {
    const { row, isPaying } = read(subscription, () => `subscriptions[${index}]`)
    return [subscription.customerId, JSON.stringify(row), isPaying, segmentOf(subscription)]
  }
  const isNew = createRecordCheck('subscriptions', contentOf, { duplicates: context.duplicates })
  let at = 0
  const path = (): string => `subscriptions[${at}]`
  return (subscription, index) => {
    at = index
    const { row, ended: end, isPaying } = read(subscription, path)
    const { start } = row
    const segment = segmentOf(subscription)
    if (!isNew(row.id, subscription, index)) leaveOut({ reason: 'duplicate', start, end })
    else if (start > context.asOf) leaveOut({ reason: 'future', start, end })
    else if (!isPaying) leaveOut({ reason: 'not_paying', start, end })
    else if (!hasTime(row)) leaveOut({ reason: 'zero_length', start, end })
    else visit(subscription, row, segment)
  }
}

/** Whether any time is left between start and end outside the pauses. */
function hasTime(row: PayingRow): boolean {
  if (row.pauses === undefined) return row.end === undefined || row.start < row.end
  return activePieces(row).length > 0
}

/** The parts of a row's time outside its pauses; an open end is infinite, `paused` tells an end that a pause made. */
export function activePieces(row: PayingRow): { start: number; end: number; paused: boolean }[] {
  const end = row.end ?? Number.POSITIVE_INFINITY
  const pieces: { start: number; end: number; paused: boolean }[] = []
  let from = row.start
  for (const [pauseStart, pauseEnd] of row.pauses ?? []) {
    if (pauseStart >= end) break
    if (pauseStart > from) pieces.push({ start: from, end: pauseStart, paused: true })
    from = Math.max(from, pauseEnd ?? Number.POSITIVE_INFINITY)
  }
  if (from < end) pieces.push({ start: from, end, paused: false })
  return pieces
}

function createSubscriptionReader(context: PayingTimeContext) {
  const { asOf, timeZone, spans, paying } = context
  const readInstant = createInstantReader(timeZone)

  /** An instant that may be absent. */
  function readOptional(subscription: Subscription, field: keyof Subscription, path: () => string): number | undefined {
    const value = subscription[field]
    return value === undefined ? undefined : readInstant(value, () => `${path()}.${field}`)
  }

  /** An instant after `asOf` has not happened yet. */
  function known(instant: number | undefined): number | undefined {
    return instant === undefined || instant > asOf ? undefined : instant
  }

  function readPauses(subscription: Subscription, path: () => string): PayingRow['pauses'] {
    if (subscription.pauses === undefined) return undefined
    const pauses = subscription.pauses.map(({ start, end }, index) => {
      const from = readInstant(start, () => `${path()}.pauses[${index}].start`)
      const to = end === undefined ? null : readInstant(end, () => `${path()}.pauses[${index}].end`)
      if (to !== null && to < from) fail('EVENT_ORDER', `${path()}.pauses[${index}].end`, 'must not precede start', to)
      return [from, to !== null && to > asOf ? null : to] as const
    })
    const begun = pauses.filter(([from]) => from <= asOf).sort(([a], [b]) => a - b)
    return spans.paused === 'active' || begun.length === 0 ? undefined : begun
  }

  function readTerms({ terms }: Subscription, path: () => string): PayingRow['terms'] {
    if (terms === undefined) return undefined
    const ended = terms
      .map(({ endsAt, renewed }, index) => ({
        endsAt: readInstant(endsAt, () => `${path()}.terms[${index}].endsAt`),
        renewed,
      }))
      .filter(({ endsAt }) => endsAt <= asOf)
    return ended.length === 0 ? undefined : ended
  }

  /** When the paying time ends: the first of the ends that have come; infinite while it runs on. */
  function endOf(endedAt: number | undefined, subscription: Subscription, path: () => string): number {
    const requested = known(readOptional(subscription, 'cancelRequestedAt', path))
    const statusEnded = known(readOptional(subscription, 'statusEndedAt', path))
    const pastDue = known(readOptional(subscription, 'pastDueSince', path))
    const usual = spans.churnAt === 'billingStatus' ? (statusEnded ?? endedAt) : endedAt
    const onRequest = spans.churnAt === 'cancelRequest' ? requested : undefined
    const unpaid =
      pastDue === undefined || spans.pastDueDays === undefined
        ? undefined
        : known(addLocalDays(pastDue, spans.pastDueDays, timeZone))
    const never = Number.POSITIVE_INFINITY
    return Math.min(usual ?? never, onRequest ?? never, unpaid ?? never)
  }

  return (subscription: Subscription, path: () => string) => {
    if (typeof subscription.id !== 'string') fail('INVALID_INPUT', `${path()}.id`, 'must be text', subscription.id)
    if (typeof subscription.customerId !== 'string') {
      fail('INVALID_INPUT', `${path()}.customerId`, 'must be text', subscription.customerId)
    }
    const { mrr, isFree } = readMrr(subscription.mrr, path)
    const start = readInstant(subscription.startedAt, () => `${path()}.startedAt`)
    const ended = readOptional(subscription, 'endedAt', path)
    if (ended !== undefined && ended < start) {
      fail('EVENT_ORDER', `${path()}.endedAt`, 'must not precede startedAt', ended)
    }
    const endedAt = known(ended)
    const end = endOf(endedAt, subscription, path)
    const pauses = readPauses(subscription, path)
    const terms = readTerms(subscription, path)
    const row: Partial<PayingRow> = { id: subscription.id, start }
    if (end !== Number.POSITIVE_INFINITY) row.end = end
    if (pauses !== undefined) row.pauses = pauses
    row.mrr = mrr
    row.currency = subscription.currency
    if (subscription.endReason !== undefined) row.reason = subscription.endReason
    if (terms !== undefined) row.terms = terms
    const isPaying = paying === 'all' || (!isFree && subscription.isTrial !== true)
    return { row: row as PayingRow, ended: endedAt, isPaying }
  }
}

/** Revenue as text, and whether there is none; text of two decimals is taken as it is. */
function readMrr(value: unknown, path: () => string): { mrr: string; isFree: boolean } {
  if (isPlainAmount(value)) return { mrr: value, isFree: value === '0.00' }
  const mrr: Decimal = toDecimal(value, `${path()}.mrr`, 'INVALID_AMOUNT')
  if (mrr.isNegative() && !mrr.isZero()) {
    fail('NEGATIVE_AMOUNT', `${path()}.mrr`, 'must not be negative', Number(value))
  }
  return { mrr: decimalText(mrr), isFree: mrr.isZero() }
}
