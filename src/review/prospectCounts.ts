import type { Period } from '../measurement.js'
import { countProspects } from '../metrics/sales/countProspects.js'
import type { ReviewSources } from './createReviewSources.js'
import { type ChosenOptions, chosen, rateOptions, without } from './metricRule.js'

/** Prospects of each period at their fixed age. */
export function prospectCounts(sources: ReviewSources, options: ChosenOptions, periods: readonly Period[]) {
  return countProspects(
    {
      handoffs: sources.records('handoffs'),
      interactions: sources.records('interactions'),
      ...(sources.has('opportunities') ? { opportunities: sources.records('opportunities') } : {}),
      ...(sources.has('leads') ? { leads: sources.records('leads') } : {}),
    },
    { ...sources.shared, ...chosen(without(options, rateOptions)), periods },
  )
}
