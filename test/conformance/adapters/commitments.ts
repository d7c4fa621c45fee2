import * as commitments from '../../../src/metrics/commitments/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  promiseConsistency: commitments.promiseConsistency as Call,
  measurePromiseConsistency: commitments.measurePromiseConsistency as Call,
  commitmentFulfilmentRate: commitments.commitmentFulfilmentRate as Call,
  measureCommitmentFulfilmentRate: commitments.measureCommitmentFulfilmentRate as Call,
  tallyCommitments: commitments.tallyCommitments as Call,
  countCommitments: commitments.countCommitments as Call,
}
