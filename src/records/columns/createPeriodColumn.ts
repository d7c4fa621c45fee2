import { createPeriodFinder } from '../../calendar/createPeriodFinder.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { fail } from '../../internal/fail.js'
import type { PeriodColumn, Periods } from '../models/columns.js'
import { maximumPeriods } from './limits.js'

/** The period of every instant, for periods that follow one another. */
export function createPeriodColumn(periods: Periods, timeZone: string): (instants: Float64Array) => PeriodColumn {
  const read = readPeriods(periods, timeZone, 'options.periods')
  if (read.length > maximumPeriods) fail('TOO_LARGE', 'options.periods', 'periods', read.length)
  read.forEach(({ start }, index) => {
    const before = read[index - 1]
    if (before !== undefined && before.end !== start) {
      fail('INVALID_PERIOD', `options.periods[${index}]`, 'must begin where the one before ends', start)
    }
  })
  const bounds = read.length === 0 ? [] : [...read.map(({ start }) => start), read.at(-1)?.end ?? 0]
  const find = createPeriodFinder(bounds)
  return (instants) => ({ bounds, period: Int16Array.from(instants, find) })
}
