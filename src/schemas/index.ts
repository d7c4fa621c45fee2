export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export { activityEventSchema } from './activityEventSchema.js'
export { customerSchema } from './customerSchema.js'
export { handoffSchema } from './handoffSchema.js'
export { leadSchema } from './leadSchema.js'
export { orderSchema } from './orderSchema.js'
export {
  type BadRecord,
  type ParsedRecords,
  type ParseIssue,
  type ParseRecordsOptions,
  parseRecords,
} from './parseRecords.js'
export { subscriptionSchema } from './subscriptionSchema.js'
export { surveyResponseSchema } from './surveyResponseSchema.js'
export { ticketSchema } from './ticketSchema.js'
