import type { Period } from '../measurement.js'

/** What is current, in complete periods. */
export const currentPeriods = 3

/** What the current periods are compared with. */
const baselinePeriods = 6

/** The two windows of a comparison; the second is empty when the history is short. */
export interface Windows {
  current: readonly Period[]
  baseline: readonly Period[]
}

/** The last complete periods, and those before them. */
export function windowsOf(periods: readonly Period[]): Windows {
  return {
    current: periods.slice(-currentPeriods),
    baseline: periods.slice(-currentPeriods - baselinePeriods, -currentPeriods),
  }
}

/** The first start to the last end of periods, of which there is at least one. */
export function spanOf(periods: readonly Period[]): Period {
  return { start: (periods[0] as Period).start, end: (periods.at(-1) as Period).end }
}
