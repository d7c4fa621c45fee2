import { assertFinite, assertKnownOptions } from '../internal/guards.js'
import { assertFrom } from './assertFrom.js'
import { assertValues, maximumValues } from './assertValues.js'
import type { Values } from './model.js'

/** Options of {@link cumulativeSumChart}. */
export interface CumulativeSumChartOptions {
  /** The level that the series should have. */
  readonly center: number
  /** Standard deviation of one value, above 0. */
  readonly sigma: number
  /** Slack in sigma, from 0; default 0.5. */
  readonly allowance?: number | undefined
  /** Limit in sigma, above 0; default 5. */
  readonly limit?: number | undefined
  /** Where both sums start, from 0; default 0. */
  readonly headStart?: number | undefined
}

/** Result of {@link cumulativeSumChart}. */
export interface CumulativeSums {
  /** Upper sum by period, in sigma; null in missing periods. */
  upper: (number | null)[]
  /** Lower sum by period, in sigma; null in missing periods. */
  lower: (number | null)[]
  /** First period whose upper sum is above the limit. */
  alarmUpper: number | null
  /** First period whose lower sum is above the limit. */
  alarmLower: number | null
  /** Period after the last upper sum of 0 before the alarm. */
  onsetUpper: number | null
  /** Period after the last lower sum of 0 before the alarm. */
  onsetLower: number | null
}

/**
 * Adds up deviations from a level until they say that it moved (tabular CUSUM).
 *
 * `upper = max(0, upper + (x − center)/σ − allowance)`, lower mirrored; the alarm is the first value above the limit and
 * its onset the period after the last 0. Missing periods leave the sums.
 *
 * @param values - one value a period, null where missing
 * @param options - level, spread, allowance, limit, head start
 * @returns both sums, first alarms and their onsets
 */
export function cumulativeSumChart(values: Values, options: CumulativeSumChartOptions): CumulativeSums {
  assertValues(values, 'values', maximumValues)
  assertKnownOptions(options, ['center', 'sigma', 'allowance', 'limit', 'headStart'])
  const { center, sigma, allowance = 0.5, limit = 5, headStart = 0 } = options
  assertFinite(center, 'options.center', 'INVALID_OPTION')
  assertFrom(sigma, 'options.sigma', false)
  assertFrom(allowance, 'options.allowance', true)
  assertFrom(limit, 'options.limit', false)
  assertFrom(headStart, 'options.headStart', true)
  const deviations = values.map((value) => (value === null ? null : (value - center) / sigma))
  const upper = runningSum(deviations, 1, allowance, headStart)
  const lower = runningSum(deviations, -1, allowance, headStart)
  const alarmUpper = firstAbove(upper, limit)
  const alarmLower = firstAbove(lower, limit)
  return {
    upper,
    lower,
    alarmUpper,
    alarmLower,
    onsetUpper: onsetBefore(upper, alarmUpper),
    onsetLower: onsetBefore(lower, alarmLower),
  }
}

/** Period after the last 0 of a sum at or before an alarm; the first period without one. */
export function onsetBefore(sums: readonly (number | null)[], alarm: number | null): number | null {
  return alarm === null ? null : sums.lastIndexOf(0, alarm) + 1
}

function runningSum(
  deviations: readonly (number | null)[],
  sign: 1 | -1,
  allowance: number,
  start: number,
): (number | null)[] {
  let sum = start
  return deviations.map((deviation) => {
    if (deviation === null) return null
    sum = Math.max(0, sum + sign * deviation - allowance)
    return sum
  })
}

function firstAbove(sums: readonly (number | null)[], limit: number): number | null {
  const index = sums.findIndex((sum) => sum !== null && sum > limit)
  return index === -1 ? null : index
}
