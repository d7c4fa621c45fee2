import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertDay, assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { AcquiredSpan } from './dayOptions.js'
import type { DaySpan } from './summaryRules.js'

/** The bounds of the first purchase days of a base. */
export function readAcquired(acquired: AcquiredSpan | undefined): DaySpan {
  if (acquired === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  assertKnownOptions(acquired, ['from', 'to'], 'options.acquired')
  const from = boundOf(acquired.from, 'from') ?? Number.NEGATIVE_INFINITY
  const to = boundOf(acquired.to, 'to') ?? Number.POSITIVE_INFINITY
  if (from >= to) fail('INVALID_OPTION', 'options.acquired.to', 'must be after from', acquired.to)
  return { from, to }
}

function boundOf(day: Day | undefined, name: string): number | undefined {
  if (day === undefined) return undefined
  assertDay(day, `options.acquired.${name}`)
  return dayNumber(day)
}
