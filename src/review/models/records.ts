import type {
  ActivityEvent,
  Commitment,
  Customer,
  Handoff,
  Interaction,
  Lead,
  MrrMovement,
  Objection,
  Opportunity,
  Order,
  OwnerChange,
  Participation,
  ProgrammeMembership,
  RecordSource,
  Referral,
  ResponsibilityMatrix,
  Return,
  StageEntry,
  Subscription,
  SurveyInvite,
  SurveyResponse,
  Ticket,
} from '../../records/model.js'
import type { Tally } from '../../tally/model.js'

/** A lead that repeats an earlier one. */
export interface KnownDuplicate {
  /** Id of the later lead. */
  readonly leadId: string
  /** Id of the earliest lead that it repeats. */
  readonly duplicateOf: string
}

/** The records a review can read. */
export interface ReviewRecords {
  /** Customers, with the fields that segments are made of. */
  customers: Iterable<Customer>
  /** Subscriptions: churn, revenue, who is a customer. */
  subscriptions: Iterable<Subscription>
  /** A ledger of recurring revenue from its beginning: revenue retention where there are no subscriptions. */
  movements: Iterable<MrrMovement>
  /**
   * Orders: repeat purchase. Columns do instead, but for the return rate; what stands as columns is split by the one
   * segment that the columns were made with.
   */
  orders: RecordSource<Order>
  /** Returns of orders. */
  returns: Iterable<Return>
  /** Activity: inactivity churn, cohorts; columns do instead. */
  activities: RecordSource<ActivityEvent>
  /** Survey invitations. */
  invites: Iterable<SurveyInvite>
  /** Survey answers: NPS. Columns do instead, but for the response rate and for what single customers said. */
  responses: RecordSource<SurveyResponse>
  /** Touches of leads and customers. */
  interactions: Iterable<Interaction>
  /** Tickets: service levels, complaints. Columns do instead, but for complaints and first contacts. */
  tickets: RecordSource<Ticket>
  /** Promises, statements of them and how they were kept. */
  commitments: Iterable<Commitment>
  /** Leads, with their fields as handed over. */
  leads: Iterable<Lead>
  /** Hand-overs of leads. */
  handoffs: Iterable<Handoff>
  /** Owner changes of leads. */
  ownerChanges: Iterable<OwnerChange>
  /** Deals. */
  opportunities: Iterable<Opportunity>
  /** Stages of deals; no figure of the review reads them yet. */
  stageEntries: Iterable<StageEntry>
  /** Objections of prospects. */
  objections: Iterable<Objection>
  /** Members of programmes. */
  memberships: Iterable<ProgrammeMembership>
  /** Participations of members. */
  participations: Iterable<Participation>
  /** Recommendations by customers. */
  referrals: Iterable<Referral>
  /** Who is responsible and accountable for which activity. */
  responsibilities: ResponsibilityMatrix
  /** Leads that repeat others, over all leads; default found among the leads given. */
  duplicates: readonly KnownDuplicate[]
}

/** Any subset of the records. */
export type SomeRecords = { readonly [K in keyof ReviewRecords]?: ReviewRecords[K] | undefined }

/** Tallies by name. */
export interface NamedTallies {
  /** One tally; those of one name and of two parts merge with `mergeTallies`. */
  readonly [name: string]: Tally<object>
}

/** The first stage of a whole review: plain JSON, mergeable tally by tally. */
export interface ReviewTally {
  /** Says what it is. */
  readonly kind: 'review'
  /** The day, zone and choices that shaped it. */
  readonly definition: object
  /** Its tallies; what the records did not hold is absent. */
  readonly tallies: NamedTallies
}
