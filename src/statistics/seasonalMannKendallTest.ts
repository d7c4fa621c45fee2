import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { assertValues, maximumPairedValues } from './assertValues.js'
import { kendallScore, kendallZ } from './kendallScore.js'
import type { Values } from './model.js'
import { observedValues } from './observedValues.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** Options of {@link seasonalMannKendallTest}. */
export interface SeasonalMannKendallTestOptions {
  /** Periods a season, from 1: 12 for months of a year. */
  readonly period: number
}

/** Result of {@link seasonalMannKendallTest}. */
export interface SeasonalMannKendallResult {
  /** Observed values. */
  n: number
  /** Rising minus falling pairs, within seasons only. */
  s: number
  /** Variance of S without a trend. */
  varS: number
  /** Normal score of S. */
  z: number
  /** Two-sided p-value. */
  p: number
}

/**
 * Tests for a trend within seasons: January against January, and so on.
 *
 * S and its variance are the sums over the seasons (index mod period) with two observations or more, the seasons
 * taken as independent.
 *
 * @param values - one value a period, null where missing; 5,000 at most
 * @param options - periods a season
 * @returns S, z and the two-sided p-value in 0..1; p 1 when no season has two observations
 * @throws {@link RetentionOkrError} INVALID_NUMBER, TOO_LARGE as in {@link mannKendallTest}
 * @throws {@link RetentionOkrError} INVALID_OPTION for a period that is not a whole number from 1
 * @example
 * ```ts
 * import { seasonalMannKendallTest } from 'retention-okr/statistics'
 *
 * seasonalMannKendallTest([10, 4, 9, 3, 8, 2, 7, 1], { period: 2 }).s // => -12
 * ```
 * @see Hirsch, Slack and Smith 1982, Techniques of trend analysis for monthly water quality data
 * @since 0.1.0
 */
export function seasonalMannKendallTest(
  values: Values,
  options: SeasonalMannKendallTestOptions,
): SeasonalMannKendallResult {
  assertValues(values, 'values', maximumPairedValues)
  assertKnownOptions(options, ['period'])
  const { period } = options
  assertInteger(period, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.period')
  let n = 0
  let s = 0
  let varS = 0
  for (let season = 0; season < Math.min(period, values.length); season++) {
    const observed = observedValues(values.filter((_, index) => index % period === season)).values
    const score = kendallScore(observed)
    n += observed.length
    s += score.s
    varS += score.varS
  }
  const z = kendallZ(s, varS)
  return { n, s, varS, z, p: twoSidedNormal(z) }
}
