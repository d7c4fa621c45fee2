import type { Day, Instant } from '../measurement.js'

/** Opening hours of one window, local wall time `'HH:MM'`. */
export interface BusinessHours {
  /** First minute open. */
  open: string
  /** First minute closed; `'24:00'` is the end of the day, a time before `open` lies on the next day. */
  close: string
}

/** Day of the week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/** Opening hours by weekday. */
export interface BusinessWeek {
  /** Windows that open on a Monday. */
  readonly monday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Tuesday. */
  readonly tuesday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Wednesday. */
  readonly wednesday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Thursday. */
  readonly thursday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Friday. */
  readonly friday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Saturday. */
  readonly saturday?: readonly BusinessHours[] | undefined
  /** Windows that open on a Sunday. */
  readonly sunday?: readonly BusinessHours[] | undefined
}

/** A team's opening hours, holidays and exceptions. */
export interface BusinessCalendar {
  /** IANA zone of the wall times. */
  timeZone: string
  /** Windows of each weekday; a day without any is closed. */
  week: BusinessWeek
  /** Days without opening hours. */
  holidays?: readonly Day[] | undefined
  /** Days with other windows than their weekday's. */
  overrides?: { readonly [day: Day]: readonly BusinessHours[] } | undefined
}

/** Consecutive periods by their bounds: period i is `[bounds[i], bounds[i + 1])`. */
export interface PeriodGrid {
  /** Length of a period. */
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** IANA zone of the calendar. */
  timeZone: string
  /** Epoch milliseconds, ascending, one more than there are periods. */
  bounds: readonly number[]
}

/** A time in which a clock stands still. */
export interface ClockPause {
  /** First instant of the pause. */
  start: Instant
  /** First instant after it; absent while it lasts. */
  end?: Instant | undefined
}

/** A response clock to read: started, perhaps stopped. */
export interface ResponseClock {
  /** When it started. */
  startedAt: Instant
  /** When it was stopped; absent while it runs. */
  stoppedAt?: Instant | undefined
  /** Spans that do not count; one without an end is still open. */
  pauses?: readonly ClockPause[] | undefined
}

/** State of a response clock at an instant. */
export interface ClockReading {
  /** Met, breached, still open within its target, or without a target time. */
  state: 'met' | 'breached' | 'pending' | 'not_applicable'
  /** Counted milliseconds so far; null when not applicable. */
  elapsed: number | null
  /** Target in milliseconds of open time. */
  target: number
  /** When the target is reached; null when it never is. */
  dueAt: string | null
  /** Whether the whole target time has passed at the instant of reading. */
  mature: boolean
  /** Whether a stop is known. */
  completed: boolean
  /** Whether it was stopped before it started. */
  negativeInterval: boolean
}

/** Counts of clock readings. */
export interface ClockCounts {
  /** Mature and in time. */
  met: number
  /** Mature and late, or still open past the target. */
  breached: number
  /** Not mature and still open. */
  pending: number
  /** Not mature and already met. */
  pendingMet: number
  /** Without a target time. */
  notApplicable: number
}

/** An open window, ISO instants in UTC. */
export interface OpenPeriod {
  /** First instant open. */
  start: string
  /** First instant closed. */
  end: string
}

/** Spans before the bounds of a grid, one entry a bound, in epoch milliseconds. */
export interface LookBackBounds {
  /** Starts of the spans. */
  from: number[]
  /** Ends of the spans: the bounds. */
  to: number[]
}
