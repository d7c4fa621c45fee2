import * as statistics from '../../../src/statistics/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  wilsonInterval: statistics.wilsonInterval as Call,
  clopperPearsonInterval: statistics.clopperPearsonInterval as Call,
  poissonInterval: statistics.poissonInterval as Call,
  npsInterval: statistics.npsInterval as Call,
  newcombeInterval: statistics.newcombeInterval as Call,
}
