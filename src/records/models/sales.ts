import type { Day, DecimalInput, Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** How a lead was classified, and how it should have been. */
export interface LeadClassification {
  /** Class given, by dimension. */
  readonly actual: { readonly [dimension: string]: unknown }
  /** Class of the reference, by dimension. */
  readonly reference: { readonly [dimension: string]: unknown }
}

/** One lead, with its fields as they were at the hand-off. */
export interface Lead extends Extra {
  /** Identity of the lead. */
  readonly id: string
  /** When it was created. */
  readonly createdAt: Instant
  /** Acquisition source. */
  readonly source?: string | undefined
  /** Status now. */
  readonly status?: string | undefined
  /** Who owns it; null: nobody does; absent: not known. */
  readonly ownerId?: string | null | undefined
  /** When it was assigned to its owner. */
  readonly assignedAt?: Instant | undefined
  /** First response to the lead. */
  readonly firstResponseAt?: Instant | undefined
  /** When its owner accepted it. */
  readonly acceptedAt?: Instant | undefined
  /** When its owner rejected it. */
  readonly rejectedAt?: Instant | undefined
  /** When it became a customer. */
  readonly convertedAt?: Instant | Day | undefined
  /** Id of the customer that it became. */
  readonly convertedCustomerId?: string | undefined
  /** Whether it asked not to be contacted. Default false. */
  readonly optedOut?: boolean | undefined
  /** What the form or CRM holds, as it was at the hand-off. */
  readonly fields: { readonly [name: string]: unknown }
  /** How it was classified, and how it should have been. */
  readonly classification?: LeadClassification | undefined
}

/** One deal. */
export interface Opportunity extends Extra {
  /** Identity of the deal. */
  readonly id: string
  /** Id of the customer. */
  readonly customerId?: string | undefined
  /** Id of the lead. */
  readonly leadId?: string | undefined
  /** When it was created. */
  readonly createdAt: Instant
  /** Stage now. */
  readonly stage?: string | undefined
  /** When it entered that stage. */
  readonly stageChangedAt?: Instant | undefined
  /** Amount of the deal. */
  readonly amount?: DecimalInput | undefined
  /** ISO 4217 code. */
  readonly currency?: string | undefined
  /** State of the deal. */
  readonly status: 'open' | 'won' | 'lost'
  /** When it was won or lost; only when closed. */
  readonly closedAt?: Instant | Day | undefined
  /** When it is expected to close. */
  readonly expectedCloseAt?: Instant | Day | undefined
  /** Why it was lost. */
  readonly lostReason?: string | undefined
  /** Probability of winning, 0..1. */
  readonly probability?: number | undefined
  /** Who owns it. */
  readonly ownerId?: string | undefined
}

/** One stage that a deal entered. */
export interface StageEntry extends Extra {
  /** Id of the deal. */
  readonly opportunityId: string
  /** The stage. */
  readonly stage: string
  /** When it entered. */
  readonly at: Instant
}

/** One objection of a prospect. */
export interface Objection extends Extra {
  /** Id of the prospect. */
  readonly prospectId: string
  /** When it was raised. */
  readonly at: Instant
  /** What it was about. */
  readonly theme: string
  /** Id of the deal. */
  readonly opportunityId?: string | undefined
  /** Stage of the deal. */
  readonly stage?: string | undefined
  /** Team that heard it. */
  readonly team?: string | undefined
}
