import * as z from 'zod'
import type { GivenMeasurement, ReviewInput } from '../review/models/input.js'
import type { ReviewTally, SomeRecords } from '../review/models/records.js'
import type { RetentionReview } from '../review/models/review.js'
import { activityEventSchema } from './activityEventSchema.js'
import { textsByName } from './byName.js'
import { checked } from './checked.js'
import { checkInSchema } from './checkInSchema.js'
import { commitmentSchema } from './commitmentSchema.js'
import { customerSchema } from './customerSchema.js'
import { cycleSchema } from './cycleSchema.js'
import { text } from './fields.js'
import { handoffSchema } from './handoffSchema.js'
import { interactionSchema } from './interactionSchema.js'
import { isPlain } from './isPlain.js'
import { keyResultVersionSchema } from './keyResultVersionSchema.js'
import { leadSchema } from './leadSchema.js'
import { measurementFields } from './measurementSchema.js'
import { metricSeriesSchema } from './metricSeriesSchema.js'
import { mrrMovementSchema } from './mrrMovementSchema.js'
import { objectionSchema } from './objectionSchema.js'
import { objectiveSchema } from './objectiveSchema.js'
import { opportunitySchema } from './opportunitySchema.js'
import { orderSchema } from './orderSchema.js'
import { ownerChangeSchema } from './ownerChangeSchema.js'
import { participationSchema } from './participationSchema.js'
import { programmeMembershipSchema } from './programmeMembershipSchema.js'
import { referralSchema } from './referralSchema.js'
import { responsibilityMatrixSchema } from './responsibilityMatrixSchema.js'
import { returnSchema } from './returnSchema.js'
import { list, strictInput, strictRecord } from './shapes.js'
import { stageEntrySchema } from './stageEntrySchema.js'
import { subscriptionSchema } from './subscriptionSchema.js'
import { surveyInviteSchema } from './surveyInviteSchema.js'
import { surveyResponseSchema } from './surveyResponseSchema.js'
import { ticketSchema } from './ticketSchema.js'

/** Members of {@link reviewInputSchema}. */
export const reviewInputFields = () => ({
  cycle: cycleSchema,
  objectives: list(objectiveSchema),
  versions: z.optional(list(keyResultVersions())),
  checkIns: z.optional(list(checkInSchema)),
  records: z.optional(z.union([tally(), someRecords()])),
  measurements: z.optional(list(givenMeasurement())),
  series: z.optional(list(metricSeriesSchema)),
  previous: z.optional(storedReview()),
})

/** Record types of {@link reviewInputSchema}. */
export const someRecordsFields = () => ({
  customers: z.optional(list(customerSchema)),
  subscriptions: z.optional(list(subscriptionSchema)),
  orders: z.optional(list(orderSchema)),
  returns: z.optional(list(returnSchema)),
  activities: z.optional(list(activityEventSchema)),
  invites: z.optional(list(surveyInviteSchema)),
  responses: z.optional(list(surveyResponseSchema)),
  interactions: z.optional(list(interactionSchema)),
  tickets: z.optional(list(ticketSchema)),
  commitments: z.optional(list(commitmentSchema)),
  leads: z.optional(list(leadSchema)),
  handoffs: z.optional(list(handoffSchema)),
  ownerChanges: z.optional(list(ownerChangeSchema)),
  opportunities: z.optional(list(opportunitySchema)),
  stageEntries: z.optional(list(stageEntrySchema)),
  objections: z.optional(list(objectionSchema)),
  memberships: z.optional(list(programmeMembershipSchema)),
  participations: z.optional(list(participationSchema)),
  referrals: z.optional(list(referralSchema)),
  movements: z.optional(list(mrrMovementSchema)),
  responsibilities: z.optional(responsibilityMatrixSchema),
  duplicates: z.optional(list(duplicate())),
})

/**
 * Schema of what a review is made from: cycle, objectives, check-ins, records, figures made elsewhere, the review before.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. Records are lists here, not
 * other iterables; many rows, some of them bad, are better read by `parseRecords`, which keeps the good ones. A tally and
 * a stored review are told by their kind and version: whoever reads them checks them.
 *
 * @example
 * ```ts
 * import { reviewInputSchema } from 'retention-okr/schemas'
 *
 * const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' }
 * reviewInputSchema.safeParse({ cycle, objectives: [], records: { orders: [] } }).success // => true
 * reviewInputSchema.safeParse({ cycle, objectives: [], records: { order: [] } }).success // => false
 * ```
 * @since 0.1.0
 */
export const reviewInputSchema: z.ZodType<ReviewInput> = /* @__PURE__ */ strictRecord(
  reviewInputFields,
) as unknown as z.ZodType<ReviewInput>

function keyResultVersions() {
  return strictRecord(() => ({ keyResultId: text(), versions: list(keyResultVersionSchema) }))
}

function someRecords() {
  return strictRecord(someRecordsFields) as unknown as z.ZodType<SomeRecords>
}

/** A duplicate, as `findDuplicateLeads` gives it or with its ids alone. */
function duplicate() {
  return strictRecord(() => ({ leadId: text(), duplicateOf: text(), keys: z.optional(list(text())) }))
}

/** A measurement, perhaps of a segment. */
function givenMeasurement() {
  return strictInput(() => ({
    ...measurementFields(),
    segment: z.optional(textsByName()),
  })) as unknown as z.ZodType<GivenMeasurement>
}

function tally() {
  return checked<ReviewTally>(
    (value) => isPlain(value) && (value as { kind?: unknown }).kind === 'review',
    'INVALID_INPUT',
    'must be records by type or their tally',
  )
}

function storedReview() {
  return checked<RetentionReview>(
    (value) => isPlain(value) && (value as { schemaVersion?: unknown }).schemaVersion === 1,
    'UNSUPPORTED_VERSION',
    'must be a review of version 1',
  )
}
