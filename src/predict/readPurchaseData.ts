import { fail } from '../internal/fail.js'
import { assertArray, isIterable } from '../internal/guards.js'
import { checkHistory, type HistoryMember } from './checkHistory.js'
import type { PurchaseData, PurchaseHistory } from './models/history.js'

/** Histories as columns of equal length, ages in days. */
export interface HistoryColumns {
  /** Repeat purchases. */
  readonly frequency: readonly number[]
  /** Age at the last purchase. */
  readonly ageAtLastPurchaseDays: readonly number[]
  /** Age now. */
  readonly ageDays: readonly number[]
  /** How many customers share the history; null where each row is one. */
  readonly customers: readonly number[] | null
}

/** Reads histories in any form into columns; the first one that cannot be is named. */
export function readPurchaseData(data: PurchaseData): HistoryColumns {
  if (isIterable(data)) return fromHistories(data)
  if (typeof data !== 'object' || data === null) fail('INVALID_INPUT', 'data', 'must be a summary or histories', data)
  const { frequency, ageAtLastPurchaseDays, ageDays } = data
  const customers = 'customers' in data ? data.customers : null
  const columns = { frequency, ageAtLastPurchaseDays, ageDays, ...(customers === null ? {} : { customers }) }
  for (const [name, column] of Object.entries(columns)) {
    assertArray(column, `data.${name}`)
    if (column.length !== frequency.length) {
      fail('INVALID_HISTORY', `data.${name}`, 'must be as long as frequency', column)
    }
  }
  for (let row = 0; row < frequency.length; row += 1) {
    const history = {
      frequency: frequency[row],
      ageAtLastPurchaseDays: ageAtLastPurchaseDays[row],
      ageDays: ageDays[row],
      customers: customers === null ? 1 : customers[row],
    }
    check(history, (member) => `data.${member}[${row}]`, 'data')
  }
  return { frequency, ageAtLastPurchaseDays, ageDays, customers }
}

function fromHistories(histories: Iterable<PurchaseHistory>): HistoryColumns {
  const columns = { frequency: [] as number[], ageAtLastPurchaseDays: [] as number[], ageDays: [] as number[] }
  const customers: number[] = []
  for (const history of histories) {
    const path = `data[${customers.length}]`
    check(history, (member) => `${path}.${member}`, path)
    columns.frequency.push(history.frequency)
    columns.ageAtLastPurchaseDays.push(history.ageAtLastPurchaseDays)
    columns.ageDays.push(history.ageDays)
    customers.push(history.customers ?? 1)
  }
  return { ...columns, customers }
}

function check(history: unknown, pathOf: (member: HistoryMember | 'customers') => string, path: string): void {
  checkHistory(history, pathOf, path)
  const { customers = 1 } = history as PurchaseHistory
  if (typeof customers !== 'number' || !Number.isFinite(customers) || customers <= 0) {
    fail('INVALID_HISTORY', pathOf('customers'), 'must be above 0', customers)
  }
}
