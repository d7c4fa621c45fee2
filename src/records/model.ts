export type {
  ActivityColumns,
  ColumnsBase,
  ColumnsOf,
  FieldArrays,
  OrderColumns,
  PeriodColumn,
  Periods,
  RecordSource,
  RecordStream,
  ResponseColumns,
  TicketColumns,
  WideAmount,
} from './models/columns.js'
export type {
  ActiveCustomer,
  ActivityEvent,
  Customer,
  Participation,
  ProgrammeMembership,
  Referral,
} from './models/customer.js'
export type {
  Handoff,
  HandoffDecision,
  OwnerChange,
  ResponsibilityAssignment,
  ResponsibilityMatrix,
} from './models/handoff.js'
export type { Order, OrderLine, Return } from './models/order.js'
export type {
  CustomerRevenue,
  EndReason,
  MrrMovement,
  Pause,
  Subscription,
  SubscriptionTerm,
} from './models/revenue.js'
export type { Lead, LeadClassification, Objection, Opportunity, StageEntry } from './models/sales.js'
export type { Commitment, Interaction, Ticket, TicketReply, TicketStatusEntry } from './models/service.js'
export type { Extra, Money } from './models/shared.js'
export type { SurveyInvite, SurveyResponse, SurveyScale } from './models/survey.js'
