import { canonicalJson } from '../../internal/canonicalJson.js'
import { fail } from '../../internal/fail.js'

/** Texts that mean that nothing was entered. */
export const defaultMissingTokens: readonly string[] = [
  '',
  'select',
  'unknown',
  'n/a',
  'na',
  '-',
  'none',
  'null',
  'tbd',
  'undefined',
  '?',
]

/** A function that tells whether a value means that nothing was entered. */
export function createMissingTest(tokens: unknown, path: string): (value: unknown) => boolean {
  if (!Array.isArray(tokens) || tokens.some((token) => typeof token !== 'string')) {
    fail('INVALID_OPTION', path, 'must be a list of texts', tokens)
  }
  const missing = new Set((tokens as string[]).map((token) => token.trim().toLowerCase()))
  return (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return true
    if (typeof value === 'string') return missing.has(value.trim().toLowerCase())
    return isEmptyContainer(value)
  }
}

/** An empty array or plain object; a Date has no members and still is a value. */
function isEmptyContainer(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && !(value instanceof Date) && Object.keys(value).length === 0
}

/** A value as text to compare: trimmed, white space collapsed, lower case. */
export function normalText(value: unknown): string {
  const text = typeof value === 'object' ? canonicalJson(value) : String(value)
  return text.trim().split(/\s+/).join(' ').toLowerCase()
}

/** An own member of a record of fields; undefined when it has none. */
export function fieldOf(fields: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** An e-mail address as a key; null when it cannot be one. */
export function emailKey(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const at = text.indexOf('@')
  if (text.length > 254 || at < 1 || text.indexOf('@', at + 1) >= 0 || hasWhiteSpace(text)) return null
  const domain = text.slice(at + 1)
  const dot = domain.lastIndexOf('.', domain.length - 3)
  return dot >= 1 ? text.toLowerCase() : null
}

/** The digits of a phone number as a key; null when it cannot be one. */
export function phoneKey(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const digits = String(value).replace(/[^0-9]/g, '')
  return digits.length >= 7 && digits.length <= 15 ? digits : null
}

function hasWhiteSpace(text: string): boolean {
  return /\s/.test(text)
}
