import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Interval, Measurement } from '../../measurement.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'
import { type ChurnInput, type ReadChurn, readChurn } from './readChurn.js'

/** Options of {@link expectedLifetime}. */
export interface ExpectedLifetimeOptions extends IntervalOptions {
  /** Longest lifetime given, in periods, above 0; also the answer without any churn. Default none. */
  readonly cap?: number | undefined
}

/**
 * Gives the expected lifetime of a customer: `1 / churn`, in periods of that churn, the last one counted.
 *
 * Exact only where the risk of leaving is constant or the base stationary: two equal inflows with churn 10 % and 2 % have
 * a true mean lifetime of 30, their first common month says 16.7. A growing base reads too low, a shrinking one too high;
 * {@link restrictedMeanLifetime} makes no such assumption. The width of the interval is the message: 4 lost of 100 are
 * anything from 10 to 64 periods.
 *
 * @param churn - counts of one period, or a bare rate
 * @param options - cap, level, interval
 * @returns `expected-lifetime` as a number of periods from 1, from counts with the limits at both Wilson limits of churn;
 * null with `unbounded` for churn 0 without a cap, `empty_base` without customers; caveat `capped`
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a rate outside 0..1
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_INPUT, INVALID_OPTION
 * @example
 * ```ts
 * import { expectedLifetime } from 'retention-okr/metrics'
 *
 * const { value, interval } = expectedLifetime({ opening: 100, lost: 4 })
 * value // => 25
 * interval?.lower // ≈ 10.17
 * interval?.upper // ≈ 63.84
 * expectedLifetime({ churn: 0 }).reason // => 'unbounded'
 * ```
 * @see Fader and Hardie 2010, Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity
 * @since 0.1.0
 */
export function expectedLifetime(churn: ChurnInput, options: ExpectedLifetimeOptions = {}): Measurement {
  assertPlain(churn, 'churn')
  assertKnownOptions(options, ['cap', ...intervalOptionNames])
  const { cap } = options
  if (cap !== undefined && !(typeof cap === 'number' && Number.isFinite(cap) && cap > 0)) {
    fail('INVALID_OPTION', 'options.cap', 'must be finite and above 0', cap)
  }
  const { level, wanted } = readInterval(options, 'wilson-inverse')
  const read = readChurn(churn as ChurnInput, 'churn')
  const rate = read.churn
  const common = { metric: 'expected-lifetime', unit: 'count' as const, sampleSize: read.sampleSize }
  const definition = { ...(cap === undefined ? {} : { cap }), caveats: [] as string[] }
  if (rate === null) return { ...common, value: null, reason: 'empty_base', definition }
  const periods = rate.isZero() ? undefined : toDouble(new Decimal(1).dividedBy(rate))
  if (cap !== undefined && (periods === undefined || periods > cap)) {
    return { ...common, value: cap, definition: { ...definition, caveats: ['capped'] } }
  }
  if (periods === undefined) return { ...common, value: null, reason: 'unbounded', definition }
  const interval = wanted ? limitsOf(read, periods, level) : undefined
  return { ...common, value: periods, ...(interval === undefined ? {} : { interval }), definition }
}

function limitsOf(read: ReadChurn, periods: number, level: number): Interval | undefined {
  const limits = read.limits(level)
  if (limits === undefined || limits.lower === 0) return undefined
  return {
    lower: Math.min(periods, 1 / limits.upper),
    upper: Math.max(periods, 1 / limits.lower),
    level,
    method: 'wilson-inverse',
  }
}
