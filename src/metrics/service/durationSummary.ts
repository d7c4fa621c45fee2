import { fail } from '../../internal/fail.js'
import { assertArray, assertCount, assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'
import { sortWhole } from '../../tally/sortWhole.js'
import type { IntervalOptions } from '../internal/options.js'
import { durationCurve } from './durationCurve.js'
import type { Duration, DurationLists, DurationPoint, DurationSummary } from './model.js'

/** Options of {@link durationSummary}. */
export interface DurationSummaryOptions extends IntervalOptions {
  /** Limits in whole milliseconds from 0, for the counts of `within`; default none. */
  readonly limits?: readonly number[] | undefined
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
 * @param options - limits to count within, level, interval
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
  assertKnownOptions(options, ['limits', 'level', 'interval'])
  const { limits = [], level = 0.95, interval } = options
  assertLimits(limits)
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const { completed, open } = readDurations(durations)
  const z = interval === 'none' ? undefined : normalQuantile((1 + level) / 2)
  const curve = durationCurve(ascending(completed), ascending(open), z)
  const value = quantileOf(curve, 'survival', 0.5)
  const lower = z === undefined ? null : quantileOf(curve, 'lower', 0.5)
  const upper = z === undefined ? null : quantileOf(curve, 'upper', 0.5)
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
    p75: quantileOf(curve, 'survival', 0.25),
    p90: quantileOf(curve, 'survival', 0.1),
    meanCompleted: meanOf(completed),
    completed: completed.length,
    open: open.length,
    within: Object.fromEntries(
      limits.map((limit) => [String(limit), completed.filter((time) => time <= limit).length]),
    ),
    curve,
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

function readDurations(durations: Iterable<Duration> | DurationLists): { completed: number[]; open: number[] } {
  if (typeof durations !== 'object' || durations === null) {
    fail('INVALID_INPUT', 'durations', 'must be durations or lists of them', durations)
  }
  const lists: { completed: number[]; open: number[] } = { completed: [], open: [] }
  if (Symbol.iterator in durations) {
    let index = 0
    for (const duration of durations) {
      if (typeof duration !== 'object' || duration === null) {
        fail('INVALID_INPUT', `durations[${index}]`, 'must be a duration', duration)
      }
      const { milliseconds, completed } = duration
      // Paths are text that costs more than the checks: they are composed only for an error.
      if (!isDuration(milliseconds)) assertCount(milliseconds, `durations[${index}].milliseconds`)
      if (typeof completed !== 'boolean') {
        fail('INVALID_INPUT', `durations[${index}].completed`, 'must be a boolean', completed)
      }
      lists[completed ? 'completed' : 'open'].push(milliseconds)
      index += 1
    }
    return lists
  }
  for (const name of ['completed', 'open'] as const) {
    assertArray(durations[name], `durations.${name}`)
    durations[name].forEach((milliseconds, index) => {
      if (!isDuration(milliseconds)) assertCount(milliseconds, `durations.${name}[${index}]`)
      lists[name].push(milliseconds)
    })
  }
  return lists
}

/** The lists of a tally are in order: they are not sorted again. */
function ascending(values: readonly number[]): Float64Array {
  const sorted = new Float64Array(values)
  for (let index = 1; index < sorted.length; index += 1) {
    if ((sorted[index] ?? 0) < (sorted[index - 1] ?? 0)) return sortWhole(sorted)
  }
  return sorted
}

function isDuration(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** The first time at which the curve, or one of its limits, is at most a share; null when it never is. */
function quantileOf(
  curve: readonly DurationPoint[],
  band: 'survival' | 'lower' | 'upper',
  share: number,
): number | null {
  const point =
    band === 'survival'
      ? curve[firstReached(curve, share)]
      : curve.find((one) => (one[band] ?? Number.POSITIVE_INFINITY) <= share + tolerance)
  return point?.time ?? null
}

/** Survival only falls: the first point at most at a share is found by halves. Its limits need not fall. */
function firstReached(curve: readonly DurationPoint[], share: number): number {
  let [low, high] = [0, curve.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((curve[middle]?.survival ?? 0) <= share + tolerance) high = middle
    else low = middle + 1
  }
  return low
}

function meanOf(times: readonly number[]): number | null {
  return times.length === 0 ? null : sumOf(times) / times.length
}

function sumOf(times: readonly number[]): number {
  let sum = 0
  for (const time of times) sum += time
  return sum
}
