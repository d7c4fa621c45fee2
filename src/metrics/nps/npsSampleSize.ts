import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertLevel, assertPlain } from '../../internal/guards.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'

/** Options of {@link npsSampleSize}. */
export interface NpsSampleSizeOptions {
  /** Wanted half width of the interval in points, above 0; required. */
  readonly halfWidth: number
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
}

/** Expected shares of promoters and detractors: both or none. */
export interface ExpectedShares {
  /** Expected share of promoters, 0..1. */
  readonly promoterShare?: number | undefined
  /** Expected share of detractors, 0..1. */
  readonly detractorShare?: number | undefined
}

/**
 * Gives the number of answers that a net promoter score needs for a wanted precision.
 *
 * `ceil(z² · (p + d − (p − d)²) / (halfWidth / 100)²)`; without expected shares the worst case, half promoters and half
 * detractors.
 *
 * @param expected - expected shares of promoters and detractors, both or none
 * @param options - half width in points, level
 * @returns the number of answers, a whole number
 * @throws {@link RetentionOkrError} INVALID_INPUT for shares that are no object, MISSING_COUNT for one without the other
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a share outside 0..1 or shares above 1 together
 * @throws {@link RetentionOkrError} INVALID_OPTION for a half width that is not above 0, or an option
 * @example
 * ```ts
 * import { npsSampleSize } from 'retention-okr/metrics'
 *
 * npsSampleSize({}, { halfWidth: 10 }) // => 385
 * npsSampleSize({ promoterShare: 0.5, detractorShare: 0.2 }, { halfWidth: 10 }) // => 235
 * ```
 * @see Rocks 2016, Interval estimation for the net promoter score
 * @since 0.1.0
 */
export function npsSampleSize(expected: ExpectedShares, options: NpsSampleSizeOptions): number {
  assertPlain(expected, 'expected')
  assertKnownOptions(options, ['halfWidth', 'level'])
  const { halfWidth, level = 0.95 } = options
  assertLevel(level)
  if (typeof halfWidth !== 'number' || !(halfWidth > 0 && Number.isFinite(halfWidth))) {
    fail('INVALID_OPTION', 'options.halfWidth', 'must be points above 0', halfWidth)
  }
  const { promoterShare, detractorShare } = expected
  const isGiven = promoterShare !== undefined || detractorShare !== undefined
  const p = isGiven ? readShare(promoterShare, 'expected.promoterShare') : 0.5
  const d = isGiven ? readShare(detractorShare, 'expected.detractorShare') : 0.5
  if (p + d > 1) fail('RATE_OUT_OF_RANGE', 'expected', 'shares must not exceed 1 together', p + d)
  const z = normalQuantile((1 + level) / 2)
  return Math.ceil((z ** 2 * (p + d - (p - d) ** 2)) / (halfWidth / 100) ** 2)
}

function readShare(share: unknown, path: string): number {
  if (share === undefined) fail('MISSING_COUNT', path, 'is needed beside the other share', share)
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
    fail('RATE_OUT_OF_RANGE', path, 'must be from 0 to 1', share)
  }
  return share
}
