export { type CommitmentFulfilmentRateOptions, commitmentFulfilmentRate } from './commitmentFulfilmentRate.js'
export { type CountCommitmentsOptions, countCommitments } from './countCommitments.js'
export {
  type MeasureCommitmentFulfilmentRateOptions,
  measureCommitmentFulfilmentRate,
} from './measureCommitmentFulfilmentRate.js'
export type { CommitmentCounts, CommitmentMeasurement, CommitmentOptions } from './model.js'
export { type TallyCommitmentsOptions, tallyCommitments } from './tallyCommitments.js'
