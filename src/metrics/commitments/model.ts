import type { Measurement } from '../../measurement.js'

/** Promises of one period. */
export interface CommitmentCounts {
  /** Promises whose deadline is over. */
  due: number
  /** Those of them kept: on time and in full. */
  kept: number
  /** Those of them fulfilled on time. */
  onTime: number
  /** Those of them fulfilled in full. */
  inFull: number
  /** Those of them fulfilled, also late. */
  fulfilled: number
  /** Promises whose deadline is not over, also when already fulfilled. */
  pending: number
}

/** The share of promises kept, with what it is made of. */
export interface CommitmentMeasurement extends Measurement {
  /** Share of the due ones fulfilled on time; absent when not counted. */
  onTimeRate?: Measurement
  /** Share of the due ones fulfilled in full; absent when not counted. */
  inFullRate?: Measurement
  /** Share of the due ones fulfilled at all; absent when not counted. */
  keptEver?: Measurement
}

/** When a promise is due, and when it counts as kept. */
export interface CommitmentOptions {
  /** The first due date, or the one after renegotiation; default `'original'`. */
  readonly dueBasis?: 'original' | 'latest' | undefined
  /** Local days by which the deadline is later than the due date, 0 to 36,600; default 0. */
  readonly graceDays?: number | undefined
  /** Whether a promise fulfilled before its deadline already counts as due; default false. */
  readonly countEarly?: boolean | undefined
  /** Earlier than so many local days before the due date is not on time, 0 to 36,600; default: never too early. */
  readonly earlyToleranceDays?: number | undefined
  /** Every commitment, or those of one `groupId` as one promise; default `'commitment'`. */
  readonly unit?: 'commitment' | 'group' | undefined
}
