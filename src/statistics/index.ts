export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type AdjustedPValues, type AdjustPValuesOptions, adjustPValues } from './adjustPValues.js'
export { type AssignBandOptions, assignBand, type Band } from './assignBand.js'
export type { AttributeChart } from './attributeChart.js'
export { type AutocorrelatedMannKendallResult, autocorrelatedMannKendallTest } from './autocorrelatedMannKendallTest.js'
export { type ChangePointsOptions, changePoints, type Segmentation } from './changePoints.js'
export { type ClopperPearsonIntervalOptions, clopperPearsonInterval } from './clopperPearsonInterval.js'
export { cochranArmitageTest } from './cochranArmitageTest.js'
export {
  type CumulativeIncidenceOptions,
  cumulativeIncidence,
  type IncidenceCurve,
  type IncidenceStep,
  type OutcomeObservation,
} from './cumulativeIncidence.js'
export {
  type DetectableDifferenceOptions,
  type DifferenceDesign,
  detectableDifference,
} from './detectableDifference.js'
export {
  type DetectableRateRatioOptions,
  type DetectableRatio,
  detectableRateRatio,
  type RateRatioDesign,
} from './detectableRateRatio.js'
export { type DetectableSlopeOptions, detectableSlope, type SlopeDesign } from './detectableSlope.js'
export {
  type DifferenceIntervalOptions,
  differenceInterval,
  type EstimateLimits,
  type LimitedEstimate,
} from './differenceInterval.js'
export type { ExactPValues } from './exactPValues.js'
export {
  type AverageChart,
  type ExponentialAverageChartOptions,
  exponentialAverageChart,
} from './exponentialAverageChart.js'
export { type FisherExactResult, fisherExactTest } from './fisherExactTest.js'
export { type HampelFilterOptions, type HampelResult, hampelFilter } from './hampelFilter.js'
export { type IndividualsChartOptions, type IndividualsLimits, individualsChart } from './individualsChart.js'
export { type KaplanMeierOptions, kaplanMeier, type SurvivalCurve, type SurvivalStep } from './kaplanMeier.js'
export { type LogRankResult, logRankTest } from './logRankTest.js'
export { type MannKendallResult, mannKendallTest } from './mannKendallTest.js'
export { type MeanIntervalOptions, meanInterval } from './meanInterval.js'
export { type MedianIntervalOptions, medianInterval } from './medianInterval.js'
export type {
  DifferenceEstimate,
  IntervalEstimate,
  LevelOptions,
  NpsAnswers,
  Observation,
  Pair,
  Proportion,
  Proportions,
  Rate,
  Rates,
  Values,
} from './model.js'
export { type NelsonMatches, type NelsonRule, type NelsonRulesOptions, nelsonRules } from './nelsonRules.js'
export { type NewcombeIntervalOptions, newcombeInterval } from './newcombeInterval.js'
export { type NpsEstimate, type NpsIntervalOptions, npsInterval } from './npsInterval.js'
export { type PoissonIntervalOptions, poissonInterval, type RateEstimate } from './poissonInterval.js'
export { type PoissonRateRatioOptions, poissonRateRatio, type RateRatio } from './poissonRateRatio.js'
export { type PoissonTrendResult, poissonTrendTest } from './poissonTrendTest.js'
export { type ProportionChartOptions, proportionChart } from './proportionChart.js'
export { type QuantileOptions, type Quantiles, quantile } from './quantile.js'
export { type RateChartOptions, rateChart } from './rateChart.js'
export { type RateSpikeResult, rateSpikeTest, type SpikeData } from './rateSpikeTest.js'
export { type RatioIntervalOptions, type RatioRow, ratioInterval } from './ratioInterval.js'
export {
  type SeasonalMannKendallResult,
  type SeasonalMannKendallTestOptions,
  seasonalMannKendallTest,
} from './seasonalMannKendallTest.js'
export { type SensSlopeOptions, type SlopeEstimate, sensSlope } from './sensSlope.js'
export { type ShrunkenRates, type ShrunkenRatesOptions, shrunkenRates } from './shrunkenRates.js'
export { type TwoProportionResult, twoProportionTest } from './twoProportionTest.js'
export type { WeightedTrend } from './weightedTrend.js'
export { type WilsonIntervalOptions, wilsonInterval } from './wilsonInterval.js'
