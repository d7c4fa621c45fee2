import { assertKnownOptions } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { assertSpendModel } from './assertSpendModel.js'
import { meanOrderValue } from './meanOrderValue.js'
import type { PurchaseHistory } from './models/history.js'
import type { SpendModel } from './models/models.js'
import { plainSpendModel } from './plainSpendModel.js'
import { spendOf } from './readSpend.js'

/** Options of {@link expectedOrderValue}. */
export interface ExpectedOrderValueOptions {
  /** The model of order values. */
  readonly spendModel: SpendModel
}

/**
 * Estimates the value of a customer's next order: between what the customer spent and what all spend (gamma-gamma).
 *
 * `E[M | x, m] = p (v + x m) / (p x + q - 1)`; without a repeat day, or with a mean value of 0 or below, the mean over
 * all customers, `p v / (q - 1)`. The more repeat days, the more the customer's own mean counts. It assumes that value
 * and frequency have nothing to do with one another.
 *
 * @param history - repeat days (`frequency`) and their mean value
 * @param options - the model
 * @returns `expected-order-value` in currency units, never below 0; null with `unbounded` where the mean is infinite:
 * for the mean over all when q <= 1, else when p x + q <= 1
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a frequency that is no whole number from 0, or no mean value
 * @throws {@link RetentionOkrError} INVALID_MODEL for a parameter that is not above 0
 * @example
 * ```ts
 * import { expectedOrderValue, type SpendModel } from 'retention-okr/predict'
 *
 * const spendModel: SpendModel = { name: 'gamma-gamma', parameters: { p: 6.25, q: 3.74, v: 15.44 }, currency: 'USD' }
 * expectedOrderValue({ frequency: 2, monetaryValue: 22.35 }, { spendModel }).value // ≈ 24.6637139108
 * expectedOrderValue({ frequency: 0 }, { spendModel }).value // ≈ 35.2189781022
 * ```
 * @see Fader & Hardie 2013, "The gamma-gamma model of monetary value"; Colombo & Jiang 1999
 * @since 0.1.0
 */
export function expectedOrderValue(
  history: Pick<PurchaseHistory, 'frequency' | 'monetaryValue'>,
  options: ExpectedOrderValueOptions,
): Measurement {
  assertKnownOptions(options, ['spendModel'])
  const { spendModel } = options
  assertSpendModel(spendModel)
  const { frequency, value } = spendOf(history)
  const expected = meanOrderValue(frequency, value, spendModel.parameters)
  const common = { metric: 'expected-order-value', unit: 'money' as const, sampleSize: frequency }
  const definition = { spendModel: plainSpendModel(spendModel) }
  if (expected === null) return { ...common, value: null, reason: 'unbounded', definition }
  return { ...common, value: expected, definition }
}
