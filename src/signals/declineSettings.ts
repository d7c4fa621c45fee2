import type { Day } from '../measurement.js'

/** Options of a search for declines with every default filled in. */
export interface DeclineSettings {
  asOf: Day
  method: 'trend' | 'monitor'
  looksPerYear: number
  falseAlarmsPerYear: number
  /** Two-sided level of the trend test. */
  trendLevel: number
  baselinePeriods: number
  minimumPeriods: number
  minimumChange: number
  criticalEffect: number
  level: number
  clearAfter: number
}
