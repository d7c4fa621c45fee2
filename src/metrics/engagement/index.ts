export type { ActiveDayOptions } from './activeDaysOf.js'
export { type CompositeScoreOptions, compositeScore } from './compositeScore.js'
export { type CountActiveDaysOptions, countActiveDays } from './countActiveDays.js'
export { type CountParticipationsOptions, countParticipations } from './countParticipations.js'
export { type MeasureParticipationRateOptions, measureParticipationRate } from './measureParticipationRate.js'
export { type MeasureStickinessOptions, measureStickiness } from './measureStickiness.js'
export type {
  ActiveDayCount,
  ActiveDayCounts,
  ActiveDayTotals,
  CompositeOverride,
  CompositeScore,
  ParticipationCounts,
  ParticipationRecords,
  ScoreComponent,
  ScoreContribution,
  ScoreGroup,
  StickinessMeasurement,
} from './model.js'
export { type ParticipationRateOptions, participationRate } from './participationRate.js'
export { type StickinessOptions, stickiness } from './stickiness.js'
export { type TallyParticipationsOptions, tallyParticipations } from './tallyParticipations.js'
