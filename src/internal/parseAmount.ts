/** Digits that, read as one whole number, a double holds exactly. */
const mostDigits = 15

/**
 * Decimal text or a number as whole hundredths, NaN for what has more decimals or digits, or is no amount at all.
 *
 * The amounts that most exports hold are read digit by digit, without an object of decimals; NaN asks for the general
 * way, which knows the others. A number stands for the decimal of two places whose double it is.
 */
export function parseAmount(value: unknown): number {
  if (typeof value === 'string') return parseText(value)
  if (typeof value !== 'number') return Number.NaN
  const hundredths = Math.round(value * 100)
  // The division of two exact doubles is correctly rounded: equality says that the number stands for this decimal.
  return hundredths / 100 === value && Math.abs(hundredths) < 1e15 ? hundredths + 0 : Number.NaN
}

function parseText(text: string): number {
  const { length } = text
  const start = length > 0 && text.charCodeAt(0) === 45 ? 1 : 0
  let hundredths = 0
  let at = start
  for (; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) break
    hundredths = hundredths * 10 + digit
  }
  const whole = at - start
  if (whole === 0 || whole > mostDigits - 2) return Number.NaN
  const decimals = length - at - 1
  if (decimals < 0) hundredths *= 100
  else {
    if (decimals === 0 || decimals > 2 || text.charCodeAt(at) !== 46) return Number.NaN
    const tenth = text.charCodeAt(at + 1) - 48
    const hundredth = decimals === 2 ? text.charCodeAt(at + 2) - 48 : 0
    if (tenth < 0 || tenth > 9 || hundredth < 0 || hundredth > 9) return Number.NaN
    hundredths = hundredths * 100 + tenth * 10 + hundredth
  }
  return start === 0 || hundredths === 0 ? hundredths : -hundredths
}
