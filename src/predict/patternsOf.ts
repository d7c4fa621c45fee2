import { sortWhole } from '../tally/sortWhole.js'
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

/** Whole numbers in one exact key, the last one counting fastest. */
interface WholeKeys {
  readonly keys: Float64Array
  /** One more than the largest age at a last purchase, and than the largest age now. */
  readonly sizes: readonly [tx: number, age: number]
}

/** The three numbers in one, as typed arrays sort fast; null where they do not fit. */
function wholeKeys({ frequency, ageAtLastPurchaseDays, ageDays }: HistoryColumns): WholeKeys | null {
  const sizes = [sizeOf(ageAtLastPurchaseDays), sizeOf(ageDays)] as const
  if (!(sizeOf(frequency) * sizes[0] * sizes[1] < Number.MAX_SAFE_INTEGER)) return null
  const keys = new Float64Array(frequency.length)
  for (let row = 0; row < keys.length; row += 1) {
    const rest = (frequency[row] ?? 0) * sizes[0] + (ageAtLastPurchaseDays[row] ?? 0)
    keys[row] = rest * sizes[1] + (ageDays[row] ?? 0)
  }
  return { keys: sortWhole(keys), sizes }
}

/** One more than the largest of whole numbers; infinite where one is not whole. */
function sizeOf(values: readonly number[]): number {
  let largest = 0
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0
    if (value > largest) largest = value
    if (!Number.isInteger(value)) return Number.POSITIVE_INFINITY
  }
  return largest + 1
}

function fromKeys({ keys, sizes }: WholeKeys): Patterns {
  const patterns: Patterns = { frequency: [], ageAtLastPurchaseDays: [], ageDays: [], customers: [] }
  let from = 0
  for (let row = 1; row <= keys.length; row += 1) {
    const key = keys[from] ?? 0
    if (row < keys.length && keys[row] === key) continue
    const rest = Math.floor(key / sizes[1])
    patterns.frequency.push(Math.floor(rest / sizes[0]))
    patterns.ageAtLastPurchaseDays.push(rest % sizes[0])
    patterns.ageDays.push(key - rest * sizes[1])
    patterns.customers.push(row - from)
    from = row
  }
  return patterns
}
