import * as nps from '../../../src/metrics/nps/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  netPromoterScore: nps.netPromoterScore as Call,
  npsChange: nps.npsChange as Call,
  measureNetPromoterScore: nps.measureNetPromoterScore as Call,
}
