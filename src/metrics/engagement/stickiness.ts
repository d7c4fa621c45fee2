import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Interval } from '../../measurement.js'
import { meanLimits } from '../internal/meanLimits.js'
import type { IntervalOptions } from '../internal/options.js'
import { proportionMeasurement } from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { ActiveDayTotals, StickinessMeasurement } from './model.js'

/** Options of {@link stickiness}. */
export interface StickinessOptions extends IntervalOptions {
  /** Mean daily users of the whole window, or those of its last day alone; default `'window'`. */
  readonly method?: 'window' | 'singleDay' | undefined
}

/**
 * Gives stickiness: the mean daily active users of a window over the active users of the same window.
 *
 * `activeDays / (users · days)`, the share of the window's days on which a user is active. The interval is that of a mean
 * over users, clipped to 0..1, and needs the sum of squares. By `singleDay` it is the users of the last day over the users
 * of the window, a proportion, with the caveat `single_day`.
 *
 * @param counts - active days, users, days of the window
 * @param options - method, level, interval
 * @returns `stickiness` as a ratio 0..1, `activeDaysPerUser` beside it; null, reason `empty_base`, without users or days
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more active days than users have days
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { stickiness } from 'retention-okr/metrics'
 *
 * const measured = stickiness({ activeDays: 18, users: 4, days: 10, activeDaysSquared: 130 })
 * measured.value // => 0.45
 * measured.activeDaysPerUser // => 4.5
 * ```
 * @since 0.1.0
 */
export function stickiness(counts: ActiveDayTotals, options: StickinessOptions = {}): StickinessMeasurement {
  assertKnownOptions(options, ['method', 'level', 'interval'])
  const { method = 'window', level = 0.95, interval } = options
  assertOneOf(method, ['window', 'singleDay'], 'options.method')
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const { activeDays, users, days } = readCounts(counts, ['activeDays', 'users', 'days'])
  if (activeDays > users * days) {
    fail('COUNT_EXCEEDS_BASE', 'counts.activeDays', 'must not exceed users times days', activeDays)
  }
  const activeDaysPerUser = users === 0 ? null : activeDays / users
  if (method === 'singleDay') {
    const { lastDayUsers } = readCounts(counts, ['lastDayUsers'])
    const parts = { metric: 'stickiness', numerator: lastDayUsers, denominator: users }
    const measured = proportionMeasurement(
      { ...parts, definition: { method, caveats: ['single_day'] } },
      { level, interval },
    )
    return { ...measured, activeDaysPerUser }
  }
  const measured = proportionMeasurement(
    { metric: 'stickiness', numerator: activeDays, denominator: users * days, definition: { method } },
    { level, interval: 'none' },
  )
  const limits = interval === 'none' ? undefined : limitsOf(counts, level)
  return {
    ...measured,
    sampleSize: users,
    ...(limits === undefined ? {} : { interval: limits }),
    activeDaysPerUser,
  }
}

/** The t interval of the mean share of active days over users; one user says nothing of the others. */
function limitsOf(counts: ActiveDayTotals, level: number): Interval | undefined {
  const { activeDays, users, days, activeDaysSquared } = counts
  if (activeDaysSquared === undefined) return undefined
  assertCount(activeDaysSquared, 'counts.activeDaysSquared')
  if (users < 2 || days === 0) return undefined
  const mean = activeDays / users
  const variance = (activeDaysSquared - activeDays * mean) / (users - 1)
  const share = { mean: mean / days, variance: variance / days ** 2, n: users }
  return meanLimits(share, level, { minimum: 0, maximum: 1 })
}
