import { dayNumber } from '../calendar/dayNumber.js'
import type { Day } from '../measurement.js'
import type { Cycle } from '../okr/models/cycle.js'
import { elapsedShare } from '../okr/pace/elapsedShare.js'
import type { ReviewCycle } from './models/objectives.js'

/** A cycle with where a day lies in it. */
export function cycleOn(cycle: Cycle, day: Day): ReviewCycle {
  const { firstDay, lastDay } = cycle
  const days = dayNumber(lastDay) - dayNumber(firstDay) + 1
  const passed = dayNumber(day) - dayNumber(firstDay) + 1
  return {
    ...cycle,
    day: Math.min(days, Math.max(0, passed)),
    days,
    elapsed: elapsedShare({ firstDay, lastDay }, { asOf: day }),
  }
}
