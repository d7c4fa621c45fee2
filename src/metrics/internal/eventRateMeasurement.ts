import { assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Interval, Measurement } from '../../measurement.js'
import { poissonInterval } from '../../statistics/poissonInterval.js'
import type { ProportionParts } from './proportionMeasurement.js'

/** Level and interval of an event rate; the default may be named, other intervals do not fit. */
export interface EventRateOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** `'garwood'` (default) or none. */
  readonly interval?: string | undefined
}

/** Events over an exposure as a measured rate: Garwood limits, which may exceed 1. */
export function eventRateMeasurement(parts: ProportionParts, options: EventRateOptions): Measurement {
  const { level = 0.95, interval = 'garwood' } = options
  assertLevel(level)
  assertOneOf(interval, ['garwood', 'none'], 'options.interval')
  const { metric, numerator, denominator, excluded, definition } = parts
  const common = { metric, unit: 'ratio' as const, numerator, denominator, sampleSize: denominator }
  const rest = {
    ...(excluded === undefined || Object.keys(excluded).length === 0 ? {} : { excluded }),
    definition: { ...definition, caveats: [...(definition.caveats ?? [])].sort() },
  }
  if (denominator === 0) {
    return { ...common, value: null, reason: numerator > 0 ? 'zero_denominator' : 'empty_base', ...rest }
  }
  const limits = interval === 'none' ? undefined : garwood(numerator, denominator, level)
  return {
    ...common,
    value: numerator / denominator,
    ...(limits === undefined ? {} : { interval: limits }),
    ...rest,
  }
}

/** Garwood limits of a count over an exposure. */
function garwood(count: number, exposure: number, level: number): Interval {
  const { lower, upper } = poissonInterval({ count, exposure }, { level })
  return { lower, upper: upper ?? lower, level, method: 'garwood' }
}
