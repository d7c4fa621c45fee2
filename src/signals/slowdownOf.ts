import { dayFromNumber } from '../calendar/dayNumber.js'
import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import { type CustomerTest, unremarkable } from './customerVerdict.js'
import { reaches } from './reaches.js'
import type { CustomerSettings } from './readCustomerSettings.js'
import type { EventDays } from './readEventDays.js'

const fewestExpected = 3

/** Compares the event days of the window with those before it; null when too few were to be expected. */
export function slowdownOf(
  { days, starts }: EventDays,
  customer: number,
  { today, windowDays, windowStart, triageLevel }: CustomerSettings,
): CustomerTest | null {
  const from = starts[customer] as number
  const to = starts[customer + 1] as number
  const history = today - windowDays - (days[from] as number)
  if (history < windowDays) return null
  let seen = 0
  while (seen < to - from && (days[to - 1 - seen] as number) >= windowStart) seen += 1
  // The first event day opens the history: it is not one of its events.
  const before = to - from - seen - 1
  const expected = (before / history) * windowDays
  if (!reaches(expected, fewestExpected)) return null
  if (isSurely(seen, before, windowDays / (windowDays + history), triageLevel)) return unremarkable
  const samples = { first: { count: seen, exposure: windowDays }, second: { count: before, exposure: history } }
  const { ratio, lower, upper, level, midPLess } = poissonRateRatio(samples)
  return {
    p: midPLess,
    describe: () => ({
      since: dayFromNumber(windowStart),
      method: 'mid-p',
      evidence: { effect: ratio, effectUnit: 'factor', lower, upper, level, seen, expected, sampleSize: before },
    }),
  }
}

// Wider than the rounding of a few hundred products and sums.
const margin = 1e-9

/** Whether the mid-p is surely not below a level: the binomial terms up to the count, as far as they are needed. */
function isSurely(seen: number, before: number, share: number, level: number): boolean {
  const total = seen + before
  let term = (1 - share) ** total
  // Terms that vanish say nothing: the exact test is asked.
  if (term < Number.MIN_VALUE / Number.EPSILON) return false
  const enough = level * (1 + margin)
  let below = 0
  for (let count = 0; count <= seen; count += 1) {
    if (below + term / 2 >= enough) return true
    below += term
    term *= ((total - count) / (count + 1)) * (share / (1 - share))
  }
  return false
}
