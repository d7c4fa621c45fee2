import type { ReviewRecords } from './models/records.js'

/** The records of a review, as they are given. */
export interface RecordReader {
  /** Whether records of a type were given. */
  has: (type: keyof ReviewRecords) => boolean
  /** The records of a type, as often as they are asked for; none where none were given. */
  read: <K extends keyof ReviewRecords>(type: K) => ReviewRecords[K]
}
