import { compareToTarget } from '../../../src/metrics/comparison/compareToTarget.js'
import { rateChange } from '../../../src/metrics/comparison/rateChange.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  compareToTarget: compareToTarget as Call,
  rateChange: rateChange as Call,
}
