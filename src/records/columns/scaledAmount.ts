import { isDecimalText } from '../../internal/isDecimalText.js'

/** Most decimals that a column of amounts has. */
export const maximumScale = 6

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]

/** 10 to the power of a scale. */
export function powerOf(scale: number): number {
  return powers[scale] ?? 10 ** scale
}

/** Whether a value is an amount: a number below 1e15, or decimal text. */
export function isAmount(value: unknown): value is number | string {
  return typeof value === 'number' ? Math.abs(value) < 1e15 : typeof value === 'string' && isDecimalText(value)
}

/** The decimals that an amount needs, from those there are to 6; 7 when it needs more. */
export function scaleOf(value: number | string, scale: number): number {
  if (typeof value === 'string') return Math.max(scale, Math.min(decimalsOf(value), maximumScale + 1))
  for (let tried = scale; tried <= maximumScale; tried += 1) {
    const scaled = Math.round(value * powerOf(tried))
    // The division of two exact doubles is correctly rounded: equality says that the number stands for this decimal.
    if (scaled / powerOf(tried) === value && Math.abs(scaled) < 1e15) return tried
  }
  return maximumScale + 1
}

/** An amount as a whole number at a scale that has its decimals; NaN when it passes what a double holds exactly. */
export function scaledAmount(value: number | string, scale: number): number {
  if (typeof value === 'number') {
    const scaled = Math.round(value * powerOf(scale))
    return Math.abs(scaled) < 1e15 ? scaled + 0 : Number.NaN
  }
  const point = value.indexOf('.')
  const whole = point < 0 ? value : value.slice(0, point)
  const fraction = point < 0 ? '' : value.slice(point + 1, point + 1 + scale)
  const scaled = Number(`${whole}${fraction.padEnd(scale, '0')}`)
  return Number.isSafeInteger(scaled) ? scaled + 0 : Number.NaN
}

/** Decimals of a decimal text, without zeros at its end. */
function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  if (point < 0) return 0
  let end = text.length
  while (text.charCodeAt(end - 1) === 48) end -= 1
  return Math.max(0, end - point - 1)
}
