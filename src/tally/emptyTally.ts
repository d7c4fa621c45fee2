import type {
  ColumnTally,
  PurchaseDays,
  PurchaseDaysDefinition,
  PurchasePatterns,
  RenewalCounts,
} from './columnTallies.js'
import { isColumnTallyKind } from './isColumnTallyKind.js'
import type { Tally } from './model.js'

/**
 * Makes the identity of {@link mergeTallies}: a tally without cells, or with empty columns.
 *
 * @param kind - what is counted, e.g. `sla-attainment`
 * @param definition - the options that shape the tallies it is to be merged with
 * @returns a tally of nothing, without exclusions
 * @example
 * ```ts
 * import { emptyTally } from 'retention-okr'
 *
 * emptyTally('sla-attainment', { target: 3_600_000 }).cells // => []
 * emptyTally('renewals', {}).kept // => []
 * ```
 * @since 0.1.0
 */
export function emptyTally(kind: 'purchase-days', definition: PurchaseDaysDefinition): PurchaseDays
/**
 * Makes the identity of purchase patterns.
 *
 * @param kind - `purchase-patterns`
 * @param definition - the options that shape the tallies it is to be merged with
 * @returns a tally of no customer
 */
export function emptyTally(kind: 'purchase-patterns', definition: object): PurchasePatterns
/**
 * Makes the identity of renewals.
 *
 * @param kind - `renewals`
 * @param definition - empty: nothing shapes them
 * @returns a tally of no cohort
 */
export function emptyTally(kind: 'renewals', definition: object): RenewalCounts
/**
 * Makes the identity of a tally with cells.
 *
 * @param kind - what is counted, e.g. `sla-attainment`
 * @param definition - the options that shape the tallies it is to be merged with
 * @returns a tally without cells and without exclusions
 */
export function emptyTally(kind: string, definition: object): Tally
export function emptyTally(kind: string, definition: object): Tally | ColumnTally {
  return isColumnTallyKind(kind) ? emptyColumns(kind, definition) : { kind, definition, cells: [] }
}

function emptyColumns(kind: ColumnTally['kind'], definition: object): ColumnTally {
  if (kind === 'renewals') return { kind, definition, kept: [], lost: [] }
  if (kind === 'purchase-patterns') {
    const columns = { frequency: [], ageAtLastPurchaseDays: [], ageDays: [], customers: [] }
    return { kind, definition, distinct: 'customer', ...columns }
  }
  return {
    kind,
    definition: definition as PurchaseDaysDefinition,
    currency: null,
    mixedCurrency: false,
    scale: 0,
    ...{ customers: [], row: [], day: [], orders: [], amount: [], returned: [] },
    excluded: {},
    notes: {},
  }
}
