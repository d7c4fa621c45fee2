import { monthlyAmount } from '../../../src/records/monthlyAmount.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  monthlyAmount: monthlyAmount as Call,
}
