export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export type {
  ChartLocale,
  DigitOptions,
  Formatters,
  Message,
  MessageParams,
  Messages,
  Table,
  TableColumn,
  TableRow,
} from '../locales/model.js'
export { type ChartCheckInsOptions, chartCheckIns } from './chartCheckIns.js'
export { type ChartCohortsOptions, chartCohorts } from './chartCohorts.js'
export { type ChartConfidenceOptions, chartConfidence } from './chartConfidence.js'
export { type ChartContradictionsOptions, chartContradictions } from './chartContradictions.js'
export { type ChartControlOptions, chartControl } from './chartControl.js'
export { type ChartHandoffReasonsOptions, chartHandoffReasons } from './chartHandoffReasons.js'
export { type ChartKeyResultsOptions, chartKeyResults } from './chartKeyResults.js'
export { type ChartNetPromoterScoreOptions, chartNetPromoterScore } from './chartNetPromoterScore.js'
export { type ChartResponseTimesOptions, chartResponseTimes } from './chartResponseTimes.js'
export { type ChartSegmentsOptions, chartSegments } from './chartSegments.js'
export { type ChartSignalsOptions, chartSignals } from './chartSignals.js'
export { type ChartSurvivalOptions, chartSurvival } from './chartSurvival.js'
export { type ChartTrajectoryOptions, chartTrajectory } from './chartTrajectory.js'
export type { PlottedControl, PlottedControlPoint, PlottedCurve, PlottedStep, PlottedSurvival } from './curveModel.js'
export type {
  PlottedCondition,
  PlottedForecast,
  PlottedKeyResult,
  PlottedPlan,
  PlottedPlanPoint,
  PlottedPoint,
  PlottedScore,
} from './keyResultModel.js'
export type {
  Chart,
  ChartOptions,
  ContradictionLimits,
  PlottedCohorts,
  PlottedDuration,
  PlottedDurations,
  PlottedFinding,
  PlottedMeasurement,
  PlottedNps,
  PlottedNpsMeasurement,
  PlottedRetentionCell,
  PlottedSegment,
  PlottedSignal,
} from './model.js'
