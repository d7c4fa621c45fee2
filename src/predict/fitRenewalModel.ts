import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { cochranArmitageTest } from '../statistics/cochranArmitageTest.js'
import { assertColumnTally } from '../tally/assertColumnTally.js'
import type { RenewalCounts } from '../tally/columnTallies.js'
import { isTally } from '../tally/isTally.js'
import { concludeFit } from './concludeFit.js'
import { impossibleFit } from './impossibleFit.js'
import type { RenewalModelFit } from './models/fit.js'
import { renewalTerms } from './renewalTerms.js'
import { tallyRenewals } from './tallyRenewals.js'

/** Options of {@link fitRenewalModel}. */
export interface FitRenewalModelOptions {
  /** The most steps of a search from one start, 1 to 100,000. Default 500. */
  readonly maximumIterations?: number | undefined
}

/** Retention that falls so clearly contradicts a model that can only rise. */
const clear = 0.05

/**
 * Fits the model of renewals (shifted beta-geometric) by maximum likelihood, on one or many cohorts.
 *
 * `ln L = Σ lost(i) ln(alpha / (alpha + beta + i)) + kept(i) ln((beta + i) / (alpha + beta + i))`, i renewals passed,
 * over counts pooled from all cohorts. The model knows rising retention rates only: where they clearly fall (trend of
 * Cochran and Armitage, p below .05) there is the warning `retention_falling`.
 *
 * @param cohorts - active customers by renewals passed, one list a cohort; or their tally
 * @param options - the most steps
 * @returns the fit, by `status`: `converged`, `boundary`, or no model with the reason (`no_customers`, `single_renewal`:
 * one opportunity says only alpha / (alpha + beta), `no_losses`, `no_survivors`). Data never throw
 * @throws {@link RetentionOkrError} INVALID_COHORT for counts that are negative, not whole, or rise
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another kind; INVALID_INPUT, INVALID_OPTION
 * @example
 * ```ts
 * import { fitRenewalModel } from 'retention-okr/predict'
 *
 * const fit = fitRenewalModel([[1000, 869, 743, 653, 593, 551, 517, 491]])
 * fit.model?.parameters.alpha // ≈ 0.6681
 * fit.model?.parameters.beta // ≈ 3.806
 * ```
 * @see Fader & Hardie 2007, "How to project customer retention"
 * @since 0.1.0
 */
export function fitRenewalModel(
  cohorts: Iterable<readonly number[]> | RenewalCounts,
  options: FitRenewalModelOptions = {},
): RenewalModelFit {
  assertKnownOptions(options, ['maximumIterations'])
  const { maximumIterations = 500 } = options
  assertInteger(maximumIterations, { minimum: 1, maximum: 100_000 }, 'options.maximumIterations')
  const counts = isTally(cohorts) ? countsOf(cohorts) : tallyRenewals(cohorts as Iterable<readonly number[]>)
  const { kept, lost } = counts
  const atRisk = kept.map((stayed, passed) => stayed + (lost[passed] ?? 0))
  const opportunities = atRisk.filter((customers) => customers > 0).length
  const facts = { customers: atRisk[0] ?? 0, repeaters: kept[0] ?? 0, patterns: opportunities }
  const reason = reasonOf(counts, opportunities)
  if (reason !== undefined) return impossibleFit(reason, facts)
  const decisions = total(atRisk)
  return concludeFit({
    objective: (point) => {
      const [alpha = 1, beta = 1] = point.map(Math.exp)
      const { value, gradient } = renewalTerms(counts, { alpha, beta })
      return { value: value / decisions, gradient: gradient.map((slope) => slope / decisions) }
    },
    scales: { alpha: 1, beta: 1 },
    starts: [
      [1, 1],
      [1, Math.E],
      [Math.exp(2), Math.exp(3)],
    ],
    maximumIterations,
    size: decisions,
    modelOf: ([alpha = 0, beta = 0]) => ({ name: 'shifted-beta-geometric', parameters: { alpha, beta } }),
    facts,
    warnings: isFalling(kept, atRisk) ? ['retention_falling'] : [],
  })
}

function countsOf(tally: unknown): RenewalCounts {
  const { kind } = tally as { readonly kind: unknown }
  if (kind !== 'renewals') fail('TALLY_MISMATCH', 'cohorts.kind', 'must be renewals', kind)
  assertColumnTally(tally, 'cohorts')
  return tally as RenewalCounts
}

function reasonOf({ kept, lost }: RenewalCounts, opportunities: number) {
  if (opportunities === 0) return 'no_customers'
  if (kept.length === 1) return 'single_renewal'
  if (total(lost) === 0) return 'no_losses'
  if (total(kept) === 0) return 'no_survivors'
  return opportunities === 1 ? 'single_renewal' : undefined
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Whether the retention rate clearly falls from renewal to renewal. */
function isFalling(kept: readonly number[], atRisk: readonly number[]): boolean {
  const { slope, p } = cochranArmitageTest(atRisk.map((trials, passed) => ({ successes: kept[passed] ?? 0, trials })))
  return (slope ?? 0) < 0 && p < clear
}
