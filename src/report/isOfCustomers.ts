import type { SignalResult } from '../signals/model.js'

const customerDetectors = [
  'detectPurchaseFrequencyFall',
  'detectInteractionFall',
  'detectComplaintsRise',
  'detectRecommendationStopped',
  'detectCompetitorMentions',
]

/** Whether a detector looks at single customers: their findings are a list of their own. */
export function isOfCustomers({ detector }: SignalResult): boolean {
  return customerDetectors.includes(detector)
}
