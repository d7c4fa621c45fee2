import type { Day } from '../../measurement.js'
import type { PurchaseModelFit, SpendModelFit } from './fit.js'
import type { PurchaseModel } from './models.js'

/** What customers are ordered by to tell who will not buy again. */
export type BacktestScore =
  | 'probability_of_no_purchase'
  | 'expected_purchases'
  | 'probability_alive'
  | 'days_since_last'

/** How well a score tells those who did not buy again from those who did. */
export interface BacktestRanking {
  /** The score; `expected_purchases` and `probability_alive` count from the lowest. */
  score: BacktestScore
  /** Only customers with so many repeat purchases, or more. */
  minimumFrequency: number
  /** How many they are. */
  customers: number
  /** Area under the ROC curve, 0.5 by chance; null where all did, or none. */
  value: number | null
}

/** How much of what was really lost stands at the top of a list. */
export interface CapturedLoss {
  /** What the list is ordered by; the value at risk in purchases, as the loss is measured in them. */
  order: 'value_at_risk' | 'days_since_last' | 'frequency'
  /** The share of the list that is called, from its top. */
  share: number
  /** The share of the lost purchases found there; null where none was lost. */
  value: number | null
}

/** What a model said, against the days that followed. */
export interface BacktestFigures {
  /** Purchases forecast for all customers. */
  predicted: number
  /** Purchases made. */
  actual: number
  /** Mean error of a customer, in purchases. */
  meanAbsoluteError: number
  /** Mean probability of no purchase. */
  meanProbabilityOfNoPurchase: number
  /** Share of the customers without one. */
  observedShareOfNoPurchase: number
  /** Mean squared error of the probabilities of no purchase. */
  brierScore: number
  /** The same of the observed share as everybody's probability. */
  brierScoreOfConstant: number
  /** Scores by how well they rank. */
  rocAuc: BacktestRanking[]
  /** Lists by how much of the loss they find, of customers with two repeat purchases or more. */
  capturedLoss: CapturedLoss[]
}

/** One model; the figures only where its fit has a model. */
export interface BacktestRow extends Partial<BacktestFigures> {
  /** Its name. */
  model: PurchaseModel['name']
  /** How it was fitted, on what was known at `asOf`. */
  fit: PurchaseModelFit
}

/** Models against the days that followed. */
export interface PurchaseBacktest {
  /** The last day of the calibration. */
  asOf: Day
  /** The last day of the holdout. */
  until: Day
  /** One row a model. */
  rows: BacktestRow[]
  /** The fit of order values; null without amounts. */
  spendFit: SpendModelFit | null
  /** Orders left out, by reason, and customers first seen in the holdout: `first_purchase_in_holdout`. */
  excluded: Record<string, number>
  /** The options used. */
  definition: object
}
