import { assertKnownOptions } from '../internal/guards.js'
import type { JsonObject } from '../measurement.js'
import { orderlessSum } from '../statistics/orderlessSum.js'
import { aliveOf } from './aliveOf.js'
import { assertSpendModel } from './assertSpendModel.js'
import { lawOf } from './lawOf.js'
import { meanOrderValue } from './meanOrderValue.js'
import type { PurchaseData } from './models/history.js'
import type { PurchaseModel, SpendModel } from './models/models.js'
import { plainModel } from './plainModel.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'
import { type HistoryColumns, readPurchaseData } from './readPurchaseData.js'
import { readSpend } from './readSpend.js'

/** Options of {@link scoreCustomers}. */
export interface ScoreCustomersOptions {
  /** The model of purchases. */
  readonly model: PurchaseModel
  /** The model of order values; null or absent for none. */
  readonly spendModel?: SpendModel | null | undefined
  /** Days ahead, from 0. */
  readonly horizonDays: number
}

/** Sums of the scores over the customers. */
export interface ScoreTotals {
  /** Purchases expected within the horizon. */
  expectedPurchases: number
  /** Customers expected to buy within it. */
  expectedReturningCustomers: number
}

/** What to be careful about, and for how many customers. */
export interface ScoreWarning {
  /** Its code. */
  code: 'alive_is_one_without_repeat'
  /** How many customers. */
  customers: number
}

/** Scores of a base as columns of equal length, in the order of the data. */
export interface CustomerScores {
  /** The customers; empty texts where the data name none. */
  customerId: string[]
  /** Probability of still being a customer, 0..1. */
  probabilityAlive: number[]
  /** Purchases expected within the horizon, from 0. */
  expectedPurchases: number[]
  /** Probability of no purchase within the horizon, 0..1. */
  probabilityOfNoPurchase: number[]
  /** Expected value of an order in `currency`; null where it does not exist; only with a model of it. */
  expectedOrderValue?: (number | null)[]
  /** Sums over the customers. */
  totals: ScoreTotals
  /** Currency of the order values; null where it is not known. */
  currency: string | null
  /** What to be careful about. */
  warnings: ScoreWarning[]
  /** The options that made the scores. */
  definition: JsonObject
}

/**
 * Scores all customers at once: who will return within a time, and how often.
 *
 * For each customer the probability of still being one, the expected purchases and the probability of none within
 * `horizonDays`, computed once for each distinct history. "Will not return" is `probabilityOfNoPurchase`, never the
 * probability of having gone alone: under BG/NBD a customer without a repeat purchase is a customer for ever, of which
 * `warnings` tells. As a ranking of who will not return these scores are about as good as the days since the last
 * purchase; their use is expected purchases and value ({@link rankCustomersAtRisk}).
 *
 * @param data - a {@link summarisePurchaseDays | summary}, patterns, or histories
 * @param options - the model, the model of order values, days ahead
 * @returns columns in the order of the data, and their sums with the weights of the rows
 * @throws {@link RetentionOkrError} INVALID_HISTORY for the first history that cannot be, INVALID_INPUT, INVALID_MODEL,
 * INVALID_OPTION
 * @example
 * ```ts
 * import { type PurchaseModel, scoreCustomers } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'mbg-nbd', parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 }, timeUnitDays: 7,
 * }
 * const histories = [
 *   { customerId: 'ana', frequency: 7, ageAtLastPurchaseDays: 206, ageDays: 272 },
 *   { customerId: 'leo', frequency: 0, ageAtLastPurchaseDays: 0, ageDays: 272 },
 * ]
 * const scores = scoreCustomers(histories, { model, horizonDays: 91 })
 * scores.customerId // => ['ana', 'leo']
 * scores.expectedPurchases[0] // ≈ 1.229329
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"
 * @since 0.1.0
 */
export function scoreCustomers(data: PurchaseData, options: ScoreCustomersOptions): CustomerScores {
  assertKnownOptions(options, ['model', 'spendModel', 'horizonDays'])
  const model = readModel(options.model)
  const horizonDays = readHorizon(options.horizonDays)
  const { spendModel = null } = options
  if (spendModel !== null) assertSpendModel(spendModel)
  // An iterable may be read once only.
  const rows = Symbol.iterator in data ? [...data] : data
  const columns = readPurchaseData(rows)
  const scores = scoreColumns(columns, model, horizonDays)
  const without = model.name === 'bg-nbd' ? customersWithoutRepeat(columns) : 0
  return {
    customerId: idsOf(rows, columns.frequency.length),
    ...scores,
    ...(spendModel === null ? {} : { expectedOrderValue: orderValues(rows, columns, spendModel) }),
    currency: spendModel?.currency ?? currencyOf(rows),
    warnings: without === 0 ? [] : [{ code: 'alive_is_one_without_repeat', customers: without }],
    definition: { model: plainModel(model), horizonDays },
  }
}

type Scores = Pick<CustomerScores, 'probabilityAlive' | 'expectedPurchases' | 'probabilityOfNoPurchase' | 'totals'>

function scoreColumns(columns: HistoryColumns, model: PurchaseModel, horizonDays: number): Scores {
  const { frequency, ageAtLastPurchaseDays, ageDays, customers } = columns
  const law = lawOf(model)
  const t = horizonDays / model.timeUnitDays
  const scores: Omit<Scores, 'totals'> = { probabilityAlive: [], expectedPurchases: [], probabilityOfNoPurchase: [] }
  const known = new Map<string, { alive: number; expected: number; none: number }>()
  frequency.forEach((x, row) => {
    const [atLast, age] = [ageAtLastPurchaseDays[row] ?? 0, ageDays[row] ?? 0]
    const key = `${x} ${atLast} ${age}`
    let score = known.get(key)
    if (score === undefined) {
      const behaviour = { x, tx: atLast / model.timeUnitDays, age: age / model.timeUnitDays }
      const alive = aliveOf(law.logOddsGone(behaviour))
      const none = 1 - alive + alive * (law.countsAlive(behaviour, t, 0)[0] ?? 0)
      score = { alive, expected: alive * law.expectedAlive(behaviour, t), none }
      known.set(key, score)
    }
    scores.probabilityAlive.push(score.alive)
    scores.expectedPurchases.push(score.expected)
    scores.probabilityOfNoPurchase.push(score.none)
  })
  const weighted = (values: readonly number[]): number =>
    orderlessSum(values.map((value, row) => value * (customers?.[row] ?? 1)))
  return {
    ...scores,
    totals: {
      expectedPurchases: weighted(scores.expectedPurchases),
      expectedReturningCustomers: weighted(scores.probabilityOfNoPurchase.map((none) => 1 - none)),
    },
  }
}

function customersWithoutRepeat({ frequency, customers }: HistoryColumns): number {
  return frequency.reduce((sum, x, row) => (x === 0 ? sum + (customers?.[row] ?? 1) : sum), 0)
}

function idsOf(data: PurchaseData, rows: number): string[] {
  if (Symbol.iterator in data) return [...data].map(({ customerId = '' }) => customerId)
  return 'customerId' in data ? [...data.customerId] : new Array<string>(rows).fill('')
}

function currencyOf(data: PurchaseData): string | null {
  return 'currency' in data ? data.currency : null
}

/** Rows without amounts have the mean order of all. */
function orderValues(data: PurchaseData, { frequency }: HistoryColumns, { parameters }: SpendModel): (number | null)[] {
  const { rows } = readSpend(data)
  return frequency.map((x, row) =>
    meanOrderValue(rows[row]?.frequency ?? 0, x === 0 ? 0 : (rows[row]?.value ?? 0), parameters),
  )
}
