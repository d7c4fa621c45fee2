import { fail } from '../internal/fail.js'
import { assertFinite, assertPlain, isIterable } from '../internal/guards.js'
import type { Observation } from './model.js'

/** Observations that were at risk at some time, and how many never were. */
export interface ReadObservations {
  /** Observations that ended after their entry. */
  used: Observation[]
  /** Observations that ended at their entry or before it. */
  late: number
}

/** Checks observations and sets those apart that ended before they came under observation. */
export function readObservations(observations: unknown, path: string): ReadObservations {
  if (!isIterable(observations)) {
    fail('INVALID_INPUT', path, 'must be iterable', observations)
  }
  const used: Observation[] = []
  let late = 0
  let index = 0
  for (const observation of observations as Iterable<unknown>) {
    assertObservation(observation, `${path}[${index}]`)
    if (observation.entry !== undefined && observation.time <= observation.entry) late += 1
    else used.push(observation)
    index += 1
  }
  return { used, late }
}

function assertObservation(value: unknown, path: string): asserts value is Observation {
  assertPlain(value, path)
  assertDuration(value['time'], `${path}.time`)
  if (typeof value['event'] !== 'boolean') fail('INVALID_INPUT', `${path}.event`, 'must be a boolean', value['event'])
  if (value['entry'] !== undefined) assertDuration(value['entry'], `${path}.entry`)
}

function assertDuration(value: unknown, path: string): void {
  assertFinite(value, path)
  if (value < 0) fail('INVALID_NUMBER', path, 'must not be negative', value)
}
