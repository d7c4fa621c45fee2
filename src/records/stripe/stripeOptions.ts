import type { Instant } from '../../measurement.js'
import type { MapperOptions } from '../mapping/model.js'

/** What counts as monthly revenue of a subscription of Stripe. */
export interface StripeAmountOptions {
  /** Discounts that end by themselves: left out, or deducted like lasting ones; default `'ignore'`. */
  readonly temporaryDiscounts?: 'ignore' | 'deduct' | undefined
  /** Whether metered items count, which then need a quantity; default false. */
  readonly includeMetered?: boolean | undefined
  /** Decimals of minor units by currency, 0 to 4, in place of the built-in ones. Default none. */
  readonly minorUnitDecimals?: { readonly [currency: string]: number } | undefined
}

/** Options of `mapStripeSubscription`. */
export interface MapStripeSubscriptionOptions extends MapperOptions, StripeAmountOptions {
  /** A trial given to a subscription that already ran: it goes on paying, or is a pause; default `'paying'`. */
  readonly laterTrials?: 'paying' | 'pause' | undefined
  /** Unpaid since, by id of the subscription, for those past due or unpaid. Default none. */
  readonly pastDueSince?: { readonly [subscriptionId: string]: Instant } | undefined
  /** Paused since, by id of the subscription, for those paused; without an entry such a row is bad. Default none. */
  readonly pausedSince?: { readonly [subscriptionId: string]: Instant } | undefined
}
