import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { localDay } from '../calendar/localDay.js'
import { fitPurchaseModel } from '../predict/fitPurchaseModel.js'
import { fitSpendModel } from '../predict/fitSpendModel.js'
import type { PurchaseModelFit } from '../predict/models/fit.js'
import type { SpendModel } from '../predict/models/models.js'
import type { PurchaseOrder, PurchaseSummary } from '../predict/models/summary.js'
import { summarisePurchaseDays } from '../predict/summarisePurchaseDays.js'
import { tallyPurchaseDays } from '../predict/tallyPurchaseDays.js'
import type { ReviewSources } from './createReviewSources.js'
import { keepCustomers } from './keepCustomers.js'
import { lifetimesOf } from './lifetimesOf.js'
import type { ReviewContext } from './reviewContext.js'

/** What past purchases say of those to come. */
export interface PurchaseOutlook {
  /** The purchases of those who are still customers, up to the day before the review. */
  current: PurchaseSummary
  /** The same a period earlier. */
  baseline: PurchaseSummary
  /** The model of purchases, fitted to everybody who ever bought; absent where each has a rhythm of his own. */
  fit?: PurchaseModelFit
  /** The model of order values; null where the orders cannot say. */
  spendModel: SpendModel | null
}

/** Fits what there is to fit to the orders; undefined without orders. */
export function purchaseOutlook(sources: ReviewSources, context: ReviewContext): PurchaseOutlook | undefined {
  return sources.once('purchaseOutlook', () => (sources.has('orders') ? outlookOf(sources, context) : undefined))
}

function outlookOf(sources: ReviewSources, { asOf, timeZone, policy, current }: ReviewContext): PurchaseOutlook {
  const days = tallyPurchaseDays(ordersOf(sources), { timeZone })
  // What an order brought in is known net of what was paid back; returns of a later day are taken off the last purchase.
  const summaryAt = (day: number): PurchaseSummary =>
    summarisePurchaseDays(days, { asOf: dayFromNumber(day), timeZone, amount: 'net', ownRhythm: true })
  const dayOf = (at: number): number => dayNumber(localDay(at, timeZone))
  const lastDay = dayOf(asOf - 1)
  const [now, before] = [
    summaryAt(lastDay),
    summaryAt(lastDay - (dayOf(current.end as number) - dayOf(current.start as number))),
  ]
  const isPresent = presentCustomers(sources, asOf)
  const { purchaseModel } = policy
  return {
    current: keepCustomers(now, isPresent),
    baseline: keepCustomers(before, isPresent),
    ...(purchaseModel === null ? {} : { fit: fitPurchaseModel(now, purchaseModel) }),
    spendModel: fitSpendModel(now).model,
  }
}

function ordersOf(sources: ReviewSources): PurchaseOrder[] {
  return sources.tally('purchases').cells.flatMap(({ key: customerId = '', rows = [] }) =>
    (rows as unknown as { id: string; at: number; net?: string; currency?: string }[]).map(
      ({ id, at, net, currency }) => ({
        id,
        customerId,
        placedAt: at,
        ...(net === undefined ? {} : { total: net }),
        ...(currency === undefined ? {} : { currency }),
      }),
    ),
  )
}

/** Whoever has ended every subscription has said goodbye: there is nothing left to be at risk. */
function presentCustomers(sources: ReviewSources, asOf: number): (customerId: string) => boolean {
  if (!sources.has('subscriptions')) return () => true
  const gone = new Set(
    lifetimesOf(sources.tally('subscriptions').cells, asOf)
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ customerId }) => customerId),
  )
  return (customerId) => !gone.has(customerId)
}
