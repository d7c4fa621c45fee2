import type { Order, Return } from '../../records/model.js'

/** Complaints of one period. */
export interface ComplaintCounts {
  /** Complaints. */
  complaints: number
  /** Customers with at least one. */
  customersWithComplaint: number
  /** Complaints with an earlier one on the same matter within the look-back. */
  recurring: number
  /** Complaints without a category, which are on no matter with another. */
  withoutCategory: number
}

/** Units sold in one period and returned. */
export interface ReturnCounts {
  /** Units of decided orders returned within the window. */
  returned: number
  /** Units of orders whose window is over. */
  sold: number
  /** Units of orders whose window is not over. */
  pending: number
}

/** The two kinds of records that the return rate is measured from. */
export interface ReturnRecords {
  /** Orders with their lines. */
  readonly orders: Iterable<Order>
  /** Returns of them. */
  readonly returns: Iterable<Return>
}
