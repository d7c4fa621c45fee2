import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { aliveOf } from './aliveOf.js'
import { lawOf } from './lawOf.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { plainModel } from './plainModel.js'
import { readHistory } from './readHistory.js'
import { readModel } from './readModel.js'

/** A discount a year, paid once. */
export interface AnnualDiscount {
  /** From 0; 0.1 is ten per cent. */
  readonly annual: number
}

/** A discount at every moment. */
export interface ContinuousDiscount {
  /** Rate a day, from 0. */
  readonly continuousPerDay: number
}

/** Options of {@link discountedResidualPurchases}. */
export interface DiscountedResidualPurchasesOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** What a later purchase is worth less. */
  readonly discount: AnnualDiscount | ContinuousDiscount
}

const daysOfYear = 365.25
const smallestDiscount = 1e-5

/**
 * Estimates how many purchases a customer will still make, each discounted to today (DERT).
 *
 * The probability of still being a customer times the integral over all time of the discounted purchases of one; without
 * discount (M)BG/NBD gives `P(alive) (a + b + x + k - 1)/(a - 1)` for a > 1, Pareto/NBD
 * `P(alive) (r + x)/(alpha + T) (beta + T)/(s - 1)` for s > 1, and there is no end else. An annual discount d is
 * `ln(1 + d)/365.25` a day.
 *
 * @param history - repeat purchases and ages in days
 * @param options - the model, the discount
 * @returns `discounted-residual-purchases` in purchases (`count`), from 0; null with `unbounded` where there is no end
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be, INVALID_MODEL; INVALID_OPTION, also for
 * an annual discount between 0 and 1e-5
 * @example
 * ```ts
 * import { discountedResidualPurchases, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'bg-nbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, timeUnitDays: 7,
 * }
 * const history = { frequency: 2, ageAtLastPurchaseDays: 7 * 30.43, ageDays: 7 * 38.86 }
 * discountedResidualPurchases(history, { model, discount: { continuousPerDay: 0.0027 / 7 } }).value // ≈ 5.15638
 * discountedResidualPurchases(history, { model, discount: { annual: 0 } }).reason // => 'unbounded'
 * ```
 * @see Fader, Hardie & Lee 2005, "RFM and CLV: using iso-value curves for customer base analysis"
 * @since 0.1.0
 */
export function discountedResidualPurchases(
  history: PurchaseHistory,
  options: DiscountedResidualPurchasesOptions,
): Measurement {
  assertKnownOptions(options, ['model', 'discount'])
  const model = readModel(options.model)
  const perDay = readDiscount(options.discount)
  const behaviour = readHistory(history, model.timeUnitDays)
  const law = lawOf(model)
  const purchases = law.discountedAlive(behaviour, perDay * model.timeUnitDays)
  const common = { metric: 'discounted-residual-purchases', unit: 'count' as const, sampleSize: behaviour.x }
  const definition = { model: plainModel(model), discount: { continuousPerDay: perDay } }
  if (purchases === null) return { ...common, value: null, reason: 'unbounded', definition }
  return { ...common, value: aliveOf(law.logOddsGone(behaviour)) * purchases, definition }
}

function readDiscount(discount: unknown): number {
  const path = 'options.discount'
  assertKnownOptions(discount, ['annual', 'continuousPerDay'], path)
  const { annual, continuousPerDay } = discount as { annual?: unknown; continuousPerDay?: unknown }
  if ((annual === undefined) === (continuousPerDay === undefined)) {
    fail('INVALID_OPTION', path, 'must be annual or continuousPerDay', discount)
  }
  const given = annual ?? continuousPerDay
  const name = annual === undefined ? 'continuousPerDay' : 'annual'
  if (typeof given !== 'number' || !Number.isFinite(given) || given < 0) {
    fail('INVALID_OPTION', `${path}.${name}`, 'must be a number from 0', given)
  }
  const isTooSmall = name === 'annual' && given > 0 && given < smallestDiscount
  if (isTooSmall) fail('INVALID_OPTION', `${path}.annual`, 'must be 0, or 1e-5 and above', given)
  return annual === undefined ? given : Math.log1p(given) / daysOfYear
}
