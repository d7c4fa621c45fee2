import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertLevel, assertPlain } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { assertRate } from './assertRate.js'
import { binomialTails } from './binomialTails.js'
import { clopperPearsonInterval } from './clopperPearsonInterval.js'
import { type ExactPValues, exactPValues } from './exactPValues.js'
import type { LevelOptions, Pair, Rate } from './model.js'

/** Options of {@link poissonRateRatio}. */
export interface PoissonRateRatioOptions extends LevelOptions {
  /** The ratio that is tested, above 0; default 1. */
  readonly ratio0?: number | undefined
}

/** Result of {@link poissonRateRatio}. */
export interface RateRatio extends ExactPValues {
  /** First rate over second rate; null when it is not finite. */
  ratio: number | null
  /** Lower limit. */
  lower: number | null
  /** Upper limit; null when unbounded. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How the limits were computed. */
  method: string
  /** Why the ratio is null. */
  reason?: Reason
}

/**
 * Compares two event rates: their ratio, its exact interval and the exact tests.
 *
 * Given the sum of both counts, the first is binomial with probability `ratio₀ t₁/(ratio₀ t₁ + t₂)`; the interval is
 * Clopper-Pearson's of that share, mapped by `p/(1 − p) · t₂/t₁`. Use the mid-p values; "not down by more than m" holds
 * when `midPGreater` at `ratio0 = 1 − m` is below 0.05.
 *
 * @param samples - the first rate against the second
 * @param options - tested ratio and confidence level
 * @returns ratio with limits and p-values in 0..1; null with `unbounded` when the second count is 0, with `empty_base`
 * when nothing happened or an exposure is 0
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_NUMBER for a rate that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a ratio0 not above 0, a level outside (0, 1)
 * @example
 * ```ts
 * import { poissonRateRatio } from 'retention-okr/statistics'
 *
 * const compared = poissonRateRatio({ first: { count: 20, exposure: 200 }, second: { count: 120, exposure: 2400 } })
 * compared.ratio // => 2
 * compared.lower // ≈ 1.1795291
 * compared.midPTwoSided // ≈ 0.0078738
 * ```
 * @see Przyborowski and Wilenski 1940, Homogeneity of results in testing samples from Poisson series
 * @since 0.1.0
 */
export function poissonRateRatio(samples: Pair<Rate>, options: PoissonRateRatioOptions = {}): RateRatio {
  assertPlain(samples, 'samples')
  assertRate(samples.first, 'samples.first')
  assertRate(samples.second, 'samples.second')
  assertKnownOptions(options, ['ratio0', 'level'])
  const { ratio0 = 1, level = 0.95 } = options
  if (!(Number.isFinite(ratio0) && ratio0 > 0)) {
    fail('INVALID_OPTION', 'options.ratio0', 'must be finite and above 0', ratio0)
  }
  assertLevel(level)
  const { first, second } = samples
  const method = 'poisson-conditional'
  const total = first.count + second.count
  if (total === 0 || first.exposure === 0 || second.exposure === 0) {
    const nothing = { ratio: null, lower: 0, upper: null, level, method }
    return { ...nothing, ...exactPValues({ point: 1, less: 1, greater: 1 }, 1), reason: 'empty_base' }
  }
  const share = (ratio0 * first.exposure) / (ratio0 * first.exposure + second.exposure)
  const { minlike, ...tails } = binomialTails(first.count, total, share)
  const bounds = clopperPearsonInterval({ successes: first.count, trials: total }, { level })
  const scale = second.exposure / first.exposure
  const limits = { lower: odds(bounds.lower as number) * scale, level, method, ...exactPValues(tails, minlike) }
  if (second.count === 0) return { ratio: null, upper: null, ...limits, reason: 'unbounded' }
  const upper = odds(bounds.upper as number) * scale
  return { ratio: (first.count / second.count) * scale, upper, ...limits }
}

function odds(share: number): number {
  return share / (1 - share)
}
