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
