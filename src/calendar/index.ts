export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type AddBusinessTimeOptions, addBusinessTime } from './addBusinessTime.js'
export { type BusinessTimeBetweenOptions, businessTimeBetween } from './businessTimeBetween.js'
export { type BusinessWindowsOptions, businessWindows } from './businessWindows.js'
export { countClocks } from './countClocks.js'
export { type LookBackBoundsOptions, lookBackBounds } from './lookBackBounds.js'
export type {
  BusinessCalendar,
  BusinessHours,
  BusinessWeek,
  ClockCounts,
  ClockPause,
  ClockReading,
  LookBackBounds,
  OpenPeriod,
  PeriodGrid,
  ResponseClock,
  Weekday,
} from './model.js'
export { type PeriodGridOptions, periodGrid } from './periodGrid.js'
export { type ReadClockOptions, readClock } from './readClock.js'
