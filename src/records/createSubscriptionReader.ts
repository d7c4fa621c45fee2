import { addLocalDays } from '../calendar/addLocalDays.js'
import { createInstantReader } from '../calendar/createInstantReader.js'
import { type Decimal, decimalText, toDecimal } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { isPlainAmount } from './isPlainAmount.js'
import type { Subscription } from './model.js'
import type { SpanOptions } from './options.js'
import { emptyPayingTime, type Pauses, type PayingTime, type Terms } from './payingTime.js'

/** The context in which subscriptions are decoded. */
export interface SubscriptionContext {
  asOf: number
  timeZone: string
  spans: SpanOptions
  paying: 'mrr' | 'all'
}

const never = Number.POSITIVE_INFINITY

/** A function that decodes one subscription after another into the same object. */
export function createSubscriptionReader(
  context: SubscriptionContext,
): (subscription: Subscription, index: number) => PayingTime {
  const { asOf, timeZone, spans, paying } = context
  const readInstant = createInstantReader(timeZone)
  const time = emptyPayingTime()
  let row = 0
  const path = (): string => `subscriptions[${row}]`
  // Made once, not once a row: most instants are readable, and no path is asked for.
  const paths = {
    startedAt: () => `${path()}.startedAt`,
    endedAt: () => `${path()}.endedAt`,
    cancelRequestedAt: () => `${path()}.cancelRequestedAt`,
    statusEndedAt: () => `${path()}.statusEndedAt`,
    pastDueSince: () => `${path()}.pastDueSince`,
  }

  /** Reads revenue, a usual number and text of two decimals as they are; the answer is whether there is none. */
  function readMrr(value: unknown): boolean {
    // Numbers far above what a decimal rounds to nothing.
    if (typeof value === 'number' && (value === 0 || (value >= 1e-6 && value < 1e15))) {
      time.mrr = value
      return value === 0
    }
    if (isPlainAmount(value)) {
      time.mrr = value
      return value === '0.00'
    }
    const mrr: Decimal = toDecimal(value, `${path()}.mrr`, 'INVALID_AMOUNT')
    if (mrr.isNegative() && !mrr.isZero()) {
      fail('NEGATIVE_AMOUNT', `${path()}.mrr`, 'must not be negative', Number(value))
    }
    time.mrr = decimalText(mrr)
    return mrr.isZero()
  }

  /** An instant that may be absent. */
  function readOptional(subscription: Subscription, field: keyof typeof paths): number {
    const value = subscription[field]
    return value === undefined ? never : readInstant(value, paths[field])
  }

  /** An instant after `asOf` has not happened yet. */
  function known(instant: number): number {
    return instant > asOf ? never : instant
  }

  function readPauses(subscription: Subscription): Pauses | undefined {
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

  function readTerms({ terms }: Subscription): Terms | undefined {
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
  function endOf(endedAt: number, subscription: Subscription): number {
    const requested = known(readOptional(subscription, 'cancelRequestedAt'))
    const statusEnded = known(readOptional(subscription, 'statusEndedAt'))
    const pastDue = known(readOptional(subscription, 'pastDueSince'))
    const usual = spans.churnAt === 'billingStatus' && statusEnded !== never ? statusEnded : endedAt
    const onRequest = spans.churnAt === 'cancelRequest' ? requested : never
    const unpaid =
      pastDue === never || spans.pastDueDays === undefined
        ? never
        : known(addLocalDays(pastDue, spans.pastDueDays, timeZone))
    return Math.min(usual, onRequest, unpaid)
  }

  return (subscription, index) => {
    row = index
    if (typeof subscription.id !== 'string') fail('INVALID_INPUT', `${path()}.id`, 'must be text', subscription.id)
    if (typeof subscription.customerId !== 'string') {
      fail('INVALID_INPUT', `${path()}.customerId`, 'must be text', subscription.customerId)
    }
    time.row = index
    time.id = subscription.id
    time.customerId = subscription.customerId
    const isFree = readMrr(subscription.mrr)
    time.start = readInstant(subscription.startedAt, paths.startedAt)
    const ended = readOptional(subscription, 'endedAt')
    if (ended < time.start) fail('EVENT_ORDER', `${path()}.endedAt`, 'must not precede startedAt', ended)
    time.endedAt = known(ended)
    time.end = endOf(time.endedAt, subscription)
    time.pauses = readPauses(subscription)
    time.terms = readTerms(subscription)
    time.currency = subscription.currency
    time.reason = subscription.endReason
    time.isPaying = paying === 'all' || (!isFree && subscription.isTrial !== true)
    return time
  }
}
