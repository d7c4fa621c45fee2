import { isRetentionOkrError } from '../../src/errors.js'
import type { ReferenceCase, Tolerance } from './cases.js'

/** What a case gave: a value, or the error it threw. */
export type Outcome = { value: unknown } | { error: unknown }

/** Why an outcome is not the expected one, or null. */
export function mismatch(outcome: Outcome, reference: ReferenceCase): string | null {
  const code = expectedError(reference.expected)
  if ('error' in outcome) {
    if (code === undefined) return `threw ${String(outcome.error)}`
    const got = isRetentionOkrError(outcome.error) ? outcome.error.code : String(outcome.error)
    return got === code ? null : `threw ${got}, not ${code}`
  }
  if (code !== undefined) return `did not throw ${code}`
  const difference = differenceAt('', outcome.value, reference.expected, reference.tolerance)
  if (difference !== null) return difference
  const present = (reference.absent ?? []).find((path) => hasPath(outcome.value, path))
  return present === undefined ? null : `${present} must be absent`
}

function expectedError(expected: unknown): string | undefined {
  if (typeof expected !== 'object' || expected === null || !('error' in expected)) return undefined
  return typeof expected.error === 'string' ? expected.error : undefined
}

function differenceAt(path: string, got: unknown, expected: unknown, tolerance: Tolerance): string | null {
  if (typeof expected === 'number') return numberDifference(path, got, expected, tolerance)
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) {
      return `${path || 'result'}: ${Array.isArray(got) ? `array of ${got.length}` : typeof got}, not array of ${expected.length}`
    }
    return firstDifference(
      expected.map((item, index) => [`${path}[${index}]`, got[index], item]),
      tolerance,
    )
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null) return `${path || 'result'}: ${JSON.stringify(got)} is no object`
    const record = got as Record<string, unknown>
    return firstDifference(
      Object.entries(expected).map(([key, member]) => [path === '' ? key : `${path}.${key}`, record[key], member]),
      tolerance,
    )
  }
  return got === expected ? null : `${path || 'result'}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`
}

function firstDifference(members: [string, unknown, unknown][], tolerance: Tolerance): string | null {
  for (const [path, got, expected] of members) {
    const difference = differenceAt(path, got, expected, tolerance)
    if (difference !== null) return difference
  }
  return null
}

function numberDifference(path: string, got: unknown, expected: number, tolerance: Tolerance): string | null {
  const allowed = Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected))
  const close = typeof got === 'number' && Math.abs(got - expected) <= allowed
  return close ? null : `${path || 'result'}: ${JSON.stringify(got)}, not ${expected}`
}

function hasPath(value: unknown, path: string): boolean {
  let current = value
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return false
    current = (current as Record<string, unknown>)[key]
  }
  return true
}
