import { churnByCause } from '../../../src/metrics/churn/churnByCause.js'
import { churnRate } from '../../../src/metrics/churn/churnRate.js'
import { convertRate } from '../../../src/metrics/churn/convertRate.js'
import { countChurn } from '../../../src/metrics/churn/countChurn.js'
import { measureChurnByCause } from '../../../src/metrics/churn/measureChurnByCause.js'
import { measureChurnRate } from '../../../src/metrics/churn/measureChurnRate.js'
import { measureInactivityChurnRate } from '../../../src/metrics/churn/measureInactivityChurnRate.js'
import { suggestInactivityWindow } from '../../../src/metrics/churn/suggestInactivityWindow.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  churnByCause: churnByCause as Call,
  churnRate: churnRate as Call,
  convertRate: convertRate as Call,
  countChurn: countChurn as Call,
  measureChurnByCause: measureChurnByCause as Call,
  measureChurnRate: measureChurnRate as Call,
  measureInactivityChurnRate: measureInactivityChurnRate as Call,
  suggestInactivityWindow: suggestInactivityWindow as Call,
}
