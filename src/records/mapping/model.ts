import type { ActivityEvent, Customer, Participation, ProgrammeMembership, Referral } from '../models/customer.js'
import type { Handoff, OwnerChange } from '../models/handoff.js'
import type { Order, Return } from '../models/order.js'
import type { CustomerRevenue, MrrMovement, Subscription } from '../models/revenue.js'
import type { Lead, Objection, Opportunity, StageEntry } from '../models/sales.js'
import type { Commitment, Interaction, Ticket } from '../models/service.js'
import type { SurveyInvite, SurveyResponse } from '../models/survey.js'

/** One row of an export: any JSON object, by column. */
export type Row = object

/** What is wrong with a cell. */
export type RowRule =
  | 'missing'
  | 'invalid_instant'
  | 'zone_required'
  | 'invalid_amount'
  | 'invalid_number'
  | 'invalid_currency'
  | 'unknown_value'
  | 'event_order'

/** One problem of a row; never the text of a cell. */
export interface RowIssue {
  /** Column that was looked for, of several the first; `''` where the source has none. */
  column: string
  /** Field of the record. */
  field: string
  /** What is wrong. */
  rule: RowRule
  /** Kind of what stood there: `'absent'`, `'null'`, `'boolean'`, `'number'`, `'text of 12'`, `'array'`, `'object'`. */
  received: string
}

/** A row that became a record. */
export interface GoodRow<T> {
  /** The row is good. */
  status: 'ok'
  /** The record. */
  record: T
}

/** A row that cannot become a record. */
export interface BadRow {
  /** The row is bad. */
  status: 'bad'
  /** Every problem of the row, in the order of the model's fields. */
  issues: RowIssue[]
}

/** A good row of another kind. */
export interface SkippedRow {
  /** The row is no record of this kind. */
  status: 'skipped'
  /** Why, e.g. `'other_type'`, `'deleted'`. */
  reason: string
}

/** What a mapper makes of one row. */
export type RowResult<T> = GoodRow<T> | BadRow | SkippedRow

/** Options of every mapper. */
export interface MapperOptions {
  /** IANA zone of times without an offset and of bare days; echoed in the definition. Default none: such a cell is bad. */
  readonly timeZone?: string | undefined
  /** Column of this export by our field; `'fields.<name>'` adds to a lead's fields. Default: those of the source. */
  readonly columns?: { readonly [field: string]: string } | undefined
  /** ISO 4217 code for exports without one. Default none. */
  readonly currency?: string | undefined
  /** Whether columns that are no field are kept under `extra`. Default true. */
  readonly keepExtra?: boolean | undefined
}

/** A bad row of an export. */
export interface BadRowReport {
  /** Index of the row, from 0; of its group when the rows were grouped. */
  index: number
  /** Every problem of the row, in the order of the model's fields. */
  issues: RowIssue[]
}

/** Columns in use by field: one name, or several of which the first that is not blank counts. */
export interface ColumnsInUse {
  /** Column of a field. */
  [field: string]: string | string[]
}

/** How rows were read. */
export interface MappingDefinition {
  /** Where the rows come from, e.g. `'hubspot'`; `'custom'` for a mapper that is not of this library. */
  source: string
  /** What the rows are, e.g. `'deal'`. */
  object: string
  /** Columns in use by field. */
  columns: ColumnsInUse
  /** Zone assumed for times without an offset. */
  timeZone?: string
  /** Columns in use whose name has not been confirmed against a real export. */
  unconfirmed?: string[]
}

/** All rows of an export, mapped: every row is a record, bad or skipped. */
export interface MappedRows<T> {
  /** Records of the good rows, in their order. */
  records: T[]
  /** Bad rows, in their order. */
  bad: BadRowReport[]
  /** Number of skipped rows by reason. */
  skipped: Record<string, number>
  /** How they were read. */
  definition: MappingDefinition
}

/** Every record that columns can fill, by the name of its model. */
export interface ModelByName {
  /** A customer or account. */
  customer: Customer
  /** One price of one plan. */
  subscription: Subscription
  /** One line of an MRR ledger. */
  mrrMovement: MrrMovement
  /** Revenue of a customer at both ends of a period. */
  customerRevenue: CustomerRevenue
  /** One order. */
  order: Order
  /** One return of an order. */
  return: Return
  /** One log-in, visit or use. */
  activityEvent: ActivityEvent
  /** One invitation to a survey. */
  surveyInvite: SurveyInvite
  /** One answer to a survey. */
  surveyResponse: SurveyResponse
  /** One contact with a lead, customer or deal. */
  interaction: Interaction
  /** One support ticket. */
  ticket: Ticket
  /** One promise to a customer. */
  commitment: Commitment
  /** One lead. */
  lead: Lead
  /** One hand-over of a lead. */
  handoff: Handoff
  /** One change of a lead's owner. */
  ownerChange: OwnerChange
  /** One deal. */
  opportunity: Opportunity
  /** One stage that a deal entered. */
  stageEntry: StageEntry
  /** One objection of a prospect. */
  objection: Objection
  /** Membership of a programme. */
  programmeMembership: ProgrammeMembership
  /** One participation in a programme. */
  participation: Participation
  /** One referral. */
  referral: Referral
}

/** Name of a record model, in lower camel case. */
export type ModelName = keyof ModelByName
