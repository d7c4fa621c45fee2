import { assertPlain } from '../../internal/guards.js'
import type { Money } from '../../records/model.js'
import { costOfDifference, readSide } from './costOfDifference.js'
import type { CostEstimate } from './model.js'

/** Deals of a period. */
export interface ClosedDeals {
  /** Won. */
  readonly won: number
  /** Won and lost. */
  readonly closed: number
}

/** What {@link estimateLostRevenue} reads. */
export interface LostRevenueData {
  /** Before the fall. */
  readonly baseline: ClosedDeals
  /** After it. */
  readonly current: ClosedDeals
  /** Mean value of a won deal. */
  readonly meanWonValue: Money
}

/**
 * Estimates what a fall of the close rate cost: `current.closed * max(0, baseline rate - current rate) * meanWonValue`.
 *
 * An upper bound: it is that much only when the whole fall is due to what changed. The limits come from the interval of
 * the difference of the two rates (Newcombe), cut at 0.
 *
 * @param data - deals before and after, mean value of a won deal
 * @returns amounts with the decimals of the mean value, rounded half to even; null with `empty_base` when no deal closed
 * on one side
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE for the counts
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, NEGATIVE_AMOUNT for the value
 * @throws {@link RetentionOkrError} INVALID_INPUT
 * @example
 * ```ts
 * import { estimateLostRevenue } from 'retention-okr/metrics'
 *
 * const meanWonValue = { amount: '3000.00', currency: 'EUR' }
 * const data = { baseline: { won: 100, closed: 400 }, current: { won: 72, closed: 400 }, meanWonValue }
 * const estimate = estimateLostRevenue(data)
 * estimate.lost // => { amount: '84000.00', currency: 'EUR' }
 * estimate.causal // => false
 * ```
 * Newcombe (1998): Interval estimation for the difference between independent proportions, method 10
 * @since 0.1.0
 */
export function estimateLostRevenue(data: LostRevenueData): CostEstimate {
  assertPlain(data, 'data')
  const better = readSide(data, 'baseline', 'won', 'closed')
  const worse = readSide(data, 'current', 'won', 'closed')
  const value = data.meanWonValue
  return costOfDifference(
    { better, worse, value },
    {
      inputs: {
        'baseline.won': better.outcomes,
        'baseline.closed': better.base,
        'current.won': worse.outcomes,
        'current.closed': worse.base,
        'meanWonValue.amount': value?.amount,
        'meanWonValue.currency': value?.currency,
      },
      formula:
        'current.closed * max(0, baseline.won / baseline.closed - current.won / current.closed) * meanWonValue.amount',
    },
  )
}
