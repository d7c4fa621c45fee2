export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { activityEventSchema } from './activityEventSchema.js'
export { businessCalendarSchema } from './businessCalendarSchema.js'
export { commitmentSchema } from './commitmentSchema.js'
export { customerRevenueSchema } from './customerRevenueSchema.js'
export { customerSchema } from './customerSchema.js'
export { handoffSchema } from './handoffSchema.js'
export { interactionSchema } from './interactionSchema.js'
export { leadSchema } from './leadSchema.js'
export { mrrMovementSchema } from './mrrMovementSchema.js'
export { objectionSchema } from './objectionSchema.js'
export { opportunitySchema } from './opportunitySchema.js'
export { orderSchema } from './orderSchema.js'
export { ownerChangeSchema } from './ownerChangeSchema.js'
export {
  type BadRecord,
  type ParsedRecords,
  type ParseIssue,
  type ParseRecordsOptions,
  parseRecords,
} from './parseRecords.js'
export { participationSchema } from './participationSchema.js'
export { programmeMembershipSchema } from './programmeMembershipSchema.js'
export { referralSchema } from './referralSchema.js'
export { responsibilityMatrixSchema } from './responsibilityMatrixSchema.js'
export { returnSchema } from './returnSchema.js'
export { stageEntrySchema } from './stageEntrySchema.js'
export { subscriptionSchema } from './subscriptionSchema.js'
export { surveyInviteSchema } from './surveyInviteSchema.js'
export { surveyResponseSchema } from './surveyResponseSchema.js'
export { ticketSchema } from './ticketSchema.js'
