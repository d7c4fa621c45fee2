export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export {
  type ContradictionPair,
  type DetectContradictoryMetricsOptions,
  detectContradictoryMetrics,
  type LevelReading,
  type NpsReading,
  type PairReading,
  type ProportionReading,
  type RateReading,
  type ReadingPair,
  type SeriesReading,
} from './detectContradictoryMetrics.js'
export {
  type DetectorChoices,
  type DetectorOptionsByName,
  type DetectSignalsOptions,
  detectSignals,
  type SignalData,
} from './detectSignals.js'
export { type DetectSustainedDeclineOptions, detectSustainedDecline } from './detectSustainedDecline.js'
export { type HoldSignalOptions, holdSignal } from './holdSignal.js'
export { type CountCells, type CountCellsCell, type MetricSeriesOptions, metricSeries } from './metricSeries.js'
export type {
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
export { type SignalThresholds, type SignalThresholdsOptions, signalThresholds } from './signalThresholds.js'
