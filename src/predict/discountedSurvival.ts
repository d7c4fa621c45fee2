import { fail } from '../internal/fail.js'
import { assertInteger } from '../internal/guards.js'
import type { RenewalParameters } from './models/models.js'

/** How payments are discounted and how many of them count. */
export interface PaymentHorizon {
  readonly discountPerPeriod: number
  readonly periods?: number | undefined
}

/** A term below this share of the sum changes nothing. */
const negligible = 1e-17

/** Discounts of 0, or not so small that the sum would never end; numbers of periods. */
export function checkHorizon({ discountPerPeriod, periods }: PaymentHorizon): void {
  const path = 'options.discountPerPeriod'
  if (typeof discountPerPeriod !== 'number' || !(discountPerPeriod >= 0 && discountPerPeriod < Infinity)) {
    fail('INVALID_OPTION', path, 'must be a number from 0', discountPerPeriod)
  }
  if (discountPerPeriod > 0 && discountPerPeriod < 1e-5) {
    fail('INVALID_OPTION', path, 'must be 0, or 1e-5 and above', discountPerPeriod)
  }
  if (periods !== undefined) assertInteger(periods, { minimum: 1, maximum: 1_000_000 }, 'options.periods')
}

/**
 * The sum of `first`, then of S(n + k) / S(n) for k = 1, 2, ..., each discounted once more than the one before.
 *
 * Null where it has no end: without discount and number of periods, when alpha <= 1.
 */
export function discountedSurvival(
  { alpha, beta }: RenewalParameters,
  { discountPerPeriod, periods }: PaymentHorizon,
  passed: number,
): number | null {
  if (discountPerPeriod === 0 && periods === undefined) return alpha > 1 ? (beta + passed) / (alpha - 1) : null
  const discount = 1 / (1 + discountPerPeriod)
  let [sum, rest, term] = [0, 0, 1]
  for (let renewal = 1; periods === undefined || renewal <= periods; renewal += 1) {
    const hold = beta + passed + renewal - 1
    term *= (hold / (alpha + hold)) * (renewal === 1 ? 1 : discount)
    // What an addition rounds away is added to the next term.
    const next = sum + (term + rest)
    rest = term + rest - (next - sum)
    sum = next
    if (term < negligible * sum) break
  }
  return sum
}
