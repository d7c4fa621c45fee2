import type { DetectCompetitorMentionsOptions } from './detectCompetitorMentions.js'
import type { DetectComplaintsRiseOptions } from './detectComplaintsRise.js'
import type { DetectContradictoryMetricsOptions } from './detectContradictoryMetrics.js'
import type { DetectDissatisfactionSpikeOptions } from './detectDissatisfactionSpike.js'
import type { DetectInteractionFallOptions } from './detectInteractionFall.js'
import type { DetectNpsFallOptions } from './detectNpsFall.js'
import type { DetectOwnershipGapOptions } from './detectOwnershipGap.js'
import type { DetectPromiseGapOptions } from './detectPromiseGap.js'
import type { DetectPurchaseFrequencyFallOptions } from './detectPurchaseFrequencyFall.js'
import type { DetectRecommendationStoppedOptions } from './detectRecommendationStopped.js'
import type { DetectRepeatedObjectionsOptions } from './detectRepeatedObjections.js'
import type { DetectSilenceRiseOptions } from './detectSilenceRise.js'
import type { DetectSlippingCustomersOptions } from './detectSlippingCustomers.js'
import type { DetectSlowResponseOptions } from './detectSlowResponse.js'
import type { DetectSustainedDeclineOptions } from './detectSustainedDecline.js'
import type { DetectCloseRateFallOptions } from './readCloseRateSettings.js'
import type { DetectAcquisitionRetentionImbalanceOptions } from './readFlowSettings.js'
import type { DetectSegmentsAtRiskOptions } from './readSegmentsAtRiskSettings.js'

/** Options of each detector by its name. */
export interface DetectorOptionsByName {
  /** Options of {@link detectSustainedDecline}. */
  detectSustainedDecline: DetectSustainedDeclineOptions
  /** Options of {@link detectDissatisfactionSpike}. */
  detectDissatisfactionSpike: DetectDissatisfactionSpikeOptions
  /** Options of {@link detectNpsFall}. */
  detectNpsFall: DetectNpsFallOptions
  /** Options of {@link detectSegmentsAtRisk}. */
  detectSegmentsAtRisk: DetectSegmentsAtRiskOptions
  /** Options of {@link detectAcquisitionRetentionImbalance}. */
  detectAcquisitionRetentionImbalance: DetectAcquisitionRetentionImbalanceOptions
  /** Options of {@link detectContradictoryMetrics}. */
  detectContradictoryMetrics: DetectContradictoryMetricsOptions
  /** Options of {@link detectCloseRateFall}. */
  detectCloseRateFall: DetectCloseRateFallOptions
  /** Options of {@link detectSilenceRise}. */
  detectSilenceRise: DetectSilenceRiseOptions
  /** Options of {@link detectRepeatedObjections}. */
  detectRepeatedObjections: DetectRepeatedObjectionsOptions
  /** Options of {@link detectPromiseGap}. */
  detectPromiseGap: DetectPromiseGapOptions
  /** Options of {@link detectSlowResponse}. */
  detectSlowResponse: DetectSlowResponseOptions
  /** Options of {@link detectOwnershipGap}. */
  detectOwnershipGap: DetectOwnershipGapOptions
  /** Options of {@link detectPurchaseFrequencyFall}. */
  detectPurchaseFrequencyFall: DetectPurchaseFrequencyFallOptions
  /** Options of {@link detectInteractionFall}. */
  detectInteractionFall: DetectInteractionFallOptions
  /** Options of {@link detectComplaintsRise}. */
  detectComplaintsRise: DetectComplaintsRiseOptions
  /** Options of {@link detectRecommendationStopped}. */
  detectRecommendationStopped: DetectRecommendationStoppedOptions
  /** Options of {@link detectCompetitorMentions}. */
  detectCompetitorMentions: DetectCompetitorMentionsOptions
  /** Options of {@link detectSlippingCustomers}. */
  detectSlippingCustomers: DetectSlippingCustomersOptions
}

/** Own options of the detectors, over the shared ones and the defaults; false switches one off. */
export type DetectorChoices = {
  readonly [D in keyof DetectorOptionsByName]?: Partial<DetectorOptionsByName[D]> | false | undefined
}
