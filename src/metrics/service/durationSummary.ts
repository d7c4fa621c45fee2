import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'
import type { IntervalOptions } from '../internal/options.js'
import { type DurationSteps, durationCurve } from './durationCurve.js'
import type { Duration, DurationLists, DurationPoint, DurationSummary } from './model.js'
import { readDurations } from './readDurations.js'
import { timesOfShares } from './timesOfShares.js'

/** Options of {@link durationSummary}. */
export interface DurationSummaryOptions extends IntervalOptions {
  /** Limits in whole milliseconds from 0, for the counts of `within`; default none. */
  readonly limits?: readonly number[] | undefined
  /** `'none'`: the list of points stays empty, for who wants the quantiles of very many durations; default all points. */
  readonly curve?: 'none' | undefined
}

/** Survival at a quantile counts as reached this close to it. */
const tolerance = 1e-12

/**
 * Summarises durations of which some are still open: median, quantiles and curve by Kaplan and Meier.
 *
 * The median is the smallest time after which at most half are still open. Dropping the open ones would keep the quick
 * ones: never answered is not 0. One estimator is used, whether some are open or not. The interval of the median runs from
 * the first time at which the lower limit of the curve is at most one half to the first at which the upper limit is.
 *
 * @param durations - durations in whole milliseconds, or the `lists` of a cell of {@link tallyDurations}
 * @param options - limits to count within, level, interval, whether the points of the curve are wanted
 * @returns `duration` in milliseconds, the median; null with `empty_base`, or `insufficient_data` when half is not reached
 * @throws {@link RetentionOkrError} INVALID_COUNT for a duration that is no whole number from 0
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is no duration, INVALID_OPTION for an option
 * @example
 * ```ts
 * import { durationSummary } from 'retention-okr/metrics'
 *
 * const summary = durationSummary({ completed: [7_200_000, 14_400_000, 18_000_000], open: [10_800_000] })
 * summary.value // => 14400000
 * summary.p75 // => 18000000
 * ```
 * @see Kaplan and Meier 1958, Nonparametric estimation from incomplete observations
 * @since 0.1.0
 */
export function durationSummary(
  durations: Iterable<Duration> | DurationLists,
  options: DurationSummaryOptions = {},
): DurationSummary {
  assertKnownOptions(options, ['limits', 'level', 'interval', 'curve'])
  const { limits = [], level = 0.95, interval, curve } = options
  assertLimits(limits)
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  if (curve !== undefined) assertOneOf(curve, ['none'], 'options.curve')
  const { completed, open } = readDurations(durations)
  const z = interval === 'none' ? undefined : normalQuantile((1 + level) / 2)
  // Neither points nor limits: the curve is walked, not kept.
  const steps = curve === 'none' && z === undefined ? undefined : durationCurve(completed, open, z)
  const times = steps === undefined ? walkCurve(completed, open) : readCurve(steps)
  const { value, lower, upper } = times
  const sampleSize = completed.length + open.length
  const reason = sampleSize === 0 ? 'empty_base' : 'insufficient_data'
  return {
    metric: 'duration',
    value,
    unit: 'milliseconds',
    sampleSize,
    ...(value === null ? { reason } : {}),
    ...(value === null || lower === null || upper === null
      ? {}
      : { interval: { lower, upper, level, method: 'log-log' } }),
    p75: times.p75,
    p90: times.p90,
    meanCompleted: meanOf(completed),
    completed: completed.length,
    open: open.length,
    within: Object.fromEntries(limits.map((limit) => [String(limit), countWithin(completed, limit)])),
    curve: curve === 'none' || steps === undefined ? [] : pointsOf(steps),
    definition: { ...(limits.length === 0 ? {} : { limits: [...limits] }), caveats: [] },
  }
}

function assertLimits(limits: unknown): asserts limits is readonly number[] {
  if (!Array.isArray(limits)) fail('INVALID_OPTION', 'options.limits', 'must be a list of milliseconds', limits)
  // A copy has no holes, which forEach would pass over.
  Array.from(limits).forEach((limit: unknown, index) => {
    if (!Number.isSafeInteger(limit) || (limit as number) < 0) {
      fail('INVALID_OPTION', `options.limits[${index}]`, 'must be whole milliseconds from 0', limit)
    }
  })
}

/** What is read off a curve. */
interface CurveTimes {
  value: number | null
  p75: number | null
  p90: number | null
  lower: number | null
  upper: number | null
}

function readCurve(steps: DurationSteps): CurveTimes {
  return {
    value: survivalTime(steps, 0.5),
    p75: survivalTime(steps, 0.25),
    p90: survivalTime(steps, 0.1),
    lower: limitTime(steps, steps.lower),
    upper: limitTime(steps, steps.upper),
  }
}

/** The same of a curve that is not kept, without limits. */
function walkCurve(completed: ArrayLike<number>, open: ArrayLike<number>): CurveTimes {
  const [value, p75, p90] = timesOfShares(completed, open, [0.5 + tolerance, 0.25 + tolerance, 0.1 + tolerance])
  return { value: value ?? null, p75: p75 ?? null, p90: p90 ?? null, lower: null, upper: null }
}

/** The first time at which at most a share is still open; null when that is never so. Survival only falls. */
function survivalTime({ length, times, survival }: DurationSteps, share: number): number | null {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((survival[middle] ?? 0) <= share + tolerance) high = middle
    else low = middle + 1
  }
  return low < length ? (times[low] ?? null) : null
}

/** The first time at which a limit is at most one half: limits need not fall, so that all are looked at. */
function limitTime({ length, times }: DurationSteps, limit: Float64Array | undefined): number | null {
  if (limit === undefined) return null
  for (let step = 0; step < length; step += 1) if ((limit[step] ?? 0) <= 0.5 + tolerance) return times[step] ?? null
  return null
}

/** Of ascending durations, those of at most a limit. */
function countWithin(completed: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, completed.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((completed[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function pointsOf({ length, times, survival, lower, upper }: DurationSteps): DurationPoint[] {
  const limitAt = (limit: Float64Array | undefined, step: number): number | null => {
    const value = limit?.[step] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  }
  return Array.from({ length }, (_, step) => ({
    time: times[step] ?? 0,
    survival: survival[step] ?? 0,
    lower: limitAt(lower, step),
    upper: limitAt(upper, step),
  }))
}

function meanOf(times: ArrayLike<number>): number | null {
  let sum = 0
  for (let index = 0; index < times.length; index += 1) sum += times[index] ?? 0
  return times.length === 0 ? null : sum / times.length
}
