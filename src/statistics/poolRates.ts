import type { Rate, Rates } from './model.js'

/** The usable periods of a baseline as one. */
export interface PooledRates {
  /** Events of all periods. */
  count: number
  /** Exposure of all periods. */
  exposure: number
  /** Usable periods. */
  periods: number
  /** Variance between periods over what chance explains, 1 when nothing happened; null below two periods. */
  dispersion: number | null
}

/** Adds the usable periods up and measures how they vary. */
export function poolRates(rates: Rates): PooledRates {
  const usable = rates.filter((rate): rate is Rate => rate !== null && rate.exposure > 0)
  const count = usable.reduce((sum, rate) => sum + rate.count, 0)
  const exposure = usable.reduce((sum, rate) => sum + rate.exposure, 0)
  return { count, exposure, periods: usable.length, dispersion: dispersionOf(usable, count / exposure) }
}

function dispersionOf(rates: readonly Rate[], mean: number): number | null {
  if (rates.length < 2) return null
  if (mean === 0) return 1
  const square = rates.reduce((sum, { count, exposure }) => sum + (count - exposure * mean) ** 2 / (exposure * mean), 0)
  return square / (rates.length - 1)
}
