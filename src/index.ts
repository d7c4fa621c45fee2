export * from './calendar/index.js'
export type { ErrorCode, ErrorDetails } from './errors.js'
export { isRetentionOkrError, RetentionOkrError } from './errors.js'
export type { Finding } from './finding.js'
export type {
  Day,
  DecimalInput,
  Definition,
  Instant,
  Interval,
  JsonObject,
  JsonValue,
  Measurement,
  Period,
  Reason,
  Unit,
} from './measurement.js'
export * from './metrics/index.js'
export * from './okr/index.js'
export * from './predict/index.js'
export * from './records/index.js'
export * from './review/index.js'
export * from './signals/index.js'
export type {
  ColumnTally,
  CountCell,
  CountTally,
  DeclaredPart,
  Partition,
  Tally,
  TallyCell,
  TallyRow,
} from './tally/index.js'
export { emptyTally, mergeTallies } from './tally/index.js'
