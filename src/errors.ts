/** Stable code of a broken contract; renaming one is a major version. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'INVALID_OPTION'
  | 'TOO_LARGE'
  | 'INVALID_NUMBER'
  | 'INVALID_COUNT'
  | 'COUNT_EXCEEDS_BASE'
  | 'MISSING_COUNT'
  | 'RATE_OUT_OF_RANGE'
  | 'INVALID_AMOUNT'
  | 'NEGATIVE_AMOUNT'
  | 'AMOUNT_OUT_OF_RANGE'
  | 'INVALID_WEIGHT'
  | 'INVALID_DAY'
  | 'INVALID_INSTANT'
  | 'INVALID_TIME_ZONE'
  | 'INVALID_PERIOD'
  | 'EVENT_ORDER'
  | 'CONFLICTING_RECORDS'
  | 'DUPLICATE_ID'
  | 'TALLY_MISMATCH'
  | 'TALLY_NOT_MERGEABLE'
  | 'SCORE_OUT_OF_SCALE'
  | 'INVALID_SCALE'
  | 'MIXED_SURVEYS'
  | 'INVALID_BANDS'
  | 'INVALID_SEGMENTS'
  | 'INVALID_ZONES'
  | 'TIE_BREAKER_REQUIRED'
  | 'NOT_ENROLLED'
  | 'INVALID_CONDITION'
  | 'INVALID_GATE'
  | 'INVALID_PLAN'
  | 'INVALID_READING'
  | 'INVALID_QUANTITY'
  | 'INVALID_DEFINITION'
  | 'MISSING_PERIOD'
  | 'MISSING_TARGET'
  | 'RELATIVE_NEEDS_POSITIVE_BASELINE'
  | 'RELATIVE_ON_INTERVAL_SCALE'
  | 'TARGET_OUT_OF_DOMAIN'
  | 'UNKNOWN_KEY_RESULT'
  | 'UNKNOWN_OBJECTIVE'
  | 'ALIGNMENT_CYCLE'
  | 'METRIC_MISMATCH'
  | 'UNKNOWN_METRIC'
  | 'INVALID_HISTORY'
  | 'INVALID_MODEL'
  | 'INVALID_COHORT'
  | 'UNSUPPORTED_VERSION'

/** What a broken contract says of itself: where, which rule, and the kind of what came. */
export interface ErrorDetails {
  /** Path of the field, e.g. `orders[1234].placedAt`. */
  path: string
  /** The broken rule, a short lower-case phrase. */
  rule: string
  /** The kind of what came (`'null'`, `'string of 12'`) or a number; never the text of a record. */
  received: string | number
}

/**
 * The one exception of the library: a broken contract, with a stable code and plain details.
 *
 * Data that cannot answer is not an exception: it is a `Measurement` whose value is null, with a reason.
 *
 * @example
 * ```ts
 * import { churnRate, RetentionOkrError } from 'retention-okr'
 *
 * let code = ''
 * try {
 *   churnRate({ opening: 10, lost: 11 })
 * } catch (error) {
 *   if (error instanceof RetentionOkrError) code = error.code
 * }
 * code // => 'COUNT_EXCEEDS_BASE'
 * ```
 * @since 0.1.0
 */
export class RetentionOkrError extends RangeError {
  /** Always `'RetentionOkrError'`, also across copies of the library. */
  override readonly name = 'RetentionOkrError'
  /** Stable code, for programs. */
  readonly code: ErrorCode
  /** Where and why, for people. */
  readonly details: ErrorDetails

  /**
   * Makes an error of the given code; the message is composed from the details.
   *
   * @param code - one of {@link ErrorCode}
   * @param details - path, rule and the kind of what came
   */
  constructor(code: ErrorCode, details: ErrorDetails) {
    super(`${code} at ${details.path}: ${details.rule} (received ${details.received})`)
    this.code = code
    this.details = details
  }
}

/**
 * Tells whether a caught value is an error of this library, by name and code.
 *
 * Unlike `instanceof` it also recognises the errors of another copy of the library (ESM beside CommonJS).
 *
 * @param error - anything that was caught
 * @returns true for a `RetentionOkrError` of any copy
 * @example
 * ```ts
 * import { isRetentionOkrError } from 'retention-okr'
 *
 * isRetentionOkrError(new RangeError('too deep')) // => false
 * ```
 * @since 0.1.0
 */
export function isRetentionOkrError(error: unknown): error is RetentionOkrError {
  try {
    return (
      error instanceof Error && error.name === 'RetentionOkrError' && 'code' in error && typeof error.code === 'string'
    )
  } catch {
    // Anything can be thrown, also a revoked proxy.
    return false
  }
}
