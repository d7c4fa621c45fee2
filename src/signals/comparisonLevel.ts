import type { DetectorOptions } from './model.js'
import { readLevels } from './readLevels.js'

/** How two windows are compared, with what the level comes from. */
export interface ComparisonLevel {
  looksPerYear: number
  falseAlarmsPerYear: number
  /** One-sided level of the test. */
  alpha: number
}

/** The level of a comparison of two windows: given, or from how often one looks and the false alarms accepted. */
export function comparisonLevel(options: Omit<DetectorOptions, 'asOf'>): ComparisonLevel {
  const { looksPerYear, falseAlarmsPerYear, windowLevel } = readLevels(options)
  return { looksPerYear, falseAlarmsPerYear, alpha: windowLevel }
}
