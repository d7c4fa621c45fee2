import { fail } from '../internal/fail.js'

/** A finite size from 0, or above 0 when `positive`. */
export function assertSize(value: unknown, path: string, positive = false): asserts value is number {
  if (typeof value !== 'number' || !(Number.isFinite(value) && (positive ? value > 0 : value >= 0))) {
    fail('INVALID_OPTION', path, positive ? 'must be finite and above 0' : 'must be finite and from 0', value)
  }
}
