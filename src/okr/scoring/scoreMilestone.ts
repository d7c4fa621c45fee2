import { dayNumber } from '../../calendar/dayNumber.js'
import { assertDay } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'

/** A milestone is 1 when it was done on or before its last day; later it is 0 and late. */
export function scoreMilestone(data: { readonly doneOn: Day | null; readonly lastDay: Day }): {
  progress: number
  attained: boolean
  late: boolean
} {
  const { doneOn, lastDay } = data
  assertDay(lastDay, 'lastDay')
  if (doneOn === null) return { progress: 0, attained: false, late: false }
  assertDay(doneOn, 'doneOn')
  const attained = dayNumber(doneOn) <= dayNumber(lastDay)
  return { progress: attained ? 1 : 0, attained, late: !attained }
}
