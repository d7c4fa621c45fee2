import type { Patterns } from './patternsOf.js'

/** Customers by their age now. */
export interface AgeGroups {
  /** The distinct ages. */
  readonly ages: number[]
  /** Customers of each. */
  readonly customers: number[]
  /** Their repeat purchases. */
  readonly purchases: number[]
}

/** What a sum over customers needs of them where the purchase times do not matter. */
export function groupAges({ frequency, ageDays, customers }: Patterns): AgeGroups {
  const groups: AgeGroups = { ages: [], customers: [], purchases: [] }
  const places = new Map<number, number>()
  for (let row = 0; row < frequency.length; row += 1) {
    const age = ageDays[row] ?? 0
    const weight = customers[row] ?? 0
    let place = places.get(age)
    if (place === undefined) {
      place = groups.ages.push(age) - 1
      groups.customers.push(0)
      groups.purchases.push(0)
      places.set(age, place)
    }
    groups.customers[place] = (groups.customers[place] ?? 0) + weight
    groups.purchases[place] = (groups.purchases[place] ?? 0) + weight * (frequency[row] ?? 0)
  }
  return groups
}
