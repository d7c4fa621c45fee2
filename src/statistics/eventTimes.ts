import type { Observation } from './model.js'

/** Distinct times of the events, ascending. */
export function eventTimes(observations: readonly Observation[]): Float64Array {
  const times = observations.filter(({ event }) => event).map(({ time }) => time + 0)
  return Float64Array.from(new Set(times)).sort()
}
