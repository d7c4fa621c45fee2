import { positiveZero } from '../internal/positiveZero.js'
import { newcombeInterval } from '../statistics/newcombeInterval.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { studentTQuantile } from '../statistics/studentTQuantile.js'
import type { MetricSeries } from './model.js'
import type { PooledLevel } from './pooledLevel.js'
import { widenedBound } from './widenedBound.js'

/** Interval of a change; null where there is no bound. */
export interface ChangeBounds {
  /** Lower bound. */
  lower: number | null
  /** Upper bound. */
  upper: number | null
}

/** Interval of the change between two pooled levels, widened when the counts vary more than chance explains. */
export function boundsOfChange(
  kind: MetricSeries['kind'],
  before: PooledLevel,
  now: PooledLevel,
  change: number,
  dispersion: number,
  level: number,
): ChangeBounds {
  const widening = Math.sqrt(Math.max(1, dispersion))
  if (kind === 'value') {
    const freedom = before.periods + now.periods - 2
    const sd = Math.sqrt((before.squares + now.squares) / freedom)
    const width = studentTQuantile((1 + level) / 2, freedom) * sd * Math.sqrt(1 / before.periods + 1 / now.periods)
    return { lower: positiveZero(change - width), upper: positiveZero(change + width) }
  }
  if (kind === 'proportion') {
    const first = { successes: now.count, trials: now.base }
    const second = { successes: before.count, trials: before.base }
    const { lower, upper } = newcombeInterval({ first, second }, { level })
    return {
      lower: lower === null ? null : positiveZero(change - widening * (change - lower)),
      upper: upper === null ? null : positiveZero(change + widening * (upper - change)),
    }
  }
  const first = { count: now.count, exposure: now.base }
  const second = { count: before.count, exposure: before.base }
  const { ratio, lower, upper } = poissonRateRatio({ first, second }, { level })
  if (before.level === 0) return { lower: null, upper: null }
  return {
    lower: changeAt(ratio, lower, widening, before.level),
    upper: changeAt(ratio, upper, widening, before.level),
  }
}

/** A bound of a rate ratio as a change of the rate. */
function changeAt(ratio: number | null, bound: number | null, widening: number, from: number): number | null {
  const widened = widenedBound(ratio, bound, widening)
  return widened === null ? null : positiveZero((widened - 1) * from)
}
