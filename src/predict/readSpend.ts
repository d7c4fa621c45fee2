import { fail } from '../internal/fail.js'
import { assertArray, isIterable } from '../internal/guards.js'
import type { PurchaseData } from './models/history.js'

/** What one customer, or several alike, spent. */
export interface Spend {
  /** Repeat days. */
  readonly frequency: number
  /** Mean value of a repeat day. */
  readonly value: number
  /** How many customers. */
  readonly customers: number
}

/** The spending of a base, row by row, and its currency; none where its amounts are not known. */
export function readSpend(data: PurchaseData): { rows: Spend[]; currency: string | null } {
  if (isIterable(data)) return { rows: [...data].map(spendOf), currency: null }
  const columns = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  if (columns['kind'] === 'purchase-patterns') return { rows: [], currency: null }
  const { frequency, monetaryValue, currency } = columns
  assertArray(frequency, 'data.frequency')
  if (monetaryValue === null) return { rows: [], currency: null }
  assertArray(monetaryValue, 'data.monetaryValue')
  const rows = frequency.map((x, row) => spendOf({ frequency: x, monetaryValue: monetaryValue[row] }, row))
  return { rows, currency: typeof currency === 'string' ? currency : null }
}

/** Checks what is needed of one history. */
export function spendOf(history: unknown, row?: number): Spend {
  const path = row === undefined ? 'history' : `data[${row}]`
  if (typeof history !== 'object' || history === null) fail('INVALID_HISTORY', path, 'must be a history', history)
  const { frequency, monetaryValue, customers = 1 } = history as Record<string, unknown>
  if (typeof frequency !== 'number' || !Number.isSafeInteger(frequency) || frequency < 0) {
    fail('INVALID_HISTORY', `${path}.frequency`, 'must be a whole number from 0', frequency)
  }
  const value = frequency === 0 ? (monetaryValue ?? 0) : monetaryValue
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    fail('INVALID_HISTORY', `${path}.monetaryValue`, 'must be a finite number', value)
  }
  if (typeof customers !== 'number' || !Number.isFinite(customers) || customers <= 0) {
    fail('INVALID_HISTORY', `${path}.customers`, 'must be above 0', customers)
  }
  return { frequency, value, customers }
}
