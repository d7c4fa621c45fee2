import { assertPlain } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { assertProportion } from './assertProportion.js'
import { type ExactPValues, exactPValues } from './exactPValues.js'
import { hypergeometricTails } from './hypergeometricTails.js'
import type { Pair, Proportion } from './model.js'

/** Result of {@link fisherExactTest}. */
export interface FisherExactResult extends ExactPValues {
  /** Odds of the first over odds of the second; null when it is not finite. */
  oddsRatio: number | null
  /** Why the odds ratio is null. */
  reason?: Reason
}

/**
 * Compares two proportions exactly: every p-value of the 2 x 2 table.
 *
 * Given its margins, the first sample's successes are hypergeometric. `pLess` means that the odds of the first are
 * lower. The mid-p takes half of the observed table off each tail; its size is close to the nominal one where Fisher's
 * own test is too careful. Use `midPTwoSided`; `pTwoSidedMinlike` is R's `fisher.test`.
 *
 * @param samples - the first proportion against the second
 * @returns odds ratio `ad/(bc)` and p-values in 0..1; the ratio is null with `unbounded` when only bc is 0, with
 * `empty_base` when both products are 0
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a proportion that is none
 * @example
 * ```ts
 * import { fisherExactTest } from 'retention-okr/statistics'
 *
 * const twins = fisherExactTest({ first: { successes: 2, trials: 17 }, second: { successes: 10, trials: 13 } })
 * twins.oddsRatio // ≈ 0.04
 * twins.midPTwoSided // ≈ 0.00048066
 * twins.pTwoSidedMinlike // ≈ 0.00053672
 * ```
 * @see Fisher 1935, The logic of inductive inference; Lancaster 1961, Significance tests in discrete distributions
 * @since 0.1.0
 */
export function fisherExactTest(samples: Pair<Proportion>): FisherExactResult {
  assertPlain(samples, 'samples')
  assertProportion(samples.first, 'samples.first')
  assertProportion(samples.second, 'samples.second')
  const { first, second } = samples
  const { minlike, ...tails } = hypergeometricTails(samples)
  const values = exactPValues(tails, minlike)
  const favour = first.successes * (second.trials - second.successes)
  const against = (first.trials - first.successes) * second.successes
  if (against > 0) return { oddsRatio: favour / against, ...values }
  return { oddsRatio: null, ...values, reason: favour > 0 ? 'unbounded' : 'empty_base' }
}
