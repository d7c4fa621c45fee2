export { type AverageRetentionOptions, averageRetention } from './averageRetention.js'
export { type CohortRetentionOptions, cohortRetention } from './cohortRetention.js'
export { type CountCohortRetentionOptions, countCohortRetention } from './countCohortRetention.js'
export { type MeasureCohortRetentionOptions, measureCohortRetention } from './measureCohortRetention.js'
export type {
  CohortRetention,
  RetainedCounts,
  RetentionCell,
  RetentionCountCell,
  RetentionCounts,
  RetentionTally,
} from './model.js'
export type { RetentionRuleOptions } from './readRetentionRule.js'
