import type { ColumnTally, PurchasePatterns, RenewalCounts } from './columnTallies.js'
import { mergePurchaseDays } from './mergePurchaseDays.js'
import type { Partition } from './model.js'

/** Two tallies of columns, of one kind and definition, as one. */
export function mergeColumnTallies(a: ColumnTally, b: ColumnTally, partition: Partition | undefined): ColumnTally {
  if (a.kind === 'purchase-days' && b.kind === 'purchase-days') return mergePurchaseDays(a, b)
  if (a.kind === 'purchase-patterns' && b.kind === 'purchase-patterns') return mergePatterns(a, b, partition)
  return mergeRenewals(a as RenewalCounts, b as RenewalCounts)
}

function mergePatterns(a: PurchasePatterns, b: PurchasePatterns, partition: Partition | undefined): PurchasePatterns {
  const merged: PurchasePatterns = {
    kind: 'purchase-patterns',
    ...versionOf(a, b),
    definition: a.definition,
    distinct: 'customer',
    ...(partition === undefined ? {} : { partition }),
    frequency: [],
    ageAtLastPurchaseDays: [],
    ageDays: [],
    customers: [],
  }
  let [i, j] = [0, 0]
  while (i < a.frequency.length || j < b.frequency.length) {
    const order = comparePatterns(a, i, b, j)
    const [source, row] = order <= 0 ? [a, i] : [b, j]
    merged.frequency.push(source.frequency[row] ?? 0)
    merged.ageAtLastPurchaseDays.push(source.ageAtLastPurchaseDays[row] ?? 0)
    merged.ageDays.push(source.ageDays[row] ?? 0)
    merged.customers.push((order <= 0 ? (a.customers[i] ?? 0) : 0) + (order >= 0 ? (b.customers[j] ?? 0) : 0))
    if (order <= 0) i += 1
    if (order >= 0) j += 1
  }
  return merged
}

/** Order of two rows; one behind the last is behind all. */
function comparePatterns(a: PurchasePatterns, i: number, b: PurchasePatterns, j: number): number {
  if (i >= a.frequency.length) return 1
  if (j >= b.frequency.length) return -1
  return (
    (a.frequency[i] ?? 0) - (b.frequency[j] ?? 0) ||
    (a.ageAtLastPurchaseDays[i] ?? 0) - (b.ageAtLastPurchaseDays[j] ?? 0) ||
    (a.ageDays[i] ?? 0) - (b.ageDays[j] ?? 0)
  )
}

function mergeRenewals(a: RenewalCounts, b: RenewalCounts): RenewalCounts {
  return {
    kind: 'renewals',
    ...versionOf(a, b),
    definition: a.definition,
    kept: added(a.kept, b.kept),
    lost: added(a.lost, b.lost),
  }
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0))
}

/** The version where either tally says it. */
function versionOf(a: ColumnTally, b: ColumnTally): { version?: 1 } {
  return a.version === undefined && b.version === undefined ? {} : { version: 1 }
}
