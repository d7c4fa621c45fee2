import type { DecimalInput, Measurement } from '../../measurement.js'
import type { Money } from '../../records/model.js'

/** Factors that turn amounts of other currencies into one. */
export interface ExchangeRates {
  /** The currency of the result; its own rate is 1. */
  readonly to: string
  /** What one unit of a currency is worth in it, by code. */
  readonly rates: CurrencyRates
}

/** Worth of one unit of each currency. */
export interface CurrencyRates {
  /** The worth of one unit, above 0. */
  readonly [currency: string]: DecimalInput
}

/** A measurement of money, with its exact amount. */
export interface MoneyMeasurement extends Measurement {
  /** The exact amount; absent with a reason, and where no currency is known. */
  amount?: Money
}

/** The average revenue per account, with the median beside it. */
export interface AccountRevenueMeasurement extends MoneyMeasurement {
  /** Median over the customers: revenue is skewed. Absent for an average of two instants. */
  median?: Money
}

/** Monthly recurring revenue at the start, its movements and at the end: exact decimal texts. */
export interface MrrMovements {
  /** Tells movements from revenue per customer. */
  kind: 'mrr-movements'
  /** ISO 4217 code; null when nobody paid, and for mixed currencies. */
  currency: string | null
  /** Revenue just before the start. */
  opening: string
  /** Of customers who had never paid. */
  new: string
  /** Of customers who had paid before. */
  reactivation: string
  /** More of customers who paid already. */
  expansion: string
  /** Less of customers who go on paying. */
  contraction: string
  /** Of customers who stopped. */
  churn: string
  /** Change of the opening revenue by exchange rates; signed. */
  fx: string
  /** Revenue just before the end: opening + new + reactivation + expansion − contraction − churn + fx. */
  closing: string
  /** Why there are no amounts. */
  reason?: 'mixed_currency'
  /** Currencies that the rate table lacks, sorted. */
  missingRates?: string[]
  /** Records left out, by reason. */
  excluded?: Record<string, number>
}
