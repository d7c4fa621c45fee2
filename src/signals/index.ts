export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export type { CloseRatePeriod, SegmentDeals } from './closeRatePeriods.js'
export type {
  LevelReading,
  NpsReading,
  PairReading,
  ProportionReading,
  RateReading,
  ReadingPair,
  SeriesReading,
} from './contradictionReadings.js'
export type { CustomerFlows, FlowCohorts, FlowPeriod } from './customerFlows.js'
export { detectAcquisitionRetentionImbalance } from './detectAcquisitionRetentionImbalance.js'
export { detectCloseRateFall } from './detectCloseRateFall.js'
export {
  type CompetitorMention,
  type DetectCompetitorMentionsOptions,
  detectCompetitorMentions,
  type MentionData,
} from './detectCompetitorMentions.js'
export {
  type DetectComplaintsRiseOptions,
  detectComplaintsRise,
  type PresentCustomer,
} from './detectComplaintsRise.js'
export {
  type ContradictionPair,
  type DetectContradictoryMetricsOptions,
  detectContradictoryMetrics,
} from './detectContradictoryMetrics.js'
export { type DetectDissatisfactionSpikeOptions, detectDissatisfactionSpike } from './detectDissatisfactionSpike.js'
export { type DetectInteractionFallOptions, detectInteractionFall } from './detectInteractionFall.js'
export { type DetectNpsFallOptions, detectNpsFall, type NpsWaves } from './detectNpsFall.js'
export {
  type DetectOwnershipGapOptions,
  detectOwnershipGap,
  type OpenLead,
  type OwnershipData,
} from './detectOwnershipGap.js'
export type { DetectorChoices, DetectorOptionsByName } from './detectorOptions.js'
export {
  type DetectPromiseGapOptions,
  detectPromiseGap,
  type KeepingCounts,
  type PromiseCounts,
} from './detectPromiseGap.js'
export {
  type DetectPurchaseFrequencyFallOptions,
  detectPurchaseFrequencyFall,
} from './detectPurchaseFrequencyFall.js'
export {
  type DetectRecommendationStoppedOptions,
  detectRecommendationStopped,
  type RecommendationAnswer,
  type RecommendationData,
} from './detectRecommendationStopped.js'
export {
  type DetectRepeatedObjectionsOptions,
  detectRepeatedObjections,
} from './detectRepeatedObjections.js'
export { detectSegmentsAtRisk } from './detectSegmentsAtRisk.js'
export { type DetectSignalsOptions, detectSignals } from './detectSignals.js'
export { type DetectSilenceRiseOptions, detectSilenceRise } from './detectSilenceRise.js'
export {
  type DetectSlippingCustomersOptions,
  detectSlippingCustomers,
  type SlippingSummaries,
} from './detectSlippingCustomers.js'
export {
  type AnsweredCounts,
  type DetectSlowResponseOptions,
  detectSlowResponse,
  type ResponseGroups,
  type UntouchedCounts,
} from './detectSlowResponse.js'
export { type DetectSustainedDeclineOptions, detectSustainedDecline } from './detectSustainedDecline.js'
export { findUnresolvedObjections } from './findUnresolvedObjections.js'
export { type HoldSignalOptions, holdSignal } from './holdSignal.js'
export { type CountCells, type CountCellsCell, type MetricSeriesOptions, metricSeries } from './metricSeries.js'
export type {
  CustomerDetectorOptions,
  CustomerEvent,
  CustomerPresence,
  Detectable,
  DetectorOptions,
  MetricSeries,
  MetricSeriesBase,
  ProportionPeriod,
  ProportionSeries,
  RatePeriod,
  RateSeries,
  SeriesPeriod,
  SignalResult,
  SignalState,
  SignalStatus,
  UnmetMinimum,
  ValuePeriod,
  ValueSeries,
} from './model.js'
export type { ObjectionPair, ObjectionThemes } from './objectionModel.js'
export type { DetectCloseRateFallOptions } from './readCloseRateSettings.js'
export type { DetectAcquisitionRetentionImbalanceOptions } from './readFlowSettings.js'
export type { DetectSegmentsAtRiskOptions } from './readSegmentsAtRiskSettings.js'
export type { SegmentCount, SegmentCounts } from './segmentComparison.js'
export type { OneOrMany, SignalData } from './signalData.js'
export { type SignalThresholds, type SignalThresholdsOptions, signalThresholds } from './signalThresholds.js'
export type { SilenceCohort } from './silenceCohorts.js'
