import { churnRate } from '../../../src/metrics/churn/churnRate.js'
import { countChurn } from '../../../src/metrics/churn/countChurn.js'
import { measureChurnRate } from '../../../src/metrics/churn/measureChurnRate.js'
import { measureInactivityChurnRate } from '../../../src/metrics/churn/measureInactivityChurnRate.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  churnRate: churnRate as Call,
  countChurn: countChurn as Call,
  measureChurnRate: measureChurnRate as Call,
  measureInactivityChurnRate: measureInactivityChurnRate as Call,
}
