import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { CutPeriod } from '../internal/periodCells.js'
import type { CollectedTimes, SpanRule } from './createChurnTimes.js'

/** Active just before each local day of a period, and churned in it. */
export function dailyCounts(
  times: CollectedTimes,
  { start, until }: CutPeriod,
  rule: SpanRule,
): { active: number; churned: number }[] {
  const bounds = [start]
  for (let next = start; next < until; ) {
    next = Math.min(until, addLocalDays(start, bounds.length, rule.timeZone))
    bounds.push(next)
  }
  const days = bounds.slice(1).map(() => ({ active: 0, churned: 0 }))
  times.forEach(rule, ({ starts, ends, length }) => {
    for (let at = 0; at < length; at += 1) {
      const [from, to] = [starts[at] ?? 0, ends[at] ?? 0]
      days.forEach((day, index) => {
        const [opens, closes] = [bounds[index] ?? 0, bounds[index + 1] ?? 0]
        // Spans lie apart, so that at most one of a customer is open at an instant.
        if (from < opens && opens <= to) day.active += 1
        if (opens <= to && to < closes) day.churned += 1
      })
    }
  })
  return days
}
