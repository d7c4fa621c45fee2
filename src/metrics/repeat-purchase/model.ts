import type { DecimalInput, Definition } from '../../measurement.js'

/** Purchases of one window. */
export interface PurchaseCounts {
  /** Customers with a purchase occasion in the window. */
  buyers: number
  /** Buyers with two or more occasions in it. */
  repeatBuyers: number
  /** Buyers with an occasion in it that has an earlier one. */
  returningBuyers: number
  /** Occasions in the window. */
  occasions: number
  /** Sum over buyers of their occasions squared. */
  occasionsSquared?: number
  /** First-time buyers whose N days are over; with `withinDays`. */
  eligible?: number
  /** Eligible ones with a second occasion within N days. */
  repeated?: number
  /** First-time buyers whose N days are not over. */
  pending?: number
  /** Local days of the window, as cut at the instant of knowledge. */
  days?: number
  /** Customers, active or all, as the caller counts them. */
  customers?: number
}

/** Which orders count although left out by default. */
export type OrderInclusion = 'refunded' | 'cancelled' | 'failed' | 'test'

/** Which orders make an occasion, and whose. */
export interface OrderOptions {
  /** Each order, or all orders of one local day together; default `'order'`. */
  readonly occasion?: 'order' | 'day' | undefined
  /** Orders counted although left out by default; default none. */
  readonly include?: readonly OrderInclusion[] | undefined
  /** Whose order it is: `customerId` (default), or the e-mail. */
  readonly identity?: 'customerId' | 'email' | undefined
  /** `'shopify'` includes refunded and cancelled orders and, for the returning rate, looks ahead. */
  readonly preset?: 'shopify' | undefined
}

/** Recency, frequency and monetary value of one customer. */
export interface RfmInput {
  /** Id of the customer. */
  readonly customerId: string
  /** Local days since the last purchase, from 0. */
  readonly recencyDays: number
  /** Purchase occasions. */
  readonly frequency: number
  /** Money spent net of refunds; may be negative. */
  readonly monetary: DecimalInput
}

/** The same with its scores. */
export interface RfmRow {
  /** Id of the customer, or its e-mail where that is the identity. */
  customerId: string
  /** Local days since the last purchase. */
  recencyDays: number
  /** Purchase occasions. */
  frequency: number
  /** Money spent net of refunds, as decimal text. */
  monetary: string
  /** From 1; fewer days score higher. */
  recencyScore: number
  /** From 1; more occasions score higher. */
  frequencyScore: number
  /** From 1; more money scores higher. */
  monetaryScore: number
  /** Segment of recency and frequency score; only with five bins. */
  segment?: string
}

/** Scored customers, with the definition used. */
export interface RfmResult {
  /** By customer id. */
  rows: RfmRow[]
  /** Scoring and what decided which orders count. */
  definition: Definition
  /** Records left out, by reason. */
  excluded?: Record<string, number>
  /** Why there are no rows. */
  reason?: 'empty_base' | 'mixed_currency'
}

/** Cuts of the three values, ascending, as many in each. */
export interface RfmThresholds {
  /** Days from which the recency score is one lower. */
  readonly recency: readonly number[]
  /** Occasions from which the frequency score is one higher. */
  readonly frequency: readonly number[]
  /** Money from which the monetary score is one higher. */
  readonly monetary: readonly DecimalInput[]
}

/** The two scores that make a segment. */
export interface RfmScores {
  /** Recency score, 1 to 5. */
  readonly recency: number
  /** Frequency score, 1 to 5. */
  readonly frequency: number
}

/** A segment: a rectangle of scores. */
export interface RfmSegment {
  /** Name of the segment. */
  readonly segment: string
  /** First and last recency score, inclusive. */
  readonly recency: readonly [from: number, to: number]
  /** First and last frequency score, inclusive. */
  readonly frequency: readonly [from: number, to: number]
}
