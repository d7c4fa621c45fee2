import * as revenue from '../../../src/metrics/revenue/index.js'
import { monthlyAmount } from '../../../src/records/monthlyAmount.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  monthlyAmount: monthlyAmount as Call,
  ...(revenue as unknown as Record<string, Call>),
}
