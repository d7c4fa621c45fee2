import type { Interval } from '../../measurement.js'
import type { SurvivalStep } from '../../statistics/kaplanMeier.js'

/** A quantile of durations some of which are still running, with its limits. */
export interface SurvivalQuantile {
  /** Null when the curve does not come down so far. */
  value: number | null
  /** Only when both bands come down so far. */
  interval: Interval | undefined
}

/** Shares are compared at 12 decimals. */
const tolerance = 1e-12

/** The first time at which at most 1 − p go on, and the first times at which the bands of the curve say so. */
export function survivalQuantile(steps: readonly SurvivalStep[], p: number, level: number): SurvivalQuantile {
  const firstBelow = (share: (step: SurvivalStep) => number | null): number | undefined =>
    steps.find((step) => (share(step) ?? 1) <= 1 - p + tolerance)?.time
  const value = firstBelow(({ survival }) => survival)
  const lower = firstBelow((step) => step.lower)
  const upper = firstBelow((step) => step.upper)
  if (value === undefined || lower === undefined || upper === undefined) {
    return { value: value ?? null, interval: undefined }
  }
  return { value, interval: { lower: Math.min(lower, value), upper: Math.max(upper, value), level, method: 'log-log' } }
}
