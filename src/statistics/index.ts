export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type AdjustedPValues, type AdjustPValuesOptions, adjustPValues } from './adjustPValues.js'
export { type AutocorrelatedMannKendallResult, autocorrelatedMannKendallTest } from './autocorrelatedMannKendallTest.js'
export { type ClopperPearsonIntervalOptions, clopperPearsonInterval } from './clopperPearsonInterval.js'
export { cochranArmitageTest } from './cochranArmitageTest.js'
export { type DetectableSlopeOptions, detectableSlope, type SlopeDesign } from './detectableSlope.js'
export {
  type DifferenceIntervalOptions,
  differenceInterval,
  type EstimateLimits,
  type LimitedEstimate,
} from './differenceInterval.js'
export type { ExactPValues } from './exactPValues.js'
export { type FisherExactResult, fisherExactTest } from './fisherExactTest.js'
export { type MannKendallResult, mannKendallTest } from './mannKendallTest.js'
export type {
  DifferenceEstimate,
  IntervalEstimate,
  LevelOptions,
  NpsAnswers,
  Pair,
  Proportion,
  Proportions,
  Rate,
  Rates,
  Values,
} from './model.js'
export { type NewcombeIntervalOptions, newcombeInterval } from './newcombeInterval.js'
export { type NpsEstimate, type NpsIntervalOptions, npsInterval } from './npsInterval.js'
export { type PoissonIntervalOptions, poissonInterval, type RateEstimate } from './poissonInterval.js'
export { type PoissonRateRatioOptions, poissonRateRatio, type RateRatio } from './poissonRateRatio.js'
export { type PoissonTrendResult, poissonTrendTest } from './poissonTrendTest.js'
export {
  type SeasonalMannKendallResult,
  type SeasonalMannKendallTestOptions,
  seasonalMannKendallTest,
} from './seasonalMannKendallTest.js'
export { type SensSlopeOptions, type SlopeEstimate, sensSlope } from './sensSlope.js'
export { type TwoProportionResult, twoProportionTest } from './twoProportionTest.js'
export type { WeightedTrend } from './weightedTrend.js'
export { type WilsonIntervalOptions, wilsonInterval } from './wilsonInterval.js'
