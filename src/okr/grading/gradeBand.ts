import { compareDecimal, Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import { type GradeCuts, type GradeScheme, type GradeSchemeName, gradeSchemes } from './gradeSchemes.js'

/** Options of {@link gradeBand}. */
export interface GradeBandOptions {
  /** Scheme by name, or cuts; default `'halfOpen'`. */
  readonly scheme?: GradeScheme | undefined
}

/** Colour of a grade. */
export type GradeColour = 'red' | 'amber' | 'green'

/**
 * Gives the colour of a score: green from one cut, amber from another, else red.
 *
 * @param score - a score; null when there is none
 * @param options - the scheme
 * @returns the colour; null without a score
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown scheme or amber above green, INVALID_NUMBER
 * @example
 * ```ts
 * import { gradeBand } from 'retention-okr/okr'
 *
 * gradeBand('0.65') // => 'amber'
 * gradeBand('0.65', { scheme: 'rounded' }) // => 'green'
 * ```
 * @see Doerr 2018, Measure What Matters
 * @since 0.1.0
 */
export function gradeBand(score: DecimalInput | null, options: GradeBandOptions = {}): GradeColour | null {
  assertKnownOptions(options, ['scheme'])
  return bandOf(score === null ? null : toDecimal(score, 'score'), options.scheme)
}

/** The same of an exact score. */
export function bandOf(score: Decimal | null, scheme: GradeScheme = 'halfOpen'): GradeColour | null {
  const { amber, green, decimals } = readScheme(scheme)
  if (score === null) return null
  const exact = score.toDecimalPlaces(12)
  const graded = decimals === undefined ? exact : exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  if (compareDecimal(graded, green) >= 0) return 'green'
  return compareDecimal(graded, amber) >= 0 ? 'amber' : 'red'
}

function readScheme(scheme: GradeScheme): { amber: Decimal; green: Decimal; decimals: number | undefined } {
  if (typeof scheme === 'string') {
    assertOneOf(scheme, Object.keys(gradeSchemes) as GradeSchemeName[], 'options.scheme')
    return readCuts(gradeSchemes[scheme])
  }
  assertKnownOptions(scheme, ['amber', 'green', 'decimals'], 'options.scheme')
  return readCuts(scheme)
}

function readCuts({ amber, green, decimals }: GradeCuts): {
  amber: Decimal
  green: Decimal
  decimals: number | undefined
} {
  const read = {
    amber: toDecimal(amber, 'options.scheme.amber', 'INVALID_OPTION'),
    green: toDecimal(green, 'options.scheme.green', 'INVALID_OPTION'),
    decimals,
  }
  if (compareDecimal(read.amber, read.green) > 0) {
    fail('INVALID_OPTION', 'options.scheme.amber', 'must not exceed green', 'cuts out of order')
  }
  if (decimals !== undefined) assertInteger(decimals, { minimum: 0, maximum: 12 }, 'options.scheme.decimals')
  return read
}
