export { type CountFirstContactsOptions, countFirstContacts } from './countFirstContacts.js'
export type { TicketClockOptions } from './createDeadlineReader.js'
export { type DurationSummaryOptions, durationSummary } from './durationSummary.js'
export { type FirstContactResolutionRateOptions, firstContactResolutionRate } from './firstContactResolutionRate.js'
export type { FirstContactOptions } from './firstContactsOf.js'
export {
  type MeasureFirstContactResolutionRateOptions,
  measureFirstContactResolutionRate,
} from './measureFirstContactResolutionRate.js'
export { type MeasureFirstResponseTimeOptions, measureFirstResponseTime } from './measureFirstResponseTime.js'
export { type MeasureSlaAttainmentOptions, measureSlaAttainment } from './measureSlaAttainment.js'
export { type MeasureTimeToResolutionOptions, measureTimeToResolution } from './measureTimeToResolution.js'
export type {
  AttainmentBounds,
  AttainmentMeasurement,
  Duration,
  DurationLists,
  DurationPoint,
  DurationSummary,
  FirstContactCounts,
  SlaCounts,
  TicketOptions,
} from './model.js'
export { type SlaAttainmentOptions, slaAttainment } from './slaAttainment.js'
export { type TallyDurationsOptions, tallyDurations } from './tallyDurations.js'
export { type TallyFirstContactsOptions, tallyFirstContacts } from './tallyFirstContacts.js'
export { type TallySlaOptions, tallySla } from './tallySla.js'
