import { fail } from '../internal/fail.js'
import { assertInteger, assertOneOf } from '../internal/guards.js'

const countless = Number.MAX_SAFE_INTEGER

/** Which periods are compared. */
export interface BaselineChoice {
  recentPeriods: number
  baseline: 'auto' | 'same_phase' | 'trailing' | readonly number[]
  cycle: number | null
}

/** Checks which periods are to be compared. */
export function assertBaselineChoice({ recentPeriods, baseline, cycle }: BaselineChoice): void {
  assertInteger(recentPeriods, { minimum: 1, maximum: countless }, 'options.recentPeriods')
  if (cycle !== null) assertInteger(cycle, { minimum: 1, maximum: countless }, 'options.cycle')
  if (Array.isArray(baseline)) {
    if (baseline.length === 0) fail('INVALID_OPTION', 'options.baseline', 'must have a lag', baseline)
    if (new Set(baseline).size < baseline.length) {
      fail('INVALID_OPTION', 'options.baseline', 'must not repeat a lag', baseline)
    }
    baseline.forEach((lag: unknown, index) => {
      assertInteger(lag, { minimum: 1, maximum: countless }, `options.baseline[${index}]`)
    })
    return
  }
  assertOneOf(baseline, ['auto', 'same_phase', 'trailing'], 'options.baseline')
  if (baseline === 'same_phase' && cycle === null) {
    fail('INVALID_OPTION', 'options.cycle', 'is required by the baseline same_phase', cycle)
  }
  if (baseline !== 'trailing' && cycle !== null && recentPeriods > cycle) {
    fail('INVALID_OPTION', 'options.recentPeriods', 'must not exceed the cycle', recentPeriods)
  }
}

/** Lags of the baseline, counted back from the first recent period: given, one cycle before, or the three before. */
export function baselineLags({ recentPeriods, baseline, cycle }: BaselineChoice, periods: number): readonly number[] {
  if (typeof baseline !== 'string') return baseline
  const first = periods - recentPeriods
  const hasPhase = cycle !== null && (baseline === 'same_phase' || (baseline === 'auto' && first >= cycle))
  if (!hasPhase) return [1, 2, 3]
  return Array.from({ length: recentPeriods }, (_, index) => cycle - index)
}
