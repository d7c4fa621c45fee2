import type { ActiveCustomer, Referral } from '../../records/model.js'

/** Referrals of one period. */
export interface ReferralCounts {
  /** Referrals by customers of the period. */
  referrals: number
  /** Customers with a referral. */
  referrers: number
  /** Customers at any time in the period. */
  customers: number
}

/** New customers of one period. */
export interface ReferredCustomerCounts {
  /** New customers who came by a referral. */
  referred: number
  /** Customers created in the period. */
  newCustomers: number
}

/** The two kinds of records that referrals are measured from. */
export interface ReferralRecords {
  /** Customers with the time they were one. */
  readonly customers: Iterable<ActiveCustomer>
  /** Referrals by customers. */
  readonly referrals: Iterable<Referral>
}
