import { describe, expectTypeOf, it } from 'vitest'
import type * as records from '../../src/records/index.js'
import type { activityEventFields } from '../../src/schemas/activityEventSchema.js'
import type { customerFields } from '../../src/schemas/customerSchema.js'
import type { RecordOf } from '../../src/schemas/fields.js'
import type { handoffFields } from '../../src/schemas/handoffSchema.js'
import type { leadFields } from '../../src/schemas/leadSchema.js'
import type { orderFields } from '../../src/schemas/orderSchema.js'
import type { subscriptionFields } from '../../src/schemas/subscriptionSchema.js'
import type { surveyResponseFields } from '../../src/schemas/surveyResponseSchema.js'
import type { ticketFields } from '../../src/schemas/ticketSchema.js'

describe('schemas infer their interface, member by member', () => {
  it('customer', () => {
    expectTypeOf<RecordOf<typeof customerFields>>().toEqualTypeOf<records.Customer>()
  })
  it('activityEvent', () => {
    expectTypeOf<RecordOf<typeof activityEventFields>>().toEqualTypeOf<records.ActivityEvent>()
  })
  it('subscription', () => {
    expectTypeOf<RecordOf<typeof subscriptionFields>>().toEqualTypeOf<records.Subscription>()
  })
  it('order', () => {
    expectTypeOf<RecordOf<typeof orderFields>>().toEqualTypeOf<records.Order>()
  })
  it('surveyResponse', () => {
    expectTypeOf<RecordOf<typeof surveyResponseFields>>().toEqualTypeOf<records.SurveyResponse>()
  })
  it('ticket', () => {
    expectTypeOf<RecordOf<typeof ticketFields>>().toEqualTypeOf<records.Ticket>()
  })
  it('lead', () => {
    expectTypeOf<RecordOf<typeof leadFields>>().toEqualTypeOf<records.Lead>()
  })
  it('handoff', () => {
    expectTypeOf<RecordOf<typeof handoffFields>>().toEqualTypeOf<records.Handoff>()
  })
})
