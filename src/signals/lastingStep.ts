import type { Day } from '../measurement.js'
import { changePoints } from '../statistics/changePoints.js'
import type { ReadPeriod } from './readSeries.js'

const fewestPeriods = 12

/** A level that has lasted until now, worse than the one before it. */
export interface LastingStep {
  /** First day of its first period. */
  since: Day
  /** Mean of the level before. */
  from: number
  /** Its mean. */
  to: number
  /** Every period of it lies beyond the midpoint of both levels. */
  complete: boolean
}

/** Finds the step that the last observed periods belong to. */
export function lastingStep(observed: readonly ReadPeriod[], better: 'up' | 'down'): LastingStep | null {
  if (observed.length < fewestPeriods) return null
  const values = observed.map(({ value }) => value as number)
  const { changepoints, means } = changePoints(values)
  const start = changepoints.at(-1)
  if (start === undefined) return null
  const [from, to] = means.slice(-2) as [number, number]
  const worse = better === 'up' ? (a: number, b: number) => a < b : (a: number, b: number) => a > b
  if (!worse(to, from)) return null
  const midpoint = (from + to) / 2
  return {
    since: (observed[start] as ReadPeriod).start,
    from,
    to,
    complete: values.slice(start).every((value) => worse(value, midpoint)),
  }
}
