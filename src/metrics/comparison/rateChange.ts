import { toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertFinite, assertKnownOptions, assertLevel, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Proportion } from '../../statistics/model.js'
import { newcombeInterval } from '../../statistics/newcombeInterval.js'
import { compareToTarget } from './compareToTarget.js'
import type { ChangeTarget, RateChange, RateSamples } from './model.js'

/** Options of {@link rateChange}. */
export interface RateChangeOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** The change asked for; default none. */
  readonly target?: ChangeTarget | undefined
}

/**
 * Measures the change of a proportion between two samples, and holds it against a typed target.
 *
 * The value is the current rate minus that of the baseline, with Newcombe's interval. A target says whether its change is
 * `relative` to the baseline's rate or in `points`: "churn −10 %" is one of the two, not both. `met` is the verdict on
 * the point; `status` asks whether the interval of the difference lies wholly beyond the change asked for, wholly short
 * of it, or across it.
 *
 * @param samples - successes among trials of the baseline and of the current sample
 * @param options - level, target
 * @returns `rate-change` in -1..1, with the relative change beside it; null with `empty_base` when one of the two has no
 * trials, `met` null and status `unknown` then
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for a sample that is none, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level or target that is none
 * @example
 * ```ts
 * import { rateChange } from 'retention-okr/metrics'
 *
 * const samples = { baseline: { successes: 24, trials: 300 }, current: { successes: 21, trials: 300 } }
 * const change = rateChange(samples, { target: { type: 'relative', change: -0.1 } })
 * change.value // => -0.01
 * change.relative // => -0.125
 * change.met // => true
 * change.status // => 'inconclusive'
 * ```
 * @see Newcombe 1998, Interval estimation for the difference between independent proportions, method 10
 * @since 0.1.0
 */
export function rateChange(samples: RateSamples, options: RateChangeOptions = {}): RateChange {
  assertPlain(samples, 'samples')
  assertKnownOptions(options, ['level', 'target'])
  const { level = 0.95, target } = options
  assertLevel(level)
  if (target !== undefined) assertTarget(target)
  const { baseline, current } = samples as unknown as RateSamples
  const { lower, upper, method, reason } = newcombeInterval({ first: current, second: baseline }, { level })
  const common = {
    metric: 'rate-change',
    unit: 'ratio' as const,
    sampleSize: baseline.trials + current.trials,
    definition: { level, ...(target === undefined ? {} : { target: { ...target } }), caveats: [] },
  }
  if (lower === null || upper === null) {
    const verdict = target === undefined ? {} : { met: null, status: 'unknown' as const }
    return { ...common, value: null, reason: reason ?? 'empty_base', relative: null, ...verdict }
  }
  const value = difference(baseline, current)
  const interval = { lower: Math.min(lower, value), upper: Math.max(upper, value), level, method }
  const measurement: Measurement & { relative: number | null } = {
    ...common,
    value,
    interval,
    relative: relativeChange(baseline, current),
  }
  return target === undefined
    ? measurement
    : { ...measurement, ...verdictOf({ value, interval }, changeAskedFor(target, baseline), target) }
}

function assertTarget(target: ChangeTarget): void {
  assertKnownOptions(target, ['type', 'change'], 'options.target')
  assertOneOf(target.type, ['relative', 'points'], 'options.target.type')
  assertFinite(target.change, 'options.target.change', 'INVALID_OPTION')
  if (target.change === 0) fail('INVALID_OPTION', 'options.target.change', 'must ask for a change', target.change)
}

/** The difference of the two rates, divided once. */
function difference(baseline: Proportion, current: Proportion): number {
  const [first, second] = [rateOf(current), rateOf(baseline)]
  return toDouble(first.minus(second))
}

function relativeChange(baseline: Proportion, current: Proportion): number | null {
  if (baseline.successes === 0) return null
  return toDouble(rateOf(current).dividedBy(rateOf(baseline)).minus(1))
}

function rateOf({ successes, trials }: Proportion) {
  return toDecimal(successes, 'successes').dividedBy(trials)
}

function changeAskedFor({ type, change }: ChangeTarget, baseline: Proportion): number {
  const asked = toDecimal(change, 'options.target.change', 'INVALID_OPTION')
  return toDouble(type === 'points' ? asked : asked.times(rateOf(baseline)))
}

function verdictOf(
  measured: { value: number; interval: { lower: number; upper: number } },
  target: number,
  { change }: ChangeTarget,
) {
  return compareToTarget(measured, { operator: change < 0 ? 'lte' : 'gte', target })
}
