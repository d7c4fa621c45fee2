export {
  type CommitmentFulfilmentRateOptions,
  commitmentFulfilmentRate,
  type FulfilmentCounts,
} from './commitmentFulfilmentRate.js'
export { type CountCommitmentsOptions, countCommitments } from './countCommitments.js'
export {
  type MeasureCommitmentFulfilmentRateOptions,
  measureCommitmentFulfilmentRate,
} from './measureCommitmentFulfilmentRate.js'
export {
  type MeasurePromiseConsistencyOptions,
  measurePromiseConsistency,
  type UnitConversion,
} from './measurePromiseConsistency.js'
export type {
  CommitmentCounts,
  CommitmentMeasurement,
  CommitmentOptions,
  PromiseConflict,
  PromiseConsistencyMeasurement,
} from './model.js'
export { type ConsistencyCounts, type PromiseConsistencyOptions, promiseConsistency } from './promiseConsistency.js'
export { type TallyCommitmentsOptions, tallyCommitments } from './tallyCommitments.js'
