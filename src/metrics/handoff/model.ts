import type { BusinessCalendar, ClockReading } from '../../calendar/model.js'
import type { DecimalInput, Measurement } from '../../measurement.js'
import type { Handoff, Interaction, Lead, Opportunity, OwnerChange } from '../../records/model.js'
import type { AttainmentMeasurement } from '../service/model.js'

/** When a field is required: another field has a value. */
export interface RequiredFieldCondition {
  /** Name of the other field. */
  readonly field: string
  /** Its value, compared without regard to case and outer spaces. */
  readonly equals: unknown
}

/** A field that a lead must have when it is handed over. */
export interface RequiredField {
  /** Name in the fields of the lead. */
  readonly field: string
  /** Weight in the completeness, from 0; default 1. */
  readonly weight?: DecimalInput | undefined
  /** What a value must look like; default: anything that is present. */
  readonly validator?: 'email' | 'phone' | undefined
  /** Whether the number 0 means that nothing was entered; default false. */
  readonly zeroIsMissing?: boolean | undefined
  /** When the field is required; default always. */
  readonly when?: RequiredFieldCondition | undefined
}

/** A lead that repeats an earlier one. */
export interface DuplicateLead {
  /** Id of the later lead. */
  leadId: string
  /** Id of the earliest lead that shares a key. */
  duplicateOf: string
  /** The keys shared with it, in the order of the option. */
  keys: string[]
}

/** Changes of a lead's owner. */
export interface Reassignments {
  /** Changes that count against the hand-off. */
  counted: number
  /** Changes for a neutral reason, and returns from a cover. */
  neutral: number
  /** Counted changes to somebody who held the lead before. */
  pingPong: number
  /** 0.5 to the power of the counted changes. */
  stability: number
  /** Id of the owner after the last change; null: nobody, or not known. */
  owner: string | null
}

/** The six parts of a hand-off score, each 0..1, null where nothing can be said. */
export interface HandoffComponents {
  /** Weighted share of the required fields. */
  completeness: number | null
  /** Weighted share of the right classes. */
  classification: number | null
  /** How near both clocks came to their targets. */
  timeliness: number | null
  /** 1 accepted, 0 rejected for a fault or undecided past due. */
  acceptance: number | null
  /** 0.5 to the power of the counted owner changes. */
  stability: number | null
  /** 0 for a duplicate, else 1. */
  uniqueness: number | null
}

/** What a good hand-off is in this house: a stable object that a company keeps in a file. */
export interface HandoffPolicy {
  /** Opening hours of every receiving team; null = calendar time. */
  readonly calendars: { readonly [team: string]: BusinessCalendar | null }
  /** What a lead must have; default nothing. */
  readonly requiredFields?: readonly RequiredField[] | undefined
  /** Texts that mean that nothing was entered; default the usual placeholders. */
  readonly missingTokens?: readonly string[] | undefined
  /** Weight of every class that is compared; default none. */
  readonly dimensions?: { readonly [dimension: string]: DecimalInput } | undefined
  /** Other names of a class, by dimension; default none. */
  readonly aliases?: { readonly [dimension: string]: { readonly [alias: string]: string } } | undefined
  /** Open milliseconds to decide; default 14,400,000 (4 hours). */
  readonly acceptTarget?: number | undefined
  /** Open milliseconds to answer; default 7,200,000 (2 hours). */
  readonly responseTarget?: number | undefined
  /** Whether exactly the target is in time (`'lte'`, default) or late (`'lt'`). */
  readonly operator?: 'lte' | 'lt' | undefined
  /** Reasons of a rejection that are no fault of the sender; default `no_budget`, `bad_timing`, `competitor_chosen`. */
  readonly neutralRejectReasons?: readonly string[] | undefined
  /** Reasons of an owner change that do not count; default `territory_change`, `ooo_cover`, `ooo_return`, `employee_left`. */
  readonly neutralReassignmentReasons?: readonly string[] | undefined
  /** Weights of the score; a component without one drops out; default .25 .25 .20 .15 .10 .05. */
  readonly weights?: { readonly [component in keyof HandoffComponents]?: DecimalInput | undefined } | undefined
  /** Highest score of a lead that nobody can contact, 0..100; default 40. */
  readonly uncontactableCap?: number | undefined
  /** Share of the weights that must be known for a score, 0..1; default 0.5. */
  readonly minimumCoverage?: number | undefined
}

/** Points that a component cost. */
export interface LostPoints {
  /** The component. */
  component: keyof HandoffComponents
  /** Points of 100. */
  points: number
}

/** A composite mark 0..100 with the points lost: a diagnostic, no target. */
export interface HandoffScore {
  /** The mark, capped; null exactly when `reason` is present. */
  value: number | null
  /** Why there is no mark. */
  reason?: 'insufficient_data'
  /** The mark before the cap. */
  raw: number | null
  /** Share of the weights whose component is known. */
  coverage: number
  /** All known, some, or too few. */
  status: 'ok' | 'partial' | 'insufficient'
  /** Whether the cap lowered the mark. */
  capped: boolean
  /** What each component cost, largest first. */
  lost: LostPoints[]
}

/** A field or class that is missing, invalid or wrong. */
export interface FieldDefect {
  /** No value, a value that cannot be right, or a class that differs from its reference. */
  kind: 'missing' | 'invalid' | 'wrong'
  /** Name of the field, or of the dimension. */
  field: string
}

/** A lead that repeats an earlier one. */
export interface DuplicateDefect {
  /** Always `'duplicate'`. */
  kind: 'duplicate'
}

/** What is wrong with a record as it was handed over. */
export type HandoffDefect = FieldDefect | DuplicateDefect

/** What the receiver did wrong. */
export interface ReceiverDefect {
  /** A rejection without a reason. */
  kind: 'missing_reject_reason'
}

/** One of the two clocks of a hand-off. */
export type HandoffClock = Pick<ClockReading, 'state' | 'elapsed' | 'dueAt' | 'mature'>

/** One hand-off, assessed. */
export interface HandoffAssessment {
  /** The six parts of the score. */
  components: HandoffComponents
  /** The mark. */
  score: HandoffScore
  /** Defects of the record: missing, invalid, wrong, duplicate. */
  defects: HandoffDefect[]
  /** Defects of the receiver's answer. */
  receiverDefects: ReceiverDefect[]
  /** Hand-over to decision. */
  acceptance: HandoffClock
  /** Assignment to first human touch. */
  response: HandoffClock
  /** Owner changes until the next hand-off. */
  reassignments: Reassignments
  /** Whether an e-mail or phone is usable; null when the policy asks for none. */
  contactable: boolean | null
  /** Whether both windows have run out. */
  mature: boolean
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
