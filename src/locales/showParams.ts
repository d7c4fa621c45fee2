import type { Formatters, MessageParams } from './model.js'

/** A number of a message, or nothing. */
export function numberOf(params: MessageParams, name: string): number | undefined {
  const value = params[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A text of a message; a number or a list as text too. */
export function textOf(params: MessageParams, name: string): string {
  const value = params[name]
  return value === null || value === undefined ? '–' : String(value)
}

/** Words around a count of a message; nothing without it. */
export function counted(params: MessageParams, name: string, f: Formatters, words: (count: string) => string): string {
  const value = numberOf(params, name)
  return value === undefined ? '' : words(f.number(value))
}

/** A share as a percentage. */
export function shareOf(params: MessageParams, name: string, f: Formatters): string {
  const value = numberOf(params, name)
  return value === undefined ? '–' : f.percent(value)
}

/** A plain number. */
export function plainOf(params: MessageParams, name: string, f: Formatters): string {
  const value = numberOf(params, name)
  return value === undefined ? '–' : f.number(value, { maximumFractionDigits: 1 })
}

/** An amount with its currency, or as it was given. */
export function amountOf(params: MessageParams, f: Formatters): string {
  const { amount, currency } = params
  if (typeof currency !== 'string' || (typeof amount !== 'string' && typeof amount !== 'number')) {
    return textOf(params, 'amount')
  }
  return f.money({ amount: String(amount), currency })
}

const day = 86_400_000

/** A figure in its unit. */
export function showValue(value: number | null | undefined, unit: unknown, f: Formatters): string {
  if (value === null || value === undefined) return '–'
  if (unit === 'ratio') return f.percent(value)
  if (unit === 'points') return f.points(value)
  if (unit === 'milliseconds') return f.duration(value)
  if (unit === 'days') return f.duration(value * day)
  return f.number(value, { maximumFractionDigits: 2 })
}

/** A figure of a message in the unit of the message. */
export function figureOf(params: MessageParams, name: string, f: Formatters): string {
  return showValue(numberOf(params, name), params['unit'], f)
}

/** A difference with its sign; of shares in points of a hundred. */
export function differenceOf(params: MessageParams, name: string, f: Formatters): string {
  const value = numberOf(params, name)
  if (value === undefined) return '–'
  const size = params['unit'] === 'ratio' ? 100 * value : value
  const text = f.number(size, { maximumFractionDigits: Math.abs(size) < 1 ? 2 : 1 })
  return size > 0 ? `+${text}` : text
}

/** One case in how many, to two digits: what a p-value says of a stable series. */
export function oneIn(p: number): number {
  const cases = 1 / p
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(cases)) - 1)
  return Math.round(cases / scale) * scale
}

/** A p-value with as many digits as it deserves. */
export function showP(p: number, f: Formatters): string {
  return f.number(p, { maximumFractionDigits: p < 0.01 ? 4 : 3 })
}

/** First letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
