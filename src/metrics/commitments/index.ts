export {
  type MeasurePromiseConsistencyOptions,
  measurePromiseConsistency,
  type UnitConversion,
} from './measurePromiseConsistency.js'
export type { PromiseConflict, PromiseConsistencyMeasurement } from './model.js'
export { type ConsistencyCounts, type PromiseConsistencyOptions, promiseConsistency } from './promiseConsistency.js'
