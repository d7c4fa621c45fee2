import type { DetectorOptionsByName } from '../signals/detectorOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewGap } from './models/figures.js'
import type { ReviewRecords } from './models/records.js'
import type { ReviewContext } from './reviewContext.js'

/** The name of a detector. */
export type DetectorName = keyof DetectorOptionsByName

/** The records and choices behind a detector. */
interface DetectorNeed {
  records: readonly (keyof ReviewRecords)[]
  choices?: readonly string[]
}

const needs: { readonly [D in DetectorName]: DetectorNeed } = {
  detectSustainedDecline: { records: [] },
  detectDissatisfactionSpike: { records: ['tickets', 'orders'] },
  detectNpsFall: { records: ['responses'] },
  detectSegmentsAtRisk: { records: ['customers', 'subscriptions'], choices: ['policy.segments'] },
  detectAcquisitionRetentionImbalance: { records: ['subscriptions'] },
  detectContradictoryMetrics: { records: ['responses', 'subscriptions'] },
  detectCloseRateFall: { records: ['opportunities'] },
  detectSilenceRise: { records: ['handoffs', 'interactions'] },
  detectRepeatedObjections: { records: ['objections'] },
  detectPromiseGap: { records: ['commitments'] },
  detectSlowResponse: { records: ['leads', 'handoffs'], choices: ['policy.handoff', 'target'] },
  detectOwnershipGap: { records: ['leads', 'handoffs'], choices: ['policy.handoff'] },
  detectPurchaseFrequencyFall: { records: ['orders'] },
  detectSlippingCustomers: { records: ['orders'] },
  detectInteractionFall: { records: ['activities'] },
  detectComplaintsRise: { records: ['tickets', 'subscriptions'] },
  detectRecommendationStopped: { records: ['referrals', 'responses'] },
  // No record of a review holds what was said about competitors.
  detectCompetitorMentions: { records: [] },
}

/** In the order of their results. */
const detectorNames = /* @__PURE__ */ Object.keys(needs) as DetectorName[]

/** Which detectors have something to look at, and what the others lack; one switched off is in neither. */
export function detectorsOf(
  runs: (name: DetectorName) => boolean,
  { has }: Pick<ReviewSources, 'has'>,
  { policy }: ReviewContext,
): { detectors: DetectorName[]; gaps: ReviewGap[] } {
  const detectors: DetectorName[] = []
  const gaps: ReviewGap[] = []
  for (const name of detectorNames) {
    const { records, choices = [] } = needs[name]
    if (policy.signals?.[name] === false) continue
    if (runs(name)) {
      detectors.push(name)
      continue
    }
    const absent = records.filter((type) => !has(type))
    const isChoice = absent.length === 0 && choices.length > 0
    gaps.push({ what: name, code: isChoice ? 'missing_option' : 'no_records', needs: isChoice ? [...choices] : absent })
  }
  return { detectors, gaps }
}
