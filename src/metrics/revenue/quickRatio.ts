import { toDouble } from '../../internal/decimal.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { assertFlag } from '../internal/assertFlag.js'
import type { MrrMovements } from './model.js'
import { readMovement } from './revenueFigures.js'

/** Options of {@link quickRatio}. */
export interface QuickRatioOptions {
  /** Whether returned customers are a gain; default true. */
  readonly includeReactivation?: boolean | undefined
}

/**
 * Measures the quick ratio: gains over losses of monthly recurring revenue.
 *
 * `(new + reactivation + expansion) / (contraction + churn)`. Heavy-tailed, hence without an interval.
 *
 * @param movements - movements of a period, as {@link countMrrMovements} gives them
 * @param options - whether reactivation counts
 * @returns `quick-ratio` as a ratio from 0; null with `unbounded` for gains without losses, `zero_denominator` without
 * either, `mixed_currency` for movements that have no amounts
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { countMrrMovements, quickRatio } from 'retention-okr/metrics'
 *
 * const ledger = [
 *   { customerId: 'a', at: '2024-06-03', type: 'new', delta: 90, currency: 'EUR' },
 *   { customerId: 'b', at: '2024-06-09', type: 'churn', delta: 60, currency: 'EUR' },
 * ] as const
 * const period = { start: '2024-06-01', end: '2024-07-01' }
 * quickRatio(countMrrMovements(ledger, { asOf: '2024-07-01', period, opening: 500 })).value // => 1.5
 * ```
 * @since 0.1.0
 */
export function quickRatio(movements: MrrMovements, options: QuickRatioOptions = {}): Measurement {
  assertPlain(movements, 'movements')
  assertKnownOptions(options, ['includeReactivation'])
  const { includeReactivation = true } = options
  assertFlag(includeReactivation, 'options.includeReactivation')
  const common = {
    metric: 'quick-ratio',
    unit: 'ratio' as const,
    sampleSize: 0,
    definition: { includeReactivation, caveats: [] },
  }
  const read = movements as unknown as MrrMovements
  if (read.reason === 'mixed_currency') return { ...common, value: null, reason: 'mixed_currency' }
  const returned = readMovement(read, 'reactivation')
  const joined = readMovement(read, 'new').plus(readMovement(read, 'expansion'))
  const gains = includeReactivation ? joined.plus(returned) : joined
  const losses = readMovement(read, 'contraction').plus(readMovement(read, 'churn'))
  const divided = { numerator: toDouble(gains), denominator: toDouble(losses) }
  if (losses.isZero()) {
    return { ...common, ...divided, value: null, reason: gains.isZero() ? 'zero_denominator' : 'unbounded' }
  }
  return { ...common, ...divided, value: toDouble(gains.dividedBy(losses)) }
}
