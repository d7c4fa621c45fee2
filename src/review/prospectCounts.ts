import type { Period } from '../measurement.js'
import { countProspects } from '../metrics/sales/countProspects.js'
import { type ChosenOptions, chosen, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'

/** Prospects of each period at their fixed age. */
export function prospectCounts(sources: ReviewSources, options: ChosenOptions, periods: readonly Period[]) {
  return countProspects(
    {
      handoffs: sources.rows('handoffs'),
      interactions: sources.rows('interactions'),
      ...(sources.has('opportunities') ? { opportunities: sources.rows('opportunities') } : {}),
      ...(sources.has('leads') ? { leads: sources.rows('leads') } : {}),
    },
    { ...sources.shared, ...chosen(without(options, rateOptions)), periods },
  )
}
