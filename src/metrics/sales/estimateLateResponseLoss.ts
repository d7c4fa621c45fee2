import { assertPlain } from '../../internal/guards.js'
import type { Money } from '../../records/model.js'
import { costOfDifference, readSide } from './costOfDifference.js'
import type { CostEstimate } from './model.js'

/** Leads answered in time, or late. */
export interface AnsweredLeads {
  /** Leads. */
  readonly leads: number
  /** Those of them that became a won deal. */
  readonly converted: number
}

/** What {@link estimateLateResponseLoss} reads. */
export interface LateResponseData {
  /** Answered within the target. */
  readonly onTime: AnsweredLeads
  /** Answered later, or never. */
  readonly late: AnsweredLeads
  /** Mean value of a won deal. */
  readonly meanWonValue: Money
}

/**
 * Estimates what late answers cost: `late.leads * max(0, conversion on time - conversion late) * meanWonValue`.
 *
 * An upper bound: better leads may be answered sooner and would have converted more in any case. The limits come from
 * the interval of the difference of the two conversions (Newcombe), cut at 0.
 *
 * @param data - leads answered in time and late, mean value of a won deal
 * @returns amounts with the decimals of the mean value, rounded half to even; null with `empty_base` when there are no
 * leads on one side
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT, COUNT_EXCEEDS_BASE for the counts
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, NEGATIVE_AMOUNT for the value
 * @throws {@link RetentionOkrError} INVALID_INPUT
 * @example
 * ```ts
 * import { estimateLateResponseLoss } from 'retention-okr/metrics'
 *
 * const meanWonValue = { amount: '100.01', currency: 'EUR' }
 * const data = { onTime: { leads: 200, converted: 50 }, late: { leads: 150, converted: 30 }, meanWonValue }
 * const estimate = estimateLateResponseLoss(data)
 * estimate.lost // => { amount: '750.08', currency: 'EUR' }
 * estimate.lower // => { amount: '0.00', currency: 'EUR' }
 * ```
 * Newcombe (1998): Interval estimation for the difference between independent proportions, method 10
 * @since 0.1.0
 */
export function estimateLateResponseLoss(data: LateResponseData): CostEstimate {
  assertPlain(data, 'data')
  const better = readSide(data, 'onTime', 'converted', 'leads')
  const worse = readSide(data, 'late', 'converted', 'leads')
  const value = data.meanWonValue
  return costOfDifference(
    { better, worse, value },
    {
      inputs: {
        'onTime.leads': better.base,
        'onTime.converted': better.outcomes,
        'late.leads': worse.base,
        'late.converted': worse.outcomes,
        'meanWonValue.amount': value?.amount,
        'meanWonValue.currency': value?.currency,
      },
      formula:
        'late.leads * max(0, onTime.converted / onTime.leads - late.converted / late.leads) * meanWonValue.amount',
    },
  )
}
