/** A whole number at a scale as an amount: two decimals, more where it has them. */
export function amountText(scaled: number, scale: number): string {
  const digits = String(Math.abs(scaled)).padStart(scale + 1, '0')
  const sign = scaled < 0 ? '-' : ''
  const whole = digits.slice(0, -scale)
  let end = digits.length
  while (end > digits.length - scale + 2 && digits.charCodeAt(end - 1) === 48) end -= 1
  return `${sign}${whole}.${digits.slice(digits.length - scale, end)}`
}
