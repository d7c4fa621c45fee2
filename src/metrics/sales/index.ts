export { type ClassifyProspectOptions, classifyProspect, type ProspectHistory } from './classifyProspect.js'
export { type CloseIncidenceOptions, closeIncidence } from './closeIncidence.js'
export { type CloseCounts, type CloseRateOptions, closeRate } from './closeRate.js'
export { type CountOpportunitiesOptions, countOpportunities } from './countOpportunities.js'
export { type CountProspectsOptions, countProspects } from './countProspects.js'
export { type AnsweredLeads, estimateLateResponseLoss, type LateResponseData } from './estimateLateResponseLoss.js'
export { type ClosedDeals, estimateLostRevenue, type LostRevenueData } from './estimateLostRevenue.js'
export { type MeasureCloseRateOptions, measureCloseRate } from './measureCloseRate.js'
export { type MeasureSalesCycleOptions, measureSalesCycle } from './measureSalesCycle.js'
export { type MeasureSilentProspectRateOptions, measureSilentProspectRate } from './measureSilentProspectRate.js'
export { type MeasureStageConversionRateOptions, measureStageConversionRate } from './measureStageConversionRate.js'
export { type MeasureStageDurationOptions, measureStageDuration } from './measureStageDuration.js'
export type {
  AdjustedDeals,
  CloseIncidence,
  CostEstimate,
  IncidencePoint,
  ObjectionProfile,
  ObjectionTheme,
  OpportunityCounts,
  ProspectAssessment,
  ProspectCounts,
  RepeatedLimits,
  SalesCycleMeasurement,
  SilenceOptions,
  SilentCohort,
  SilentProspectMeasurement,
} from './model.js'
export { type ProfileObjectionsOptions, profileObjections } from './profileObjections.js'
export type { ProspectRecords } from './readProspects.js'
export { type SilenceCounts, type SilentProspectRateOptions, silentProspectRate } from './silentProspectRate.js'
export { type ConversionCounts, type StageConversionRateOptions, stageConversionRate } from './stageConversionRate.js'
