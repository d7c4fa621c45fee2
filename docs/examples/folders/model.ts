import type { Instant } from 'retention-okr'
import type { ReviewPolicy, SomeRecords } from 'retention-okr/review'

/** Where the examples say what they do, and which rows they could not read. */
export interface Reporter {
  /** A line of progress. */
  say: (text: string) => void
  /** Keeps the records of a mapped export and reports its bad rows. */
  keep: <T>(name: string, mapped: Mapped<T>) => T[]
}

/** What `mapRows` gives. */
export interface Mapped<T> {
  records: T[]
  bad: { index: number; issues: { column: string; rule: string }[] }[]
  skipped: Record<string, number>
}

/** What is shown of deals beside the review. */
export interface SalesView {
  /** Won over closed, or the share of those created that was won within so many days. */
  closeRate: { basis: 'closed' | 'created'; windowDays?: number }
  /** Fields and columns of the deals by which the close rate is shown. */
  segments: readonly string[]
  /** Deals created before this day are not shown. */
  since?: string
}

/** The export of one system: which files it has, and what they become. */
export interface FolderMapping {
  /** Files by which the folder is known. */
  files: readonly string[]
  asOf: Instant
  timeZone: string
  policy: ReviewPolicy
  sales?: SalesView
  read: (folder: string, report: Reporter) => SomeRecords
}
