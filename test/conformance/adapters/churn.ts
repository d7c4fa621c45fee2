import { churnRate } from '../../../src/metrics/churn/churnRate.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  churnRate: churnRate as Call,
}
