import { fail } from '../internal/fail.js'

/** A finite number from 0, or above 0 unless `zero`. */
export function assertFrom(value: unknown, path: string, zero: boolean): asserts value is number {
  if (typeof value !== 'number' || !(Number.isFinite(value) && (zero ? value >= 0 : value > 0))) {
    fail('INVALID_OPTION', path, zero ? 'must be finite and from 0' : 'must be finite and above 0', value)
  }
}
