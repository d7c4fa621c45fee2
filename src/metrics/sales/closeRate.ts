import { assertCount, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link closeRate}. */
export interface CloseRateOptions extends ProportionOptions {
  /** Won among the closed, or among all, open ones included; default `'closed'`. */
  readonly basis?: 'closed' | 'created' | undefined
}

/** What {@link closeRate} reads. */
export interface CloseCounts {
  /** Won. */
  readonly won: number
  /** Lost. */
  readonly lost: number
  /** Still open; needed with basis `'created'`. */
  readonly open?: number | undefined
}

/**
 * Gives the share of deals that were won: `won / (won + lost)`, the win rate.
 *
 * With basis `'created'` it is `won / (won + lost + open)`, a lower bound while deals are open: never compare it between
 * a young cohort and an old one.
 *
 * @param counts - won, lost and open deals
 * @param options - basis, level, interval
 * @returns `close-rate` as a ratio 0..1, with basis `'created'` the open ones as `pending`; null with `empty_base`
 * without deals
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { closeRate } from 'retention-okr/metrics'
 *
 * closeRate({ won: 40, lost: 60 }).value // => 0.4
 * closeRate({ won: 40, lost: 60, open: 100 }, { basis: 'created' }).value // => 0.2
 * ```
 * @since 0.1.0
 */
export function closeRate(counts: CloseCounts, options: CloseRateOptions = {}): Measurement {
  assertKnownOptions(options, ['basis', ...proportionOptionNames])
  const { basis = 'closed', level, interval } = options
  assertOneOf(basis, ['closed', 'created'], 'options.basis')
  const { won, lost } = readCounts(counts, ['won', 'lost'])
  const pending = basis === 'created' ? readCounts(counts, ['open']).open : undefined
  if (counts.open !== undefined) assertCount(counts.open, 'counts.open')
  const denominator = won + lost + (pending ?? 0)
  const parts = { metric: 'close-rate', numerator: won, denominator, pending, definition: { basis } }
  return proportionMeasurement(parts, { level, interval })
}
