import { type ErrorCode, RetentionOkrError } from '../errors.js'

/** The kind of a value, for `details.received`: never the text of a record. */
function describeKind(value: unknown): string | number {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `array of ${value.length}`
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

/** Throws the library's error, with the kind of what was received. */
export function fail(code: ErrorCode, path: string, rule: string, received: unknown): never {
  throw new RetentionOkrError(code, { path, rule, received: describeKind(received) })
}
