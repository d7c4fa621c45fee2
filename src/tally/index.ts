export { emptyTally } from './emptyTally.js'
export { mergeTallies } from './mergeTallies.js'
export type { CountTally, Partition, Tally, TallyCell } from './model.js'
