import { assertOpenShare } from './assertOpenShare.js'
import type { DetectorOptions } from './model.js'
import { signalThresholds } from './signalThresholds.js'

/** Cadence and levels with every default filled in. */
export interface DetectorLevels {
  /** Looks a year. */
  looksPerYear: number
  /** Accepted false alarms a year. */
  falseAlarmsPerYear: number
  /** Level of one independent look, or what was given in its place. */
  lookLevel: number
  /** Level of a comparison of two windows, or what was given in its place. */
  windowLevel: number
}

/** Reads how often one looks and at which level. */
export function readLevels(options: Omit<DetectorOptions, 'asOf'>, looks = 12): DetectorLevels {
  const { looksPerYear = looks, falseAlarmsPerYear = 0.1, alpha } = options
  const { lookLevel, windowLevel } = signalThresholds({ looksPerYear, falseAlarmsPerYear })
  if (alpha !== undefined) assertOpenShare(alpha, 'options.alpha')
  return { looksPerYear, falseAlarmsPerYear, lookLevel: alpha ?? lookLevel, windowLevel: alpha ?? windowLevel }
}
