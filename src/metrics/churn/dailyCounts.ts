import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { CutPeriod } from '../internal/periodCells.js'
import { churnOfSpans } from './churnOfSpans.js'
import type { CustomerTime } from './payingTimes.js'

/** Active just before each local day of a period, and churned in it. */
export function dailyCounts(
  times: readonly CustomerTime[],
  { start, until }: CutPeriod,
  timeZone: string,
): { active: number; churned: number }[] {
  const days: { active: number; churned: number }[] = []
  for (let from = start, index = 1; from < until; index += 1) {
    const to = Math.min(until, addLocalDays(start, index, timeZone))
    let [active, churned] = [0, 0]
    for (const { spans } of times) {
      const counts = churnOfSpans(spans, from, to)
      active += counts.opening
      churned += counts.churnEvents
    }
    days.push({ active, churned })
    from = to
  }
  return days
}
