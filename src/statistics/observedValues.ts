import type { Values } from './model.js'

/** The values that are there, with the index of their period. */
export interface Observed {
  /** Values in order of time. */
  values: number[]
  /** Index of the period of each. */
  indices: number[]
}

/** Leaves the missing periods out without shrinking time. */
export function observedValues(series: Values): Observed {
  const observed: Observed = { values: [], indices: [] }
  series.forEach((value, index) => {
    if (value === null) return
    observed.values.push(value)
    observed.indices.push(index)
  })
  return observed
}
