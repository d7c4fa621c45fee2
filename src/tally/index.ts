export type {
  ColumnTally,
  PurchaseDays,
  PurchaseDaysDefinition,
  PurchasePatterns,
  RenewalCounts,
} from './columnTallies.js'
export { emptyTally } from './emptyTally.js'
export { mergeTallies } from './mergeTallies.js'
export type { CountCell, CountTally, DeclaredPart, Partition, Tally, TallyCell, TallyRow } from './model.js'
