import { assertOpenShare } from './assertOpenShare.js'
import type { DetectorOptions } from './model.js'
import { signalThresholds } from './signalThresholds.js'

/** How two windows are compared, with what the level comes from. */
export interface ComparisonLevel {
  looksPerYear: number
  falseAlarmsPerYear: number
  /** One-sided level of the test. */
  alpha: number
}

/** The level of a comparison of two windows: given, or from how often one looks and the false alarms accepted. */
export function comparisonLevel(options: Omit<DetectorOptions, 'asOf'>): ComparisonLevel {
  const { looksPerYear = 12, falseAlarmsPerYear = 0.1, alpha } = options
  if (alpha !== undefined) assertOpenShare(alpha, 'options.alpha')
  const { windowLevel } = signalThresholds({ looksPerYear, falseAlarmsPerYear })
  return { looksPerYear, falseAlarmsPerYear, alpha: alpha ?? windowLevel }
}
