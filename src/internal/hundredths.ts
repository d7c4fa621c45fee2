import { Decimal, decimalText } from './decimal.js'

/** An exact amount of money: a number is whole hundredths, what does not fit is a decimal. */
export type Amount = number | Decimal

/** The amount as a decimal. */
export function decimalOf(amount: Amount): Decimal {
  return typeof amount === 'number' ? new Decimal(amount).dividedBy(100) : amount
}

/** The amount as text of 2 to 12 decimals. */
export function amountText(amount: Amount): string {
  return typeof amount === 'number' ? hundredthsText(amount) : decimalText(amount)
}

/** Whole hundredths as text of two decimals. */
export function hundredthsText(hundredths: number): string {
  const size = Math.abs(hundredths)
  const whole = Math.floor(size / 100)
  const rest = size - whole * 100
  return `${hundredths < 0 ? '-' : ''}${whole}.${rest < 10 ? '0' : ''}${rest}`
}
