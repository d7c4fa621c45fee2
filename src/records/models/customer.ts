import type { Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** A customer or account. */
export interface Customer extends Extra {
  /** Identity, compared by code unit. */
  readonly id: string
  /** When it became known. */
  readonly createdAt: Instant
  /** Segment, e.g. a tier or a region. */
  readonly segment?: string | undefined
  /** Who looks after it. */
  readonly ownerId?: string | undefined
  /** Acquisition source. */
  readonly source?: string | undefined
  /** E-mail, trimmed and lower-cased; the identity for shops without ids. */
  readonly emailKey?: string | undefined
  /** Company, when the customer is a person. */
  readonly accountId?: string | undefined
}

/** A customer with the time it was one. */
export interface ActiveCustomer {
  /** Id of the customer. */
  readonly customerId: string
  /** First instant as a customer. */
  readonly startedAt: Instant
  /** First instant after it; absent while it is one. */
  readonly endedAt?: Instant | undefined
  /** E-mail, trimmed and lower-cased. */
  readonly emailKey?: string | undefined
}

/** Membership of a programme. */
export interface ProgrammeMembership extends Extra {
  /** Id of the member. */
  readonly customerId: string
  /** Id of the programme. */
  readonly programmeId: string
  /** First instant of membership. */
  readonly startedAt: Instant
  /** First instant after it; absent while it lasts. */
  readonly endedAt?: Instant | undefined
}

/** One participation in a programme. */
export interface Participation extends Extra {
  /** Id of the member. */
  readonly customerId: string
  /** Id of the programme. */
  readonly programmeId: string
  /** When it took part. */
  readonly at: Instant
}

/** One referral. */
export interface Referral extends Extra {
  /** Identity of the referral. */
  readonly id: string
  /** Id of the customer who referred. */
  readonly referrerId: string
  /** Key of who was referred, e.g. an e-mail key. */
  readonly refereeKey: string
  /** When it was made. */
  readonly at: Instant
  /** Id of the customer that the referee became. */
  readonly convertedCustomerId?: string | undefined
}

/** One log-in, visit or use. */
export interface ActivityEvent extends Extra {
  /** Identity; without one every record is an event. */
  readonly id?: string | undefined
  /** Id of the customer. */
  readonly customerId: string
  /** When it happened. */
  readonly at: Instant
  /** Kind of activity. */
  readonly type?: string | undefined
}
