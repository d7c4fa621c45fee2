import { addLocalDays } from '../calendar/addLocalDays.js'
import { createInstantReader } from '../calendar/createInstantReader.js'
import { decimalText, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import { createIdCheck } from '../tally/createIdCheck.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import { createSegmentReader } from './createSegmentReader.js'
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

/** Reads every subscription once: its paying row, or the reason why it has none. */
export function readPayingTime(
  subscriptions: Iterable<Subscription>,
  context: PayingTimeContext,
  visit: (subscription: Subscription, row: PayingRow, segment: string | undefined) => void,
  leaveOut: (record: LeftOut) => void,
): void {
  const read = createSubscriptionReader(context)
  const isNew = createIdCheck('subscriptions')
  const segmentOf = createSegmentReader(context.segmentBy)
  forEachRecord(subscriptions, 'subscriptions', (subscription, index) => {
    const path = `subscriptions[${index}]`
    const decoded = read(subscription, path)
    const segment = segmentOf(subscription)
    const { row, ended, isPaying } = decoded
    const place = { start: row.start, end: ended }
    if (!isNew(row.id, [subscription.customerId, JSON.stringify(row), isPaying, segment], index)) {
      leaveOut({ reason: 'duplicate', ...place })
    } else if (row.start > context.asOf) leaveOut({ reason: 'future', ...place })
    else if (!isPaying) leaveOut({ reason: 'not_paying', ...place })
    else if (!hasTime(row)) leaveOut({ reason: 'zero_length', ...place })
    else visit(subscription, row, segment)
  })
}

/** Whether any time is left between start and end outside the pauses. */
function hasTime(row: PayingRow): boolean {
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

  /** An instant that may be absent; one after `asOf` has not happened yet. */
  function readKnown(subscription: Subscription, field: keyof Subscription, path: string): number | undefined {
    const value = subscription[field]
    if (value === undefined) return undefined
    const instant = readInstant(value, () => `${path}.${field}`)
    return instant > asOf ? undefined : instant
  }

  function readPauses(subscription: Subscription, path: string): PayingRow['pauses'] {
    const pauses = (subscription.pauses ?? []).map(({ start, end }, index) => {
      const from = readInstant(start, () => `${path}.pauses[${index}].start`)
      const to = end === undefined ? null : readInstant(end, () => `${path}.pauses[${index}].end`)
      if (to !== null && to < from) fail('EVENT_ORDER', `${path}.pauses[${index}].end`, 'must not precede start', to)
      return [from, to !== null && to > asOf ? null : to] as const
    })
    const known = pauses.filter(([from]) => from <= asOf).sort(([a], [b]) => a - b)
    return spans.paused === 'active' || known.length === 0 ? undefined : known
  }

  return (subscription: Subscription, path: string) => {
    if (typeof subscription.id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', subscription.id)
    if (typeof subscription.customerId !== 'string') {
      fail('INVALID_INPUT', `${path}.customerId`, 'must be text', subscription.customerId)
    }
    const mrr = toDecimal(subscription.mrr, `${path}.mrr`, 'INVALID_AMOUNT')
    if (mrr.isNegative() && !mrr.isZero()) fail('NEGATIVE_AMOUNT', `${path}.mrr`, 'must not be negative', Number(subscription.mrr))
    const start = readInstant(subscription.startedAt, () => `${path}.startedAt`)
    if (subscription.endedAt !== undefined) {
      const ended = readInstant(subscription.endedAt, () => `${path}.endedAt`)
      if (ended < start) fail('EVENT_ORDER', `${path}.endedAt`, 'must not precede startedAt', ended)
    }
    const endedAt = readKnown(subscription, 'endedAt', path)
    const requested = readKnown(subscription, 'cancelRequestedAt', path)
    const statusEnded = readKnown(subscription, 'statusEndedAt', path)
    const pastDue = readKnown(subscription, 'pastDueSince', path)
    const ends = [
      spans.churnAt === 'billingStatus' ? (statusEnded ?? endedAt) : endedAt,
      spans.churnAt === 'cancelRequest' ? requested : undefined,
      pastDue === undefined || spans.pastDueDays === undefined
        ? undefined
        : addLocalDays(pastDue, spans.pastDueDays, timeZone),
    ].filter((end): end is number => end !== undefined && end <= asOf)
    const pauses = readPauses(subscription, path)
    const terms = subscription.terms
      ?.map(({ endsAt, renewed }, index) => ({
        endsAt: readInstant(endsAt, () => `${path}.terms[${index}].endsAt`),
        renewed,
      }))
      .filter(({ endsAt }) => endsAt <= asOf)
    const row: PayingRow = {
      id: subscription.id,
      start,
      ...(ends.length === 0 ? {} : { end: Math.min(...ends) }),
      ...(pauses === undefined ? {} : { pauses }),
      mrr: decimalText(mrr),
      currency: subscription.currency,
      ...(subscription.endReason === undefined ? {} : { reason: subscription.endReason }),
      ...(terms === undefined || terms.length === 0 ? {} : { terms }),
    }
    const isPaying = paying === 'all' || (!mrr.isZero() && subscription.isTrial !== true)
    return { row, ended: endedAt, isPaying }
  }
}
