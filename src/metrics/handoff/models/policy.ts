import type { BusinessCalendar } from '../../../calendar/model.js'
import type { DecimalInput } from '../../../measurement.js'

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
