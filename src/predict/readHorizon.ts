import { fail } from '../internal/fail.js'

/** A number of days from 0; INVALID_OPTION else. */
export function readHorizon(horizonDays: unknown): number {
  if (typeof horizonDays !== 'number' || !Number.isFinite(horizonDays) || horizonDays < 0) {
    fail('INVALID_OPTION', 'options.horizonDays', 'must be a number from 0', horizonDays)
  }
  return horizonDays
}
