import { expect } from 'vitest'

/** An error with a code, and a path where it matters. */
export function errorAt(code: string, path?: string): unknown {
  return expect.objectContaining(path === undefined ? { code } : { code, details: expect.objectContaining({ path }) })
}

/** The same value, frozen at every depth. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
