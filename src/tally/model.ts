import type { Day } from '../measurement.js'

/** Mergeable, JSON-serialisable counts. */
export interface Tally<Counts extends object = Record<string, number>> {
  /** What was counted, e.g. `sla-attainment`. */
  kind: string
  /** The options that shaped it, `asOf` included; only tallies of one definition merge. */
  definition: object
  /** Unique and sorted by cohort, period, segment, offset and key. */
  cells: readonly TallyCell<Counts>[]
  /** Records left out, by reason. */
  excluded?: Record<string, number> | undefined
  /** Version of the format; absent = 1. */
  version?: 1 | undefined
  /** What is counted once, e.g. `customer`; absent: records. */
  distinct?: string | undefined
  /** The parts of a declared split that this tally covers. */
  partition?: Partition | undefined
  /** Counts that depend on ranks over all units: never merged. */
  ranked?: true | undefined
}

/** One cell of a tally: what it is of, and its counts. */
export interface TallyCell<Counts extends object = Record<string, number>> {
  /** First local day of the cohort's bucket. */
  cohort?: string | undefined
  /** ISO 8601 interval of two UTC instants. */
  period?: string | undefined
  /** First local day of the period. */
  start?: Day | undefined
  /** First local day after the period. */
  end?: Day | undefined
  /** Segment; `''` for records without one. */
  segment?: string | undefined
  /** Buckets since the cohort's. */
  offset?: number | undefined
  /** What a keyed tally is keyed by. */
  key?: string | undefined
  /** Counts, added by a merge. */
  counts?: Counts | undefined
  /** Exact decimals, added by a merge. */
  amounts?: Record<string, string> | undefined
  /** Sorted multisets, merged. */
  lists?: Record<string, readonly (number | string)[]> | undefined
  /** Rows united by id: equal ones collapse, different ones are a conflict. */
  rows?: readonly TallyRow[] | undefined
}

/** One record of a keyed tally, as few columns as a metric needs. */
export interface TallyRow {
  /** Identity of the record; rows without one are never united. */
  id?: string | undefined
  /** A column by its name. */
  [column: string]: unknown
}

/** Counts per period: a tally whose cells always have counts and a period. */
export interface CountTally<Counts extends object> extends Tally<Counts> {
  /** One cell a period and segment. */
  cells: readonly CountCell<Counts>[]
}

/** The counts of one period and segment. */
export interface CountCell<Counts extends object> extends TallyCell<Counts> {
  /** ISO 8601 interval of two UTC instants. */
  period: string
  /** First local day of the period. */
  start: Day
  /** First local day after the period. */
  end: Day
  /** The counts. */
  counts: Counts
}

/** The parts of a declared split that a tally covers. */
export interface Partition {
  /** Name of the split. */
  name: string
  /** Its parts, sorted and unique. */
  parts: readonly string[]
}

/** The part of a declared split that some records are. */
export interface DeclaredPart {
  /** Name of the split. */
  readonly name: string
  /** The part. */
  readonly part: string
}

/** Who answers for ids that come twice: the library looks, or the caller vouches that none does. */
export type DuplicateRule = 'check' | 'trusted'
