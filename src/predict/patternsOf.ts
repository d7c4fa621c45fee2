import type { HistoryColumns } from './readPurchaseData.js'

/** Distinct histories, sorted by their three numbers, and how many customers have each. */
export interface Patterns {
  /** Repeat purchases. */
  frequency: number[]
  /** Age at the last purchase in days. */
  ageAtLastPurchaseDays: number[]
  /** Age now in days. */
  ageDays: number[]
  /** How many customers. */
  customers: number[]
}

/** Unites equal histories: all likelihoods depend on these alone, and the order of the rows is forgotten. */
export function patternsOf(columns: HistoryColumns): Patterns {
  const { frequency, ageAtLastPurchaseDays, ageDays, customers } = columns
  const keys = customers === null ? wholeKeys(columns) : null
  if (keys !== null) return fromKeys(keys)
  // Equal histories by their weight, so that the sum of fractions does not depend on the order either.
  const order = frequency
    .map((_, row) => row)
    .sort((a, b) => compareRows(columns, a, b) || (customers?.[a] ?? 1) - (customers?.[b] ?? 1))
  const patterns: Patterns = { frequency: [], ageAtLastPurchaseDays: [], ageDays: [], customers: [] }
  let before: number | undefined
  for (const row of order) {
    const weight = customers?.[row] ?? 1
    if (before !== undefined && compareRows(columns, before, row) === 0) {
      patterns.customers.push((patterns.customers.pop() ?? 0) + weight)
    } else {
      patterns.frequency.push(frequency[row] ?? 0)
      patterns.ageAtLastPurchaseDays.push(ageAtLastPurchaseDays[row] ?? 0)
      patterns.ageDays.push(ageDays[row] ?? 0)
      patterns.customers.push(weight)
    }
    before = row
  }
  return patterns
}

function compareRows({ frequency, ageAtLastPurchaseDays, ageDays }: HistoryColumns, a: number, b: number): number {
  return (
    (frequency[a] ?? 0) - (frequency[b] ?? 0) ||
    (ageAtLastPurchaseDays[a] ?? 0) - (ageAtLastPurchaseDays[b] ?? 0) ||
    (ageDays[a] ?? 0) - (ageDays[b] ?? 0)
  )
}

/** Whole days below this many, so that the three numbers fit in one exact key: six thousand years are enough. */
const dayLimit = 2 ** 21
const frequencyLimit = 2 ** 11

/** The three numbers in one, as typed arrays sort fast; null where they do not fit. */
function wholeKeys({ frequency, ageAtLastPurchaseDays, ageDays }: HistoryColumns): Float64Array | null {
  const keys = new Float64Array(frequency.length)
  for (let row = 0; row < keys.length; row += 1) {
    const [x, tx, age] = [frequency[row] ?? 0, ageAtLastPurchaseDays[row] ?? 0, ageDays[row] ?? 0]
    if (x >= frequencyLimit || age >= dayLimit || !Number.isInteger(tx) || !Number.isInteger(age)) return null
    keys[row] = (x * dayLimit + tx) * dayLimit + age
  }
  return keys.sort()
}

function fromKeys(keys: Float64Array): Patterns {
  const patterns: Patterns = { frequency: [], ageAtLastPurchaseDays: [], ageDays: [], customers: [] }
  let from = 0
  for (let row = 1; row <= keys.length; row += 1) {
    const key = keys[from] ?? 0
    if (row < keys.length && keys[row] === key) continue
    const rest = Math.floor(key / dayLimit)
    patterns.frequency.push(Math.floor(rest / dayLimit))
    patterns.ageAtLastPurchaseDays.push(rest % dayLimit)
    patterns.ageDays.push(key % dayLimit)
    patterns.customers.push(row - from)
    from = row
  }
  return patterns
}
