import { fail } from '../../internal/fail.js'
import { assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Interval, Measurement } from '../../measurement.js'
import { clopperPearsonInterval } from '../../statistics/clopperPearsonInterval.js'
import { wilsonInterval } from '../../statistics/wilsonInterval.js'

/** Level and kind of interval of a proportion. */
export interface ProportionOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** Kind of interval, or none; default `'wilson'`. */
  readonly interval?: 'wilson' | 'clopper-pearson' | 'none' | undefined
}

/** The two options of {@link ProportionOptions}, for the check of unknown ones. */
export const proportionOptionNames = ['level', 'interval'] as const

/** What a proportion is made of besides its options. */
export interface ProportionParts {
  metric: string
  numerator: number
  denominator: number
  pending?: number | undefined
  excluded?: Record<string, number> | undefined
  definition: { caveats?: string[]; [option: string]: unknown }
}

/** Counts as a measured proportion: Wilson limits unless asked otherwise, null with a reason over an empty base. */
export function proportionMeasurement(parts: ProportionParts, options: ProportionOptions): Measurement {
  const { level = 0.95, interval = 'wilson' } = options
  assertLevel(level)
  assertOneOf(interval, ['wilson', 'clopper-pearson', 'none'], 'options.interval')
  const { metric, numerator, denominator, pending, excluded, definition } = parts
  if (numerator > denominator && denominator > 0) {
    fail('COUNT_EXCEEDS_BASE', 'counts', 'a part must not exceed its whole', numerator)
  }
  const common = { metric, unit: 'ratio' as const, numerator, denominator, sampleSize: denominator }
  const rest = {
    ...(pending === undefined ? {} : { pending }),
    ...(excluded === undefined || Object.keys(excluded).length === 0 ? {} : { excluded }),
    definition: { ...definition, caveats: [...(definition.caveats ?? [])].sort() },
  }
  if (denominator === 0) {
    return { ...common, value: null, reason: emptyReason(numerator, pending ?? 0), ...rest }
  }
  const limits = interval === 'none' ? undefined : limitsOf(numerator, denominator, level, interval)
  return {
    ...common,
    value: numerator / denominator,
    ...(limits === undefined ? {} : { interval: limits }),
    ...rest,
  }
}

function emptyReason(numerator: number, pending: number): 'zero_denominator' | 'not_mature' | 'empty_base' {
  if (numerator > 0) return 'zero_denominator'
  return pending > 0 ? 'not_mature' : 'empty_base'
}

function limitsOf(successes: number, trials: number, level: number, method: 'wilson' | 'clopper-pearson'): Interval {
  const interval = method === 'wilson' ? wilsonInterval : clopperPearsonInterval
  const { lower, upper } = interval({ successes, trials }, { level })
  return { lower: lower ?? 0, upper: upper ?? 1, level, method }
}
