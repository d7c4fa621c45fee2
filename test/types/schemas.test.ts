import { describe, expectTypeOf, it } from 'vitest'
import type { BusinessCalendar } from '../../src/calendar/index.js'
import type { Measurement } from '../../src/measurement.js'
import type { HandoffPolicy } from '../../src/metrics/index.js'
import type * as okr from '../../src/okr/index.js'
import type * as records from '../../src/records/index.js'
import type { ReviewInput, ReviewRecords, SomeRecords } from '../../src/review/index.js'
import type { activityEventFields } from '../../src/schemas/activityEventSchema.js'
import type { businessCalendarFields } from '../../src/schemas/businessCalendarSchema.js'
import type { checkInFields } from '../../src/schemas/checkInSchema.js'
import type { commitmentFields } from '../../src/schemas/commitmentSchema.js'
import type { customerRevenueFields } from '../../src/schemas/customerRevenueSchema.js'
import type { customerFields } from '../../src/schemas/customerSchema.js'
import type { cycleFields } from '../../src/schemas/cycleSchema.js'
import type { handoffPolicyFields } from '../../src/schemas/handoffPolicySchema.js'
import type { handoffFields } from '../../src/schemas/handoffSchema.js'
import type { interactionFields } from '../../src/schemas/interactionSchema.js'
import type { keyResultKinds } from '../../src/schemas/keyResultSchema.js'
import type { keyResultVersionFields } from '../../src/schemas/keyResultVersionSchema.js'
import type { leadFields } from '../../src/schemas/leadSchema.js'
import type { measurementFields } from '../../src/schemas/measurementSchema.js'
import type { metricSeriesKinds } from '../../src/schemas/metricSeriesSchema.js'
import type { mrrMovementFields } from '../../src/schemas/mrrMovementSchema.js'
import type { objectionFields } from '../../src/schemas/objectionSchema.js'
import type { objectiveFields } from '../../src/schemas/objectiveSchema.js'
import type { opportunityFields } from '../../src/schemas/opportunitySchema.js'
import type { orderFields } from '../../src/schemas/orderSchema.js'
import type { ownerChangeFields } from '../../src/schemas/ownerChangeSchema.js'
import type { participationFields } from '../../src/schemas/participationSchema.js'
import type { programmeMembershipFields } from '../../src/schemas/programmeMembershipSchema.js'
import type { referralFields } from '../../src/schemas/referralSchema.js'
import type { responsibilityMatrixFields } from '../../src/schemas/responsibilityMatrixSchema.js'
import type { returnFields } from '../../src/schemas/returnSchema.js'
import type { reviewInputFields, someRecordsFields } from '../../src/schemas/reviewInputSchema.js'
import type { InputOf, RecordOf, UnionOf } from '../../src/schemas/shapes.js'
import type { stageEntryFields } from '../../src/schemas/stageEntrySchema.js'
import type { subscriptionFields } from '../../src/schemas/subscriptionSchema.js'
import type { surveyInviteFields } from '../../src/schemas/surveyInviteSchema.js'
import type { surveyResponseFields } from '../../src/schemas/surveyResponseSchema.js'
import type { ticketFields } from '../../src/schemas/ticketSchema.js'
import type { MetricSeries, ProportionSeries, RateSeries, ValueSeries } from '../../src/signals/index.js'

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

  it('cycle, objective, version of a key result, hand-off policy', () => {
    expectTypeOf<RecordOf<typeof cycleFields>>().toEqualTypeOf<okr.Cycle>()
    expectTypeOf<RecordOf<typeof objectiveFields>>().toEqualTypeOf<okr.Objective>()
    expectTypeOf<RecordOf<typeof keyResultVersionFields>>().toEqualTypeOf<okr.KeyResultVersion>()
    expectTypeOf<RecordOf<typeof handoffPolicyFields>>().toEqualTypeOf<HandoffPolicy>()
  })

  it('unions: each accepts what the other is', () => {
    type Kind<K extends okr.KeyResult['kind']> = Extract<UnionOf<typeof keyResultKinds>, { kind: K }>
    expectTypeOf<Kind<'change'>>().toEqualTypeOf<okr.ChangeKeyResult>()
    expectTypeOf<Kind<'maintain'>>().toEqualTypeOf<okr.MaintainKeyResult>()
    expectTypeOf<Kind<'milestone'>>().toEqualTypeOf<okr.MilestoneKeyResult>()
    expectTypeOf<Kind<'checklist'>>().toEqualTypeOf<okr.ChecklistKeyResult>()
    expectTypeOf<Kind<'ordinal'>>().toEqualTypeOf<okr.OrdinalKeyResult>()
    expectTypeOf<Kind<'zones'>>().toEqualTypeOf<okr.ZonesKeyResult>()
    expectTypeOf<Kind<'baseline'>>().toEqualTypeOf<okr.BaselineKeyResult>()
    expectTypeOf<Kind<'composite'>>().toExtend<okr.CompositeKeyResult>()
    expectTypeOf<okr.CompositeKeyResult>().toExtend<Kind<'composite'>>()
    type Series<K extends MetricSeries['kind']> = Extract<UnionOf<typeof metricSeriesKinds>, { kind: K }>
    expectTypeOf<Series<'proportion'>>().toEqualTypeOf<ProportionSeries>()
    expectTypeOf<Series<'rate'>>().toEqualTypeOf<RateSeries>()
    expectTypeOf<Series<'value'>>().toEqualTypeOf<ValueSeries>()
    expectTypeOf<Omit<RecordOf<typeof checkInFields>, 'reading'>>().toEqualTypeOf<Omit<okr.CheckIn, 'reading'>>()
    expectTypeOf<RecordOf<typeof checkInFields>>().toExtend<okr.CheckIn>()
    expectTypeOf<okr.CheckIn>().toExtend<RecordOf<typeof checkInFields>>()
  })

  it('input of a review: the schema has every member, and what it admits is one', () => {
    expectTypeOf<keyof RecordOf<typeof reviewInputFields>>().toEqualTypeOf<keyof ReviewInput>()
    expectTypeOf<keyof RecordOf<typeof someRecordsFields>>().toEqualTypeOf<keyof ReviewRecords>()
    expectTypeOf<RecordOf<typeof someRecordsFields>>().toExtend<SomeRecords>()
    expectTypeOf<RecordOf<typeof reviewInputFields>>().toExtend<ReviewInput>()
  })

  it('measurement, whose optional members may also be written as undefined', () => {
    type Loose<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] }
    expectTypeOf<InputOf<typeof measurementFields>>().toEqualTypeOf<Loose<Measurement>>()
  })
})
