import type { DecimalInput, Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** A time in which a subscription or a ticket's clock stood still. */
export interface Pause {
  /** First instant of the pause. */
  readonly start: Instant
  /** First instant after it; absent while it lasts. */
  readonly end?: Instant | undefined
}

/** A contract term that came up for renewal. */
export interface SubscriptionTerm {
  /** When the term ended. */
  readonly endsAt: Instant
  /** Whether it was renewed. */
  readonly renewed: boolean
}

/** Why a subscription ended. */
export type EndReason = 'voluntary' | 'involuntary' | 'completed' | 'unknown'

/** One price of one plan; a price change starts a new record where the old one ends. */
export interface Subscription extends Extra {
  /** Identity of the record. */
  readonly id: string
  /** Id of the customer who pays. */
  readonly customerId: string
  /** First instant of service. */
  readonly startedAt: Instant
  /** First instant after it; absent while it runs on. */
  readonly endedAt?: Instant | undefined
  /** Monthly recurring revenue, without tax, one-off and metered charges; 0 for an unlimited full discount. */
  readonly mrr: DecimalInput
  /** ISO 4217 code. */
  readonly currency: string
  /** Whether it is a trial, which pays nothing. Default false. */
  readonly isTrial?: boolean | undefined
  /** When the customer asked to cancel. */
  readonly cancelRequestedAt?: Instant | undefined
  /** When the billing system set it to ended. */
  readonly statusEndedAt?: Instant | undefined
  /** Unpaid since; absent again once recovered. */
  readonly pastDueSince?: Instant | undefined
  /** Times of service paused. */
  readonly pauses?: readonly Pause[] | undefined
  /** Contract terms that came up for renewal. */
  readonly terms?: readonly SubscriptionTerm[] | undefined
  /** Why it ended. */
  readonly endReason?: EndReason | undefined
}

/** One line of an MRR ledger. */
export interface MrrMovement extends Extra {
  /** Id of the customer. */
  readonly customerId: string
  /** When it took effect. */
  readonly at: Instant
  /** Kind of movement. */
  readonly type: 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation' | 'fx'
  /** Change of monthly recurring revenue: signed for `fx`, positive otherwise. */
  readonly delta: DecimalInput
  /** ISO 4217 code. */
  readonly currency: string
  /** Why the customer left, for `churn`. */
  readonly endReason?: EndReason | undefined
}

/** Monthly recurring revenue of one customer at the start and the end of a period. */
export interface CustomerRevenue {
  /** Id of the customer. */
  readonly customerId: string
  /** Revenue at the start. */
  readonly start: DecimalInput
  /** Revenue at the end. */
  readonly end: DecimalInput
  /** ISO 4217 code. */
  readonly currency?: string | undefined
}
