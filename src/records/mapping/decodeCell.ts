import { isDecimalText } from '../../internal/isDecimalText.js'
import type { CellRules, Decoded } from './cellRules.js'
import { decodeInstantCell } from './decodeInstantCell.js'
import type { FieldSpec } from './fieldSpec.js'
import { plainNumber } from './plainNumber.js'

/** The value of a cell that is not blank. */
export function decodeCell(cell: unknown, field: string, spec: FieldSpec, rules: CellRules): Decoded {
  const value = rules.unwrap === undefined ? cell : rules.unwrap(cell, spec.kind === 'id' ? 'id' : 'name')
  switch (spec.kind) {
    case 'id':
    case 'text':
      return decodeText(value)
    case 'channel':
    case 'email':
      return lowerCased(decodeText(value))
    case 'instant':
      return decodeInstantCell(value, field, rules, false)
    case 'dayOrInstant':
      return decodeInstantCell(value, field, rules, true)
    case 'amount':
      return decodeAmount(value, rules, false)
    case 'signedAmount':
      return decodeAmount(value, rules, true)
    case 'currency':
      return decodeCurrency(value)
    case 'boolean':
      return decodeBoolean(value)
    case 'word':
      return decodeWord(value, spec.words ?? [])
    case 'value':
      return typeof value === 'number' && Number.isFinite(value) ? { value: value + 0 } : decodeText(value)
    case 'raw':
      return { value: typeof value === 'string' ? value.trim() : value }
    default:
      return decodeNumber(value, spec.kind, rules)
  }
}

/** The text of a text or number cell; undefined for every other kind. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'number' && Number.isFinite(value) ? plainNumber(value) : undefined
}

/** Whether a text is a currency code: three letters. */
export function isCurrency(text: string): boolean {
  return /^[A-Za-z]{3}$/.test(text)
}

function decodeText(value: unknown): Decoded {
  const text = textOf(value)
  // A look-up without a name or id is no value either.
  return text === undefined || text === '' ? { rule: 'unknown_value' } : { value: text }
}

function lowerCased(decoded: Decoded): Decoded {
  return 'value' in decoded && typeof decoded.value === 'string' ? { value: decoded.value.toLowerCase() } : decoded
}

function decodeCurrency(value: unknown): Decoded {
  const text = typeof value === 'string' ? value.trim() : ''
  return isCurrency(text) ? { value: text.toUpperCase() } : { rule: 'invalid_currency' }
}

function decodeBoolean(value: unknown): Decoded {
  const text = typeof value === 'boolean' ? String(value) : textOf(value)
  if (text === 'true' || text === '1') return { value: true }
  return text === 'false' || text === '0' ? { value: false } : { rule: 'unknown_value' }
}

function decodeWord(value: unknown, words: readonly string[]): Decoded {
  const text = textOf(value)
  return text !== undefined && words.includes(text) ? { value: text } : { rule: 'unknown_value' }
}

/** The decimal text of a number or text cell, with a point; undefined when it is none. */
function amountText(value: unknown, separator: '.' | ',' = '.'): string | undefined {
  const written = textOf(value)
  if (written === undefined) return undefined
  const isNumber = typeof value !== 'string'
  if (!isNumber && separator === ',' && written.includes('.')) return undefined
  const text = isNumber || separator === '.' ? written : written.replace(',', '.')
  if (!isDecimalText(text)) return undefined
  // Minus nothing is nothing.
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

function decodeAmount(value: unknown, rules: CellRules, isSigned: boolean): Decoded {
  const text = amountText(value, rules.decimalSeparator)
  if (text !== undefined) return text.startsWith('-') && !isSigned ? { rule: 'invalid_amount' } : { value: text }
  // A float with more decimals than decimal text may have stays the number that it is.
  const isLongFloat = typeof value === 'number' && Math.abs(value) < 1e15 && (isSigned || value >= 0)
  return isLongFloat ? { value } : { rule: 'invalid_amount' }
}

function decodeNumber(value: unknown, kind: FieldSpec['kind'], rules: CellRules): Decoded {
  const text = amountText(value, rules.decimalSeparator)
  const number = typeof value === 'number' ? value + 0 : text === undefined ? Number.NaN : Number(text)
  return isInRange(number, kind) ? { value: number } : { rule: 'invalid_number' }
}

function isInRange(number: number, kind: FieldSpec['kind']): boolean {
  if (!Number.isFinite(number)) return false
  if (kind === 'count') return Number.isSafeInteger(number) && number >= 0
  if (kind === 'ordinal') return Number.isSafeInteger(number) && number >= 1
  // Below the bound of decimals, since quantities are multiplied with amounts.
  if (kind === 'quantity') return number >= 0 && number < 1e15
  return kind !== 'share' || (number >= 0 && number <= 1)
}
