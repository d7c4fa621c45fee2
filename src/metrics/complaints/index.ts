export { type ComplaintRateOptions, complaintRate } from './complaintRate.js'
export { type ComplaintShareOptions, complaintShare } from './complaintShare.js'
export { type CountComplaintsOptions, countComplaints } from './countComplaints.js'
export { type CountReturnsOptions, countReturns } from './countReturns.js'
export { type MeasureComplaintRateOptions, measureComplaintRate } from './measureComplaintRate.js'
export { type MeasureComplaintShareOptions, measureComplaintShare } from './measureComplaintShare.js'
export {
  type MeasureRecurringComplaintRateOptions,
  measureRecurringComplaintRate,
} from './measureRecurringComplaintRate.js'
export { type MeasureReturnRateOptions, measureReturnRate } from './measureReturnRate.js'
export type { ComplaintCounts, ReturnCounts, ReturnRecords } from './model.js'
export { type RecurringComplaintRateOptions, recurringComplaintRate } from './recurringComplaintRate.js'
export type { RecurrenceOptions } from './recurringOf.js'
export { type ReturnRateOptions, returnRate } from './returnRate.js'
export type { ReturnInclusion } from './returnRules.js'
export { type TallyComplaintsOptions, tallyComplaints } from './tallyComplaints.js'
export { type TallyReturnsOptions, tallyReturns } from './tallyReturns.js'
