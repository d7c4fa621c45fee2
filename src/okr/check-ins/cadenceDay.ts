import { addMonthsToDay } from '../../calendar/addMonthsToDay.js'
import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import type { Cadence } from '../models/cycle.js'

const words = ['weekly', 'biweekly', 'monthly', 'quarterly'] as const

/** A cadence that is known. */
export function assertCadence(cadence: unknown, path: string): asserts cadence is Cadence {
  if (typeof cadence === 'object' && cadence !== null) {
    assertKnownOptions(cadence, ['days'], path)
    assertInteger((cadence as { days?: unknown }).days, { minimum: 1, maximum: 36_500 }, `${path}.days`)
    return
  }
  assertOneOf(cadence, words, path)
}

/** The day so many cadences after an anchor; months step from the anchor, so that the 31st comes back. */
export function cadenceDay(anchor: Day, cadence: Cadence, steps: number): Day {
  if (cadence === 'monthly') return addMonthsToDay(anchor, steps)
  if (cadence === 'quarterly') return addMonthsToDay(anchor, 3 * steps)
  const days = typeof cadence === 'object' ? cadence.days : cadence === 'weekly' ? 7 : 14
  return dayFromNumber(dayNumber(anchor) + days * steps)
}
