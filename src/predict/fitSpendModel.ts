import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { concludeFit } from './concludeFit.js'
import { impossibleFit } from './impossibleFit.js'
import type { SpendModelFit } from './models/fit.js'
import type { PurchaseData } from './models/history.js'
import { readSpend, type Spend } from './readSpend.js'
import { spendObjective } from './spendObjective.js'

/** Options of {@link fitSpendModel}. */
export interface FitSpendModelOptions {
  /** The most steps of a search from one start, 1 to 100,000. Default 500. */
  readonly maximumIterations?: number | undefined
}

/** Below so many customers the parameters say little. */
const fewCustomers = 200

/**
 * Fits the model of order values (gamma-gamma) by maximum likelihood.
 *
 * Over the customers with a repeat day and a mean value above 0; the others are left out and counted. The values of a
 * customer scatter around a mean of its own, which is gamma distributed over customers. It assumes that how often and
 * how much a customer buys are independent: `diagnostics.correlation` says how far that holds.
 *
 * @param data - the summary of a base, or histories with `frequency` and `monetaryValue`
 * @param options - the most steps
 * @returns the fit, by `status`: `converged`, or `boundary` (forecasts hold, parameters say nothing: all values equal,
 * for instance), or no model with the reason. Data never throw
 * @throws {@link RetentionOkrError} INVALID_HISTORY for the first bad row; INVALID_INPUT, INVALID_OPTION
 * @example
 * ```ts
 * import { fitSpendModel } from 'retention-okr/predict'
 *
 * const histories = [12, 150, 31, 8, 22, 95, 40, 11].map((monetaryValue, row) => ({
 *   ...{ frequency: 1 + (row % 3), monetaryValue, ageAtLastPurchaseDays: 20, ageDays: 90 },
 * }))
 * fitSpendModel(histories).diagnostics.customers // => 8
 * fitSpendModel([]).model // => null
 * ```
 * @see Fader & Hardie 2013, "The gamma-gamma model of monetary value"; Colombo & Jiang 1999
 * @since 0.1.0
 */
export function fitSpendModel(data: PurchaseData, options: FitSpendModelOptions = {}): SpendModelFit {
  assertKnownOptions(options, ['maximumIterations'])
  const { maximumIterations = 500 } = options
  assertInteger(maximumIterations, { minimum: 1, maximum: 100_000 }, 'options.maximumIterations')
  const { rows, currency } = readSpend(data)
  const { fitted, excluded } = usable(rows)
  const customers = fitted.reduce((sum, row) => sum + row.customers, 0)
  const facts = {
    customers,
    repeaters: customers,
    patterns: fitted.length,
    correlation: correlationOf(fitted, customers),
    excluded,
  }
  if (fitted.length === 0) return impossibleFit('no_customers', facts)
  if (customers <= 1) return impossibleFit('one_customer', facts)
  const mean = fitted.reduce((sum, { value, customers: weight }) => sum + value * weight, 0) / customers
  return concludeFit({
    objective: spendObjective(fitted),
    scales: { p: 1, q: 1, v: mean },
    starts: [
      [Math.E, Math.E, mean],
      [1, Math.exp(1.5), mean / 2],
    ],
    maximumIterations,
    size: customers,
    modelOf: ([p = 0, q = 0, v = 0]) => ({ name: 'gamma-gamma', parameters: { p, q, v }, currency }),
    facts,
    warnings: customers < fewCustomers ? ['few_customers'] : [],
  })
}

/** The rows that say something, sorted and united, so that their order cannot matter; the others counted. */
function usable(rows: readonly Spend[]): { fitted: Spend[]; excluded: Record<string, number> } {
  const [fitted, excluded]: [Spend[], Record<string, number>] = [[], {}]
  for (const row of rows) {
    const reason = row.frequency === 0 ? 'no_repeat_purchase' : row.value <= 0 ? 'no_positive_value' : undefined
    if (reason === undefined) fitted.push(row)
    else excluded[reason] = (excluded[reason] ?? 0) + row.customers
  }
  fitted.sort((a, b) => a.frequency - b.frequency || a.value - b.value || a.customers - b.customers)
  const united: Spend[] = []
  for (const row of fitted) {
    const last = united.at(-1)
    if (last === undefined || last.frequency !== row.frequency || last.value !== row.value) united.push(row)
    else united[united.length - 1] = { ...last, customers: last.customers + row.customers }
  }
  return { fitted: united, excluded: Object.fromEntries(Object.entries(excluded).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Pearson's correlation of frequency and value over the customers; null where one of them does not vary. */
function correlationOf(rows: readonly Spend[], size: number): number | null {
  let [frequencies, values] = [0, 0]
  for (const { frequency, value, customers } of rows) {
    frequencies += customers * frequency
    values += customers * value
  }
  const [meanFrequency, meanValue] = [frequencies / size, values / size]
  let [xx, xy, yy] = [0, 0, 0]
  for (const { frequency, value, customers } of rows) {
    const [x, y] = [frequency - meanFrequency, value - meanValue]
    xx += customers * x * x
    xy += customers * x * y
    yy += customers * y * y
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) + 0 : null
}
