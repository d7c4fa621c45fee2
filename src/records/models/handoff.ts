import type { Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** What the receiving team decided. */
export interface HandoffDecision {
  /** Accepted, rejected, or given back for nurture. */
  readonly outcome: 'accepted' | 'rejected' | 'recycled'
  /** When it was decided. */
  readonly at: Instant
  /** Why. */
  readonly reason?: string | undefined
}

/** One hand-over of a lead from team to team; a lead may have many. */
export interface Handoff extends Extra {
  /** Identity of the hand-over. */
  readonly id: string
  /** Id of the lead. */
  readonly leadId: string
  /** Team that gave it. */
  readonly fromTeam: string
  /** Team that got it. */
  readonly toTeam: string
  /** When it was handed over. */
  readonly handedAt: Instant
  /** Id of the person who got it. */
  readonly assignedTo?: string | undefined
  /** When it was assigned to that person. Default `handedAt`. */
  readonly assignedAt?: Instant | undefined
  /** 1, 2 and so on: a recycled lead handed again is a new event. */
  readonly attempt?: number | undefined
  /** What the receiving team decided; absent while it has not. */
  readonly decision?: HandoffDecision | undefined
}

/** One change of a lead's owner. */
export interface OwnerChange extends Extra {
  /** Id of the lead. */
  readonly leadId: string
  /** When it changed. */
  readonly at: Instant
  /** Id of the new owner; null: nobody. */
  readonly to?: string | null | undefined
  /** Why. */
  readonly reason?: string | undefined
}

/** One duty of a role in an activity. */
export interface ResponsibilityAssignment {
  /** The activity. */
  readonly activity: string
  /** The role. */
  readonly role: string
  /** Responsible, accountable, consulted or informed. */
  readonly duty: 'R' | 'A' | 'C' | 'I'
}

/** Who is responsible, accountable, consulted and informed. */
export interface ResponsibilityMatrix {
  /** Activities, in order. */
  readonly activities: readonly string[]
  /** Roles, in order. Default: those of the assignments. */
  readonly roles?: readonly string[] | undefined
  /** The duties. */
  readonly assignments: readonly ResponsibilityAssignment[]
}
