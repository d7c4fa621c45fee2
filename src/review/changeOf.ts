import type { Measurement } from '../measurement.js'
import { type ChangeEvidence, changeEvidence } from '../okr/evidence/changeEvidence.js'

/** Whether a figure moved since another one; null when they cannot be compared: both need an interval, in one unit. */
export function changeOf(before: Measurement, now: Measurement): ChangeEvidence | null {
  const isMeasured = [before, now].every(({ value, interval }) => value !== null && interval !== undefined)
  if (before.unit !== now.unit || !isMeasured) return null
  const measured = ({ value, interval }: Measurement) => ({ value, ...(interval === undefined ? {} : { interval }) })
  return changeEvidence({ baseline: measured(before), current: measured(now) })
}
