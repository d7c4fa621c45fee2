import * as commitments from '../../../src/metrics/commitments/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  commitmentFulfilmentRate: commitments.commitmentFulfilmentRate as Call,
  measureCommitmentFulfilmentRate: commitments.measureCommitmentFulfilmentRate as Call,
  countCommitments: commitments.countCommitments as Call,
}
