import * as service from '../../../src/metrics/service/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  slaAttainment: service.slaAttainment as Call,
  measureSlaAttainment: service.measureSlaAttainment as Call,
  durationSummary: service.durationSummary as Call,
  measureFirstResponseTime: service.measureFirstResponseTime as Call,
  measureTimeToResolution: service.measureTimeToResolution as Call,
  firstContactResolutionRate: service.firstContactResolutionRate as Call,
  measureFirstContactResolutionRate: service.measureFirstContactResolutionRate as Call,
  countFirstContacts: service.countFirstContacts as Call,
}
