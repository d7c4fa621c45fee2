import { fail } from '../../internal/fail.js'
import { assertArray, assertCount } from '../../internal/guards.js'
import { sortWhole } from '../../tally/sortWhole.js'
import type { Duration, DurationLists } from './model.js'

/** Durations in ascending order, completed ones apart from those still open. */
export interface AscendingDurations {
  completed: Float64Array
  open: Float64Array
}

/** Checks durations one by one, or in the lists of a tally. */
export function readDurations(durations: Iterable<Duration> | DurationLists): AscendingDurations {
  if (typeof durations !== 'object' || durations === null) {
    fail('INVALID_INPUT', 'durations', 'must be durations or lists of them', durations)
  }
  const isEach = Symbol.iterator in durations
  const { completed, open } = isEach ? listsOf(durations) : durations
  return { completed: ascending(completed, 'durations.completed'), open: ascending(open, 'durations.open') }
}

function listsOf(durations: Iterable<Duration>): { completed: number[]; open: number[] } {
  const lists: { completed: number[]; open: number[] } = { completed: [], open: [] }
  let index = 0
  for (const duration of durations) {
    if (typeof duration !== 'object' || duration === null) {
      fail('INVALID_INPUT', `durations[${index}]`, 'must be a duration', duration)
    }
    const { milliseconds, completed } = duration
    // Paths are text that costs more than the checks: they are composed only for an error.
    if (!isDuration(milliseconds)) assertCount(milliseconds, `durations[${index}].milliseconds`)
    if (typeof completed !== 'boolean') {
      fail('INVALID_INPUT', `durations[${index}].completed`, 'must be a boolean', completed)
    }
    lists[completed ? 'completed' : 'open'].push(milliseconds)
    index += 1
  }
  return lists
}

/** The lists of a tally are in order: they are not sorted again. */
function ascending(values: readonly number[], path: string): Float64Array {
  assertArray(values, path)
  const sorted = new Float64Array(values.length)
  let isAscending = true
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (!isDuration(value)) assertCount(value, `${path}[${index}]`)
    sorted[index] = value as number
    if (index > 0 && (value as number) < (sorted[index - 1] ?? 0)) isAscending = false
  }
  return isAscending ? sorted : sortWhole(sorted)
}

function isDuration(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
