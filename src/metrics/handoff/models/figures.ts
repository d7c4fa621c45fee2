import type { Measurement } from '../../../measurement.js'
import type { Handoff, Interaction, Lead, Opportunity, OwnerChange } from '../../../records/model.js'
import type { AttainmentMeasurement } from '../../service/model.js'

/** A lead that repeats an earlier one. */
export interface DuplicateLead {
  /** Id of the later lead. */
  leadId: string
  /** Id of the earliest lead that shares a key. */
  duplicateOf: string
  /** The keys shared with it, in the order of the option. */
  keys: string[]
}

/** Records of hand-offs. */
export interface HandoffRecords {
  /** The leads, with their fields as they were at the hand-off. */
  readonly leads: Iterable<Lead>
  /** The hand-overs. */
  readonly handoffs: Iterable<Handoff>
  /** Touches of the leads; default none. */
  readonly interactions?: Iterable<Interaction> | undefined
  /** Owner changes of the leads; default none. */
  readonly ownerChanges?: Iterable<OwnerChange> | undefined
  /** Deals of the leads; without them there is no yield of recycled leads. */
  readonly opportunities?: Iterable<Opportunity> | undefined
  /** Duplicates found before; default those among the leads. */
  readonly duplicates?: Iterable<Pick<DuplicateLead, 'leadId' | 'duplicateOf'>> | undefined
}

/** Counts of hand-offs: fixed names, and one for every kind of defect and reason of rejection that occurs. */
export type HandoffCounts = Record<string, number>

/** The share of accepted leads, with reasons and recycling. */
export interface AcceptanceMeasurement extends Measurement {
  /** Rejections for a stated fault of the hand-off, as given. */
  faultRejections?: number
  /** Share of the rejections with a reason; null without rejections. */
  reasonCoverage: number | null
  /** Share of the decisions that give the lead back for later; null without decisions. */
  recycleRate: number | null
}

/** Figures of a group of hand-offs. */
export interface HandoffFigures {
  /** Hand-offs without a defect / handed. */
  cleanHandoffRate: Measurement
  /** First human touch in time. */
  responseAttainment: AttainmentMeasurement
  /** Decision in time. */
  acceptanceAttainment: AttainmentMeasurement
  /** Mean mark of the mature ones: a diagnostic. */
  score: Measurement
  /** Median mark. */
  scoreMedian: number | null
  /** Share of marks of 80 and more. */
  shareAtLeast80: Measurement
  /** Share of complete records. */
  fullyComplete: Measurement
  /** No defect, accepted, no counted owner change / mature. */
  firstPassYield: Measurement
  /** Mean defects per hand-off; null without hand-offs. */
  defectsPerLead: number | null
  /** Defects by kind and field, most frequent first. */
  defectsByKind: Record<string, number>
  /** Share of accepted among decided. */
  acceptance: AcceptanceMeasurement
  /** Rejections by reason, most frequent first; `''` for none. */
  rejectReasons: Record<string, number>
  /** Accepted and never touched / accepted with the response window over. */
  acceptedUntouched: Measurement
  /** Recycled leads that were won later, so far; absent without deals. */
  recycledYield?: Measurement
  /** Open leads without an owner / open. */
  unowned: Measurement
  /** With a counted owner change / handed. */
  reassigned: Measurement
  /** Hand-offs. */
  handoffs: number
  /** Those whose windows have not run out. */
  pending: number
}

/** Figures of the hand-offs from one team to another. */
export interface TeamHandoffFigures extends HandoffFigures {
  /** Team that gives. */
  fromTeam: string
  /** Team that gets. */
  toTeam: string
  /** Present below 30 hand-offs. */
  small?: true
}

/** Figures of the hand-offs of one source of leads. */
export interface SourceHandoffFigures extends HandoffFigures {
  /** The source; `''` for none. */
  source: string
  /** Present below 30 hand-offs. */
  small?: true
}

/** The whole summary of hand-off quality. */
export interface LeadHandoffQuality extends HandoffFigures {
  /** By pair of teams, in order of name. */
  byTeams: TeamHandoffFigures[]
  /** By source, in order of name. */
  bySource: SourceHandoffFigures[]
  /** Records left out, by reason; absent when there are none. */
  excluded?: Record<string, number>
  /** Instant of knowledge, zone, and the policy with every default filled in. */
  definition: Measurement['definition']
}
