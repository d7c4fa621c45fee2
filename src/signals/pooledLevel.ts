import type { ReadPeriod } from './readSeries.js'

/** Level of several observed periods: counts are pooled, values averaged. */
export interface PooledLevel {
  /** Pooled rate or mean. */
  level: number
  /** Events or successes of all periods. */
  count: number
  /** Exposure or trials of all periods. */
  base: number
  /** Number of periods. */
  periods: number
  /** Sum of squares of the values about the level. */
  squares: number
}

/** Pools observed periods; rates are never averaged. */
export function pooledLevel(kind: 'proportion' | 'rate' | 'value', observed: readonly ReadPeriod[]): PooledLevel {
  const periods = observed.length
  const count = observed.reduce((sum, period) => sum + period.count, 0)
  const base = observed.reduce((sum, period) => sum + period.base, 0)
  const level = kind === 'value' ? observed.reduce((sum, { value }) => sum + (value ?? 0), 0) / periods : count / base
  const squares = observed.reduce((sum, { value }) => sum + ((value ?? 0) - level) ** 2, 0)
  return { level, count, base, periods, squares }
}

/** Harmonic mean of the exposures or trials of observed periods. */
export function harmonicBase(observed: readonly ReadPeriod[]): number {
  return observed.length / observed.reduce((sum, { base }) => sum + 1 / base, 0)
}
