import { countChurn } from '../metrics/churn/countChurn.js'
import type { ChurnCounts } from '../metrics/churn/model.js'
import type { HandoffCounts } from '../metrics/handoff/model.js'
import { tallyHandoffs } from '../metrics/handoff/tallyHandoffs.js'
import { countResponses } from '../metrics/nps/countResponses.js'
import type { ResponseCounts } from '../metrics/nps/model.js'
import { tallyResponses } from '../metrics/nps/tallyResponses.js'
import { countPurchases } from '../metrics/repeat-purchase/countPurchases.js'
import type { PurchaseCounts } from '../metrics/repeat-purchase/model.js'
import { tallyPurchases } from '../metrics/repeat-purchase/tallyPurchases.js'
import { countOpportunities } from '../metrics/sales/countOpportunities.js'
import type { OpportunityCounts } from '../metrics/sales/model.js'
import { customerSegment } from '../records/customerSegment.js'
import { tallyActivity } from '../records/tallyActivity.js'
import { tallySubscriptions } from '../records/tallySubscriptions.js'
import type { CountTally, Tally } from '../tally/model.js'
import type { ReviewRecords, ReviewSegment, SomeRecords } from './model.js'
import type { ReviewContext } from './reviewContext.js'

/** The tallies of a review, each built when it is first asked for. */
export interface ReviewSources {
  /** Instant of knowledge and zone, as every tally has them. */
  shared: { readonly asOf: number; readonly timeZone: string }
  /** Whether records of a type were given. */
  has: (type: keyof ReviewRecords) => boolean
  /** Records of a type, to be read more than once. */
  records: <K extends keyof ReviewRecords>(type: K) => ReviewRecords[K]
  /** How a segment is read from a record that has a customer. */
  segmentOf: (segment: ReviewSegment) => (record: { readonly customerId?: string | undefined }) => string
  /** Paying time; of a segment when one is given. */
  subscriptions: (segment?: ReviewSegment) => Tally
  activity: () => Tally
  responses: () => Tally
  purchases: () => Tally
  /** Purchases of every period. */
  purchaseCounts: () => CountTally<PurchaseCounts>
  handoffs: () => CountTally<HandoffCounts>
  /** Lost and joined customers of every period. */
  churnCounts: () => CountTally<ChurnCounts>
  /** NPS answers of every period. */
  answerCounts: () => CountTally<ResponseCounts>
  /** Deals of every period; by segment when one is given. */
  dealCounts: (segment?: ReviewSegment) => CountTally<OpportunityCounts>
  /** What the tallies left out, by record type. */
  excluded: () => Map<string, Record<string, number>>
}

/** Prepares the records of a review. */
export function createReviewSources(given: SomeRecords, context: ReviewContext): ReviewSources {
  const { asOf, timeZone, policy, periods } = context
  const kept = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
  const excluded = new Map<string, Record<string, number>>()
  const counted = <T extends Tally<object>>(type: string, tally: T): T => {
    if (tally.excluded !== undefined) excluded.set(type, tally.excluded)
    return tally
  }
  const has = (type: keyof ReviewRecords): boolean => given[type] !== undefined
  // A generator can be read once only: what several tallies read is kept.
  const records = <K extends keyof ReviewRecords>(type: K): ReviewRecords[K] =>
    once(`records.${type}`, () => {
      const source = given[type] as Iterable<unknown> | undefined
      return (source === undefined ? [] : Array.isArray(source) ? source : [...source]) as ReviewRecords[K]
    })
  const shared = { asOf, timeZone }
  const segmentOf: ReviewSources['segmentOf'] = ({ name, field }) =>
    once(`segment.${name}`, () => customerSegment(records('customers'), field))
  const subscriptions = (segment?: ReviewSegment): Tally =>
    once(`subscriptions.${segment?.name ?? ''}`, () =>
      counted(
        'subscriptions',
        tallySubscriptions(records('subscriptions'), {
          ...shared,
          ...(segment === undefined ? {} : { segmentBy: segmentOf(segment) }),
        }),
      ),
    )
  const purchases = (): Tally => once('purchases', () => counted('orders', tallyPurchases(records('orders'), shared)))
  return {
    shared,
    has,
    records,
    segmentOf,
    subscriptions,
    activity: () => once('activity', () => counted('activities', tallyActivity(records('activities'), shared))),
    responses: () => once('responses', () => counted('responses', tallyResponses(records('responses'), shared))),
    purchases,
    purchaseCounts: () => once('purchaseCounts', () => countPurchases(purchases(), { periods })),
    handoffs: () =>
      once('handoffs', () => {
        const read = {
          leads: records('leads'),
          handoffs: records('handoffs'),
          ...(has('interactions') ? { interactions: records('interactions') } : {}),
          ...(has('ownerChanges') ? { ownerChanges: records('ownerChanges') } : {}),
          ...(has('opportunities') ? { opportunities: records('opportunities') } : {}),
        }
        const handoffPolicy = policy.handoff ?? { calendars: {} }
        return counted('handoffs', tallyHandoffs(read, { ...shared, periods, policy: handoffPolicy }))
      }),
    churnCounts: () => once('churnCounts', () => countChurn(subscriptions(), { periods })),
    answerCounts: () =>
      once('answerCounts', () => countResponses(records('responses'), { ...shared, kind: 'nps', periods })),
    dealCounts: (segment) =>
      once(`deals.${segment?.name ?? ''}`, () =>
        counted(
          'opportunities',
          countOpportunities(records('opportunities'), {
            ...shared,
            periods,
            ...(segment === undefined ? {} : { segmentBy: segment.field }),
          }),
        ),
      ),
    excluded: () => excluded,
  }
}
