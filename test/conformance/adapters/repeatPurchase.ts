import * as repeat from '../../../src/metrics/repeat-purchase/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  repeatPurchaseRate: repeat.repeatPurchaseRate as Call,
  returningCustomerRate: repeat.returningCustomerRate as Call,
  cohortRepeatRate: repeat.cohortRepeatRate as Call,
  countPurchases: repeat.countPurchases as Call,
  measureRepeatPurchaseRate: repeat.measureRepeatPurchaseRate as Call,
  measureReturningCustomerRate: repeat.measureReturningCustomerRate as Call,
  purchaseFrequency: repeat.purchaseFrequency as Call,
  measurePurchaseFrequency: repeat.measurePurchaseFrequency as Call,
  measureTimeBetweenPurchases: repeat.measureTimeBetweenPurchases as Call,
  rfmSegment: repeat.rfmSegment as Call,
  scoreRfm: repeat.scoreRfm as Call,
  summariseRfm: repeat.summariseRfm as Call,
  measureCohortRepeatRate: repeat.measureCohortRepeatRate as Call,
}
