import { type ErrorCode, RetentionOkrError } from '../errors.js'

/** The kind of a value, for `details.received`: never the text of a record. */
function describeKind(value: unknown): string | number {
  if (value === null) return 'null'
  if (typeof value === 'object') return describeObject(value)
  switch (typeof value) {
    case 'string':
      return `string of ${value.length}`
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'boolean':
      return String(value)
    default:
      return typeof value
  }
}

/** A revoked proxy answers no question, not even whether it is an array. */
function describeObject(value: object): string {
  try {
    return Array.isArray(value) ? `array of ${value.length}` : 'object'
  } catch {
    return 'object'
  }
}

/** Throws the library's error, with the kind of what was received. */
export function fail(code: ErrorCode, path: string, rule: string, received: unknown): never {
  throw new RetentionOkrError(code, { path, rule, received: describeKind(received) })
}
