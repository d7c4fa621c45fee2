import { fail } from '../internal/fail.js'

/** A probability above 0 and below 1; INVALID_OPTION else. */
export function readAliveProbability(value: unknown, path = 'options.aliveProbability'): number {
  if (typeof value !== 'number' || !(value > 0 && value < 1)) {
    fail('INVALID_OPTION', path, 'must be above 0 and below 1', value)
  }
  return value
}
