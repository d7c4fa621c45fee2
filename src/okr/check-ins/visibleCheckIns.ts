import { dayNumber } from '../../calendar/dayNumber.js'
import { assertArray, assertDay, assertInteger, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { CheckIn } from '../models/checkIn.js'

/** What can be seen, when. */
export interface Sight {
  readonly asOf: Day
  readonly knownOn?: Day | undefined
  readonly settlementLagDays?: number | undefined
}

/** Days and lag that are what they say. */
export function assertSight({ asOf, knownOn, settlementLagDays = 0 }: Sight): void {
  assertDay(asOf, 'options.asOf')
  if (knownOn !== undefined) assertDay(knownOn, 'options.knownOn')
  assertInteger(settlementLagDays, { minimum: 0, maximum: 36_500 }, 'options.settlementLagDays')
}

/**
 * The check-ins that count on a day, as known on another: recorded by then, not superseded by one that was, and settled.
 *
 * In order of their day, then of recording, then of the list, so that the last one is the one in force.
 */
export function visibleCheckIns(checkIns: readonly CheckIn[], sight: Sight): CheckIn[] {
  assertSight(sight)
  assertArray(checkIns, 'checkIns')
  checkIns.forEach((checkIn, index) => {
    assertPlain(checkIn, `checkIns[${index}]`)
    assertText(checkIn.id, `checkIns[${index}].id`)
    assertPlain(checkIn.reading, `checkIns[${index}].reading`)
    assertDay(checkIn.on, `checkIns[${index}].on`)
    if (checkIn.recordedOn !== undefined) assertDay(checkIn.recordedOn, `checkIns[${index}].recordedOn`)
  })
  const { asOf, knownOn = asOf, settlementLagDays = 0 } = sight
  const known = checkIns.filter((checkIn) => recordedOn(checkIn) <= knownOn)
  const superseded = new Set(known.map(({ supersedes }) => supersedes))
  // A withdrawn reading stays out also when its correction speaks of a later day.
  const settled = known.filter(
    ({ id, on }) => !superseded.has(id) && dayNumber(on) + settlementLagDays <= dayNumber(asOf),
  )
  return settled.sort((a, b) => compareDays(a.on, b.on) || compareDays(recordedOn(a), recordedOn(b)))
}

function recordedOn({ on, recordedOn }: CheckIn): Day {
  return recordedOn ?? on
}

function compareDays(a: Day, b: Day): number {
  return dayNumber(a) - dayNumber(b)
}
