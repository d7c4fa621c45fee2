import { assertFinite } from '../internal/guards.js'

/** A finite number, or null for null and for what is absent. */
export function readNumber(value: unknown, path: string): number | null {
  if (value === null || value === undefined) return null
  assertFinite(value, path)
  return value
}
