import type { Period } from '../measurement.js'
import { countChurn } from '../metrics/churn/countChurn.js'
import { countResponses } from '../metrics/nps/countResponses.js'
import { countPurchases } from '../metrics/repeat-purchase/countPurchases.js'
import { countOpportunities } from '../metrics/sales/countOpportunities.js'
import type { ChosenOptions } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewSegment } from './models/policy.js'

/** Purchases of periods. */
export function purchaseCounts(sources: ReviewSources, periods: readonly Period[]) {
  return sources.once(keyOf('purchases', periods), () => countPurchases(sources.tally('purchases'), { periods }))
}

/** Lost and joined customers of periods. */
export function churnCounts(sources: ReviewSources, periods: readonly Period[]) {
  return sources.once(keyOf('churn', periods), () => countChurn(sources.tally('subscriptions'), { periods }))
}

/** NPS answers of periods. */
export function answerCounts(sources: ReviewSources, periods: readonly Period[], options: ChosenOptions) {
  return sources.once(keyOf('answers', periods), () =>
    countResponses(sources.tally('responses', options), { kind: 'nps', periods }),
  )
}

/** Deals of periods; by segment when one is given. */
export function dealCounts(sources: ReviewSources, periods: readonly Period[], segment?: ReviewSegment) {
  return sources.once(keyOf(`deals.${segment?.name ?? ''}`, periods), () =>
    countOpportunities(sources.rows('opportunities'), {
      ...sources.shared,
      periods,
      ...(segment === undefined ? {} : { segmentBy: segment.field }),
    }),
  )
}

function keyOf(name: string, periods: readonly Period[]): string {
  return JSON.stringify([name, periods[0]?.start, periods.length])
}
