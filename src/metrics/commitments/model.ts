import type { Measurement } from '../../measurement.js'

/** Live statements of one topic to one customer that contradict each other. */
export interface PromiseConflict {
  /** Id of the customer. */
  customerId: string
  /** The topic, as the earliest statement writes it. */
  topic: string
  /** Ids of the live statements by time, then id. */
  ids: string[]
  /** (Largest - smallest) / size of the earliest; null for text, and when the earliest is 0. */
  gap: number | null
}

/** The share of comparable groups of statements that agree, with those that do not. */
export interface PromiseConsistencyMeasurement extends Measurement {
  /** The groups in conflict, by customer, then topic. */
  conflicts: PromiseConflict[]
  /** Groups of customer and topic with a live statement. */
  groups: number
  /** Statements that replaced another one and that the customer was told. */
  revisions: number
}

/** Promises of a period, by due date. */
export interface CommitmentCounts {
  /** Due by now. */
  due: number
  /** Of them kept: on time and in full. */
  kept: number
  /** Of them fulfilled on time. */
  onTime: number
  /** Of them fulfilled in full, whenever. */
  inFull: number
  /** Of them fulfilled, whenever. */
  fulfilled: number
  /** Not due yet. */
  pending: number
}

/** The share of promises kept, with its parts where they were counted. */
export interface CommitmentMeasurement extends Measurement {
  /** Fulfilled on time / due. */
  onTimeRate?: Measurement
  /** Fulfilled in full / due. */
  inFullRate?: Measurement
  /** Fulfilled by now / due. */
  keptEver?: Measurement
}

/** When a promise counts as due and as kept. */
export interface CommitmentOptions {
  /** The first due date, or the one after renegotiation; default `'original'`. */
  readonly dueBasis?: 'original' | 'latest' | undefined
  /** Local days after the due date that are still on time, 0 to 36,600; default 0. */
  readonly graceDays?: number | undefined
  /** Whether a promise that was fulfilled before its due date counts as due; default false: it is pending. */
  readonly countEarly?: boolean | undefined
  /** Local days before the due date before which is not on time, 0 to 36,600; default none. */
  readonly earlyToleranceDays?: number | undefined
  /** Every record, or those of one `groupId` together; default `'commitment'`. */
  readonly unit?: 'commitment' | 'group' | undefined
}
