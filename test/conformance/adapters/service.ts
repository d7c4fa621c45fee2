import * as service from '../../../src/metrics/service/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  slaAttainment: service.slaAttainment as Call,
  measureSlaAttainment: service.measureSlaAttainment as Call,
}
