import { fail } from '../../internal/fail.js'
import { assertArray, assertCount } from '../../internal/guards.js'
import { sortWhole } from '../../tally/sortWhole.js'
import type { Duration, DurationLists } from './model.js'

/** Durations in ascending order, completed ones apart from those still open. */
export interface AscendingDurations {
  completed: ArrayLike<number>
  open: ArrayLike<number>
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

/** The lists of a tally are in order: they are taken as they are. */
function ascending(values: readonly number[], path: string): ArrayLike<number> {
  assertArray(values, path)
  let isAscending = true
  let before = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (!isDuration(value)) assertCount(value, `${path}[${index}]`)
    if ((value as number) < before) isAscending = false
    before = value as number
  }
  return isAscending ? values : sortWhole(new Float64Array(values))
}

function isDuration(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
