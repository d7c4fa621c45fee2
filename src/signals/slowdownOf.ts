import { dayFromNumber } from '../calendar/dayNumber.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import type { CustomerTest } from './customerVerdict.js'
import { reaches } from './reaches.js'
import type { CustomerSettings } from './readCustomerSettings.js'

const fewestExpected = 3

/** Compares the event days of the window with those before it; null when too few were to be expected. */
export function slowdownOf(
  days: readonly number[],
  { today, windowDays, windowStart }: CustomerSettings,
): CustomerTest | null {
  const [first] = days as [number]
  const history = today - windowDays - first
  if (history < windowDays) return null
  const seen = days.filter((day) => day >= windowStart).length
  // The first event day opens the history: it is not one of its events.
  const before = days.length - seen - 1
  const expected = (before / history) * windowDays
  if (!reaches(expected, fewestExpected)) return null
  const samples = { first: { count: seen, exposure: windowDays }, second: { count: before, exposure: history } }
  const { ratio, lower, upper, level, midPLess } = poissonRateRatio(samples)
  return {
    p: midPLess,
    since: dayFromNumber(windowStart),
    method: 'mid-p',
    evidence: { effect: ratio, effectUnit: 'factor', lower, upper, level, seen, expected, sampleSize: before },
  }
}
