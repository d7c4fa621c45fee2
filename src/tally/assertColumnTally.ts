import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertInteger, assertPlain } from '../internal/guards.js'
import type { ColumnTally } from './columnTallies.js'

/** Days that an instant can be on: the years 1900 to 2200. */
const [earliestDay, latestDay] = [-25_567, 84_371]
/** The largest whole amount that a double holds exactly. */
const largestAmount = Number.MAX_SAFE_INTEGER

/** A tally of columns that holds together: equal lengths, whole numbers, sorted keys; one that went through JSON too. */
export function assertColumnTally(tally: unknown, path: string): asserts tally is ColumnTally {
  assertPlain(tally, path)
  assertPlain(tally['definition'], `${path}.definition`)
  if (tally['kind'] === 'renewals') assertCounts(tally, ['kept', 'lost'], path)
  else if (tally['kind'] === 'purchase-patterns') assertPatterns(tally, path)
  else assertDays(tally, path)
}

function assertPatterns(tally: Record<string, unknown>, path: string): void {
  const names = ['frequency', 'ageAtLastPurchaseDays', 'ageDays', 'customers']
  for (const name of names) {
    assertArray(tally[name], `${path}.${name}`)
    assertSameLength(tally[name], tally['frequency'] as readonly unknown[], `${path}.${name}`)
    tally[name].forEach((value, row) => {
      if (typeof value !== 'number' || !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
        fail('INVALID_INPUT', `${path}.${name}[${row}]`, 'must be a number from 0', value)
      }
    })
  }
}

function assertCounts(tally: Record<string, unknown>, names: readonly string[], path: string): void {
  const [first = ''] = names
  for (const name of names) {
    const counts = tally[name]
    assertArray(counts, `${path}.${name}`)
    assertSameLength(counts, tally[first] as readonly unknown[], `${path}.${name}`)
    const wrong = firstBut(counts, isCount)
    if (wrong >= 0) assertCount(counts[wrong], `${path}.${name}[${wrong}]`)
  }
}

function assertDays(tally: Record<string, unknown>, path: string): void {
  assertInteger(tally['scale'], { minimum: 0, maximum: 6 }, `${path}.scale`, 'INVALID_INPUT')
  if (typeof tally['mixedCurrency'] !== 'boolean') {
    fail('INVALID_INPUT', `${path}.mixedCurrency`, 'must be true or false', tally['mixedCurrency'])
  }
  if (tally['currency'] !== null && typeof tally['currency'] !== 'string') {
    fail('INVALID_INPUT', `${path}.currency`, 'must be text or null', tally['currency'])
  }
  assertPlain(tally['excluded'], `${path}.excluded`)
  assertPlain(tally['notes'], `${path}.notes`)
  const customers = tally['customers']
  assertArray(customers, `${path}.customers`)
  let before = ''
  for (let row = 0; row < customers.length; row += 1) {
    const id: unknown = customers[row]
    if (typeof id !== 'string' || (row > 0 && before >= id)) {
      fail('INVALID_INPUT', `${path}.customers[${row}]`, 'must be texts, sorted and unique', id)
    }
    before = id
  }
  assertCounts(tally, ['row', 'orders', 'returned'], path)
  const { row: rows, day: days, amount: amounts } = tally as Record<string, readonly unknown[]>
  assertArray(days, `${path}.day`)
  assertArray(amounts, `${path}.amount`)
  assertSameLength(days, rows ?? [], `${path}.day`)
  assertSameLength(amounts, rows ?? [], `${path}.amount`)
  assertKeys(rows as number[], days as number[], customers.length, path)
  const wrong = firstBut(amounts, isAmount)
  if (wrong >= 0) {
    assertInteger(amounts[wrong], { minimum: 0, maximum: largestAmount }, `${path}.amount[${wrong}]`, 'INVALID_INPUT')
  }
}

function assertKeys(rows: readonly number[], days: readonly number[], customers: number, path: string): void {
  let [lastRow, lastDay] = [-1, 0]
  for (let index = 0; index < rows.length; index += 1) {
    const [row = 0, day] = [rows[index], days[index]]
    if (day === undefined || !Number.isInteger(day) || day < earliestDay || day > latestDay) {
      assertInteger(day, { minimum: earliestDay, maximum: latestDay }, `${path}.day[${index}]`, 'INVALID_INPUT')
    }
    if (row >= customers || row < lastRow || (row === lastRow && day <= lastDay)) {
      fail('INVALID_INPUT', `${path}.row[${index}]`, 'must be sorted by customer and day, each once', row)
    }
    ;[lastRow, lastDay] = [row, day]
  }
}

/** The first position of a value that is not right, -1 when all are: the path, text that costs more, is made of it alone. */
function firstBut(values: readonly unknown[], isRight: (value: unknown) => boolean): number {
  for (let row = 0; row < values.length; row += 1) if (!isRight(values[row])) return row
  return -1
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isAmount(value: unknown): boolean {
  return value === null || isCount(value)
}

function assertSameLength(values: readonly unknown[], first: readonly unknown[], path: string): void {
  if (values.length !== first.length) fail('INVALID_INPUT', path, 'must be as long as the other columns', values.length)
}
