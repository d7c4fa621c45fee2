import { fail } from '../internal/fail.js'

/** Numbers of purchases that are asked for: a whole number from 0, or a list of them. */
export function readPurchases(purchases: unknown): { asked: number[]; largest: number } {
  const asked: unknown[] = Array.isArray(purchases) ? purchases : [purchases]
  let largest = 0
  for (const [index, count] of asked.entries()) {
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
      const path = Array.isArray(purchases) ? `options.purchases[${index}]` : 'options.purchases'
      fail('INVALID_OPTION', path, 'must be a whole number from 0', count)
    }
    largest = Math.max(largest, count)
  }
  return { asked: asked as number[], largest }
}
