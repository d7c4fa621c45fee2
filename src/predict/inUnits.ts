import type { Patterns } from './patternsOf.js'

/** Patterns with their ages in a unit of so many days. */
export function inUnits(patterns: Patterns, timeUnitDays: number): Patterns {
  const scaled = (days: readonly number[]): number[] => days.map((value) => value / timeUnitDays)
  return {
    ...patterns,
    ageAtLastPurchaseDays: scaled(patterns.ageAtLastPurchaseDays),
    ageDays: scaled(patterns.ageDays),
  }
}
