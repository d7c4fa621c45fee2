import { Decimal, toDecimal } from '../internal/decimal.js'
import { parseAmount } from '../internal/parseAmount.js'

/** An amount without its sign, as whole units of the decimals that it has. */
export interface ScaledAmount {
  readonly units: number
  readonly decimals: number
  /** The sign of the amount itself; one too small for its units has one too. */
  readonly sign: -1 | 0 | 1
  /** Whether further decimals were rounded away. */
  readonly rounded: boolean
}

/** No money at all. */
export const nothing: ScaledAmount = { units: 0, decimals: 0, sign: 0, rounded: false }

/** An amount by its shortest decimal form, of six decimals at most: what is finer is rounded, half to the even one. */
export function readScaledAmount(value: unknown, path: () => string): ScaledAmount {
  const hundredths = parseAmount(value)
  if (!Number.isNaN(hundredths)) return ofHundredths(hundredths)
  const amount = toDecimal(value, path(), 'INVALID_AMOUNT')
  const kept = amount.abs().toDecimalPlaces(6, Decimal.ROUND_HALF_EVEN)
  const decimals = kept.decimalPlaces()
  const sign = amount.isZero() ? 0 : amount.isNegative() ? -1 : 1
  const units = kept.times(new Decimal(10).pow(decimals)).toNumber()
  return { units, decimals, sign, rounded: !kept.equals(amount.abs()) }
}

function ofHundredths(hundredths: number): ScaledAmount {
  if (hundredths === 0) return nothing
  const units = Math.abs(hundredths)
  const sign = hundredths < 0 ? -1 : 1
  if (units % 100 === 0) return { units: units / 100, decimals: 0, sign, rounded: false }
  if (units % 10 === 0) return { units: units / 10, decimals: 1, sign, rounded: false }
  return { units, decimals: 2, sign, rounded: false }
}
