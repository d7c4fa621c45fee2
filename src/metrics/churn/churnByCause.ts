import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link churnByCause}. */
export interface ChurnByCauseOptions extends ProportionOptions {
  /** Whether customers whose fixed term ended as agreed count, or leave losses and base alike; default `'count'`. */
  readonly completed?: 'count' | 'exclude' | undefined
}

/** Lost customers of one period by cause. */
export interface CauseCounts {
  /** Customers just before the start. */
  readonly opening: number
  /** Those who left by choice; default 0. */
  readonly lostVoluntary?: number | undefined
  /** Those whose payment failed; default 0. */
  readonly lostInvoluntary?: number | undefined
  /** Those whose fixed term ended as agreed; default 0. */
  readonly lostCompleted?: number | undefined
  /** Those who left without a known cause; default 0. */
  readonly lostUnknown?: number | undefined
}

/** Churn by cause over one denominator, so that the causes add up. */
export interface ChurnByCause {
  /** All causes together. */
  total: Measurement
  /** Left by choice. */
  voluntary: Measurement
  /** Payment failed. */
  involuntary: Measurement
  /** Fixed term ended as agreed. */
  completed: Measurement
  /** Without a known cause. */
  unknown: Measurement
}

/**
 * Splits customer churn by cause: each cause over the customers at the start.
 *
 * Involuntary is what failed payments end; a customer who does not renew leaves by choice. With `completed: 'exclude'` a
 * fixed term that ends as agreed leaves numerator and base of all five figures, and is counted as excluded.
 *
 * @param counts - customers at the start, and those lost by cause; a missing cause is 0
 * @param options - completed terms, level, interval
 * @returns five ratios 0..1 over one denominator, `churn-rate` and four of its causes; null with `empty_base` without
 * customers
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are lost than there were
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { churnByCause } from 'retention-okr/metrics'
 *
 * const { total, involuntary } = churnByCause({ opening: 100, lostVoluntary: 6, lostInvoluntary: 2, lostUnknown: 1 })
 * total.value // => 0.09
 * involuntary.value // => 0.02
 * ```
 * @since 0.1.0
 */
export function churnByCause(counts: CauseCounts, options: ChurnByCauseOptions = {}): ChurnByCause {
  assertKnownOptions(options, ['completed', ...proportionOptionNames])
  const { completed = 'count', level, interval } = options
  assertOneOf(completed, ['count', 'exclude'], 'options.completed')
  const { opening } = readCounts(counts, ['opening'])
  const voluntary = lostTo(counts, 'lostVoluntary')
  const involuntary = lostTo(counts, 'lostInvoluntary')
  const ended = lostTo(counts, 'lostCompleted')
  const unknown = lostTo(counts, 'lostUnknown')
  const lost = voluntary + involuntary + ended + unknown
  if (lost > opening) fail('COUNT_EXCEEDS_BASE', 'counts', 'the lost must not exceed opening', lost)
  const left = completed === 'exclude' ? ended : 0
  const share = (metric: string, numerator: number): Measurement =>
    proportionMeasurement(
      {
        metric,
        numerator,
        denominator: opening - left,
        excluded: left === 0 ? undefined : { completed: left },
        definition: { method: 'closedCohortNet', completed },
      },
      { level, interval },
    )
  return {
    total: share('churn-rate', lost - left),
    voluntary: share('voluntary-churn-rate', voluntary),
    involuntary: share('involuntary-churn-rate', involuntary),
    completed: share('completed-churn-rate', ended - left),
    unknown: share('unknown-churn-rate', unknown),
  }
}

function lostTo(counts: CauseCounts, cause: Exclude<keyof CauseCounts, 'opening'>): number {
  const { [cause]: value = 0 } = counts
  assertCount(value, `counts.${cause}`)
  return value
}
