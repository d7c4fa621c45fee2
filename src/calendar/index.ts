export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { type LookBackBoundsOptions, lookBackBounds } from './lookBackBounds.js'
export type {
  BusinessCalendar,
  BusinessHours,
  ClockCounts,
  ClockReading,
  PeriodGrid,
  ResponseClock,
  Weekday,
} from './model.js'
export { type PeriodGridOptions, periodGrid } from './periodGrid.js'
