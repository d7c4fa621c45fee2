import * as complaints from '../../../src/metrics/complaints/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  complaintRate: complaints.complaintRate as Call,
  complaintShare: complaints.complaintShare as Call,
  recurringComplaintRate: complaints.recurringComplaintRate as Call,
  measureComplaintRate: complaints.measureComplaintRate as Call,
  measureComplaintShare: complaints.measureComplaintShare as Call,
  measureRecurringComplaintRate: complaints.measureRecurringComplaintRate as Call,
  countComplaints: complaints.countComplaints as Call,
  returnRate: complaints.returnRate as Call,
  measureReturnRate: complaints.measureReturnRate as Call,
  countReturns: complaints.countReturns as Call,
}
