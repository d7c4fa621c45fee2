import { compareDecimal, Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'

/** Options of {@link confidenceBand}. */
export interface ConfidenceBandOptions {
  /** What full confidence is: 1 (default) or 10. */
  readonly scale?: 1 | 10 | undefined
}

/** How sure people are. */
export type ConfidenceBand = 'low' | 'medium' | 'high'

/**
 * Gives the band of a stated confidence: low below 0.4, high from 0.7, medium between.
 *
 * @param confidence - probability of attaining, from 0 to the scale
 * @param options - scale
 * @returns the band
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a confidence outside the scale, INVALID_OPTION for another scale
 * @example
 * ```ts
 * import { confidenceBand } from 'retention-okr/okr'
 *
 * confidenceBand('0.4') // => 'medium'
 * confidenceBand(7, { scale: 10 }) // => 'high'
 * ```
 * @since 0.1.0
 */
export function confidenceBand(confidence: DecimalInput, options: ConfidenceBandOptions = {}): ConfidenceBand {
  assertKnownOptions(options, ['scale'])
  const { scale = 1 } = options
  if (scale !== 1 && scale !== 10) fail('INVALID_OPTION', 'options.scale', 'must be 1 or 10', scale)
  const read = toDecimal(confidence, 'confidence')
  if (read.lessThan(0) || read.greaterThan(scale)) {
    fail('INVALID_NUMBER', 'confidence', 'must be from 0 to the scale', confidence)
  }
  const share = read.div(scale)
  if (compareDecimal(share, new Decimal('0.4')) < 0) return 'low'
  return compareDecimal(share, new Decimal('0.7')) < 0 ? 'medium' : 'high'
}
