import { fail } from '../internal/fail.js'

/** A probability strictly between 0 and 1. */
export function assertShare(value: unknown, path: string): asserts value is number {
  if (typeof value !== 'number' || !(value > 0 && value < 1)) {
    fail('INVALID_OPTION', path, 'must be above 0 and below 1', value)
  }
}
