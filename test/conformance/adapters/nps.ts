import * as nps from '../../../src/metrics/nps/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  netPromoterScore: nps.netPromoterScore as Call,
  npsChange: nps.npsChange as Call,
  npsSampleSize: nps.npsSampleSize as Call,
  measureNetPromoterScore: nps.measureNetPromoterScore as Call,
  countResponses: nps.countResponses as Call,
  csat: nps.csat as Call,
  measureCsat: nps.measureCsat as Call,
  ces: nps.ces as Call,
  measureCes: nps.measureCes as Call,
  responseRate: nps.responseRate as Call,
  measureResponseRate: nps.measureResponseRate as Call,
  countInvites: nps.countInvites as Call,
}
