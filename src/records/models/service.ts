import type { Day, DecimalInput, Instant } from '../../measurement.js'
import type { Pause } from './revenue.js'
import type { Extra } from './shared.js'

/** One contact with a lead, customer or deal. */
export interface Interaction extends Extra {
  /** Identity; without one every record is a contact. */
  readonly id?: string | undefined
  /** Id of the lead. */
  readonly leadId?: string | undefined
  /** Id of the customer. */
  readonly customerId?: string | undefined
  /** Id of the deal. */
  readonly opportunityId?: string | undefined
  /** When it happened. */
  readonly at: Instant
  /** From them (`in`) or from us (`out`). */
  readonly direction: 'in' | 'out'
  /** Lower-case word, e.g. `email`, `call`, `meeting`, `whatsapp`. */
  readonly channel: string
  /** Whether a machine sent it. Default false. */
  readonly isAutomated?: boolean | undefined
  /** Whether the other side saw it. Default true. */
  readonly isPublic?: boolean | undefined
  /** Whether it never arrived. Default false. */
  readonly bounced?: boolean | undefined
  /** Whether somebody answered, for calls. */
  readonly answered?: boolean | undefined
}

/** One reply to a ticket. */
export interface TicketReply {
  /** When it was sent. */
  readonly at: Instant
  /** Who wrote it. */
  readonly author: 'agent' | 'customer' | 'bot'
  /** Whether the customer sees it. Default true. */
  readonly isPublic?: boolean | undefined
}

/** One status that a ticket entered. */
export interface TicketStatusEntry {
  /** When it entered. */
  readonly at: Instant
  /** The status. */
  readonly status: string
}

/** One support ticket. */
export interface Ticket extends Extra {
  /** Identity of the ticket. */
  readonly id: string
  /** Id of the customer. */
  readonly customerId: string
  /** When it was opened. */
  readonly createdAt: Instant
  /** Status now; `merged`, `deleted` and `spam` are left out of service metrics. */
  readonly status: string
  /** Who opened it. */
  readonly createdBy?: 'customer' | 'agent' | undefined
  /** First public human agent reply, when replies are not given. */
  readonly firstReplyAt?: Instant | undefined
  /** Replies, an agent's opening comment included. */
  readonly replies?: readonly TicketReply[] | undefined
  /** First solution. */
  readonly firstResolvedAt?: Instant | undefined
  /** Last solution, only while it is solved now. */
  readonly resolvedAt?: Instant | undefined
  /** How often it was opened again. */
  readonly reopenCount?: number | undefined
  /** Statuses entered; the requester waits until the first entry. */
  readonly statusHistory?: readonly TicketStatusEntry[] | undefined
  /** Times of waiting for the customer. */
  readonly pauses?: readonly Pause[] | undefined
  /** Priority. */
  readonly priority?: string | undefined
  /** Category. */
  readonly category?: string | undefined
  /** Whether it is a complaint. */
  readonly isComplaint?: boolean | undefined
  /** Service-level target in force when it was applied, in milliseconds. */
  readonly target?: number | undefined
  /** Public replies of agents, as a count. */
  readonly publicAgentReplies?: number | undefined
  /** Replies of the customer after the description, as a count. */
  readonly customerReplies?: number | undefined
  /** Agents who worked on it, as a count. */
  readonly agentCount?: number | undefined
  /** Whether the customer confirmed that the first contact solved it, by survey. */
  readonly confirmedFirstContact?: boolean | undefined
}

/** One promise to a customer. */
export interface Commitment extends Extra {
  /** Identity of the promise. */
  readonly id: string
  /** Id of the customer. */
  readonly customerId: string
  /** When it was made. */
  readonly madeAt: Instant
  /** When it is due; a day is due by its end. */
  readonly dueAt?: Instant | Day | undefined
  /** The first due date, before any renegotiation. */
  readonly originalDueAt?: Instant | Day | undefined
  /** When it was kept. */
  readonly fulfilledAt?: Instant | undefined
  /** Quantity promised. */
  readonly promisedQuantity?: DecimalInput | undefined
  /** Quantity delivered. */
  readonly deliveredQuantity?: DecimalInput | undefined
  /** When it was cancelled. */
  readonly cancelledAt?: Instant | undefined
  /** Who cancelled it. Default `us`. */
  readonly cancelledBy?: 'customer' | 'us' | undefined
  /** Groups the lines of one order, the parts of one promise. */
  readonly groupId?: string | undefined
  /** What was promised about, e.g. `discount`. */
  readonly topic?: string | undefined
  /** What was promised. */
  readonly value?: string | number | undefined
  /** Unit of `value`. */
  readonly unit?: string | undefined
  /** Team that promised. */
  readonly team?: string | undefined
  /** Channel of the promise. */
  readonly channel?: string | undefined
  /** Id of the promise that this one replaces. */
  readonly supersedes?: string | undefined
  /** Whether the customer was told. Default true. */
  readonly communicatedToCustomer?: boolean | undefined
}
