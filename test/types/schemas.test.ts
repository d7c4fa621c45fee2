import { describe, expectTypeOf, it } from 'vitest'
import type { BusinessCalendar } from '../../src/calendar/index.js'
import type * as records from '../../src/records/index.js'
import type { activityEventFields } from '../../src/schemas/activityEventSchema.js'
import type { businessCalendarFields } from '../../src/schemas/businessCalendarSchema.js'
import type { commitmentFields } from '../../src/schemas/commitmentSchema.js'
import type { customerRevenueFields } from '../../src/schemas/customerRevenueSchema.js'
import type { customerFields } from '../../src/schemas/customerSchema.js'
import type { InputOf, RecordOf } from '../../src/schemas/fields.js'
import type { handoffFields } from '../../src/schemas/handoffSchema.js'
import type { interactionFields } from '../../src/schemas/interactionSchema.js'
import type { leadFields } from '../../src/schemas/leadSchema.js'
import type { mrrMovementFields } from '../../src/schemas/mrrMovementSchema.js'
import type { objectionFields } from '../../src/schemas/objectionSchema.js'
import type { opportunityFields } from '../../src/schemas/opportunitySchema.js'
import type { orderFields } from '../../src/schemas/orderSchema.js'
import type { ownerChangeFields } from '../../src/schemas/ownerChangeSchema.js'
import type { participationFields } from '../../src/schemas/participationSchema.js'
import type { programmeMembershipFields } from '../../src/schemas/programmeMembershipSchema.js'
import type { referralFields } from '../../src/schemas/referralSchema.js'
import type { responsibilityMatrixFields } from '../../src/schemas/responsibilityMatrixSchema.js'
import type { returnFields } from '../../src/schemas/returnSchema.js'
import type { stageEntryFields } from '../../src/schemas/stageEntrySchema.js'
import type { subscriptionFields } from '../../src/schemas/subscriptionSchema.js'
import type { surveyInviteFields } from '../../src/schemas/surveyInviteSchema.js'
import type { surveyResponseFields } from '../../src/schemas/surveyResponseSchema.js'
import type { ticketFields } from '../../src/schemas/ticketSchema.js'

describe('schemas infer their interface, member by member', () => {
  it('activityEvent', () => {
    expectTypeOf<RecordOf<typeof activityEventFields>>().toEqualTypeOf<records.ActivityEvent>()
  })
  it('commitment', () => {
    expectTypeOf<RecordOf<typeof commitmentFields>>().toEqualTypeOf<records.Commitment>()
  })
  it('customerRevenue', () => {
    expectTypeOf<RecordOf<typeof customerRevenueFields>>().toEqualTypeOf<records.CustomerRevenue>()
  })
  it('customer', () => {
    expectTypeOf<RecordOf<typeof customerFields>>().toEqualTypeOf<records.Customer>()
  })
  it('handoff', () => {
    expectTypeOf<RecordOf<typeof handoffFields>>().toEqualTypeOf<records.Handoff>()
  })
  it('interaction', () => {
    expectTypeOf<RecordOf<typeof interactionFields>>().toEqualTypeOf<records.Interaction>()
  })
  it('lead', () => {
    expectTypeOf<RecordOf<typeof leadFields>>().toEqualTypeOf<records.Lead>()
  })
  it('mrrMovement', () => {
    expectTypeOf<RecordOf<typeof mrrMovementFields>>().toEqualTypeOf<records.MrrMovement>()
  })
  it('objection', () => {
    expectTypeOf<RecordOf<typeof objectionFields>>().toEqualTypeOf<records.Objection>()
  })
  it('opportunity', () => {
    expectTypeOf<RecordOf<typeof opportunityFields>>().toEqualTypeOf<records.Opportunity>()
  })
  it('order', () => {
    expectTypeOf<RecordOf<typeof orderFields>>().toEqualTypeOf<records.Order>()
  })
  it('ownerChange', () => {
    expectTypeOf<RecordOf<typeof ownerChangeFields>>().toEqualTypeOf<records.OwnerChange>()
  })
  it('participation', () => {
    expectTypeOf<RecordOf<typeof participationFields>>().toEqualTypeOf<records.Participation>()
  })
  it('programmeMembership', () => {
    expectTypeOf<RecordOf<typeof programmeMembershipFields>>().toEqualTypeOf<records.ProgrammeMembership>()
  })
  it('referral', () => {
    expectTypeOf<RecordOf<typeof referralFields>>().toEqualTypeOf<records.Referral>()
  })
  it('responsibilityMatrix', () => {
    expectTypeOf<RecordOf<typeof responsibilityMatrixFields>>().toEqualTypeOf<records.ResponsibilityMatrix>()
  })
  it('return', () => {
    expectTypeOf<RecordOf<typeof returnFields>>().toEqualTypeOf<records.Return>()
  })
  it('stageEntry', () => {
    expectTypeOf<RecordOf<typeof stageEntryFields>>().toEqualTypeOf<records.StageEntry>()
  })
  it('subscription', () => {
    expectTypeOf<RecordOf<typeof subscriptionFields>>().toEqualTypeOf<records.Subscription>()
  })
  it('surveyInvite', () => {
    expectTypeOf<RecordOf<typeof surveyInviteFields>>().toEqualTypeOf<records.SurveyInvite>()
  })
  it('surveyResponse', () => {
    expectTypeOf<RecordOf<typeof surveyResponseFields>>().toEqualTypeOf<records.SurveyResponse>()
  })
  it('ticket', () => {
    expectTypeOf<RecordOf<typeof ticketFields>>().toEqualTypeOf<records.Ticket>()
  })
  it('businessCalendar', () => {
    expectTypeOf<InputOf<typeof businessCalendarFields>>().toEqualTypeOf<BusinessCalendar>()
  })
})
