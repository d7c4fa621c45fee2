import { addLocalDays } from '../../calendar/addLocalDays.js'
import { createPeriodFinder } from '../../calendar/createPeriodFinder.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPresenceBits } from '../../tally/createPresenceBits.js'
import type { CutPeriod } from '../internal/periodCells.js'

/** Customers by whether they are active at the bounds of periods. */
export interface PresenceAccumulator {
  add(customerId: Key, at: number): void
  /** Of each period, customers active at its start, and those of them who are not at its end; may be called once. */
  finish(): { opening: number; lost: number }[]
}

const dayLength = 86_400_000

/**
 * Counts who is active at the start of a period and not at its end, a bit a customer and bound.
 *
 * An event keeps a customer from its instant, exclusive, to so many local days later, inclusive: the state just before a
 * bound. Spans that overlap need not be united for that.
 */
export function createPresenceAccumulator(
  customers: Keys,
  periods: readonly CutPeriod[],
  { inactiveDays, timeZone }: { inactiveDays: number; timeZone: string },
): PresenceAccumulator {
  const bounds = [...new Set(periods.flatMap(({ start, until }) => [start, until]))].sort((a, b) => a - b)
  const findPeriod = createPeriodFinder(bounds)
  const [first = Number.POSITIVE_INFINITY, last = Number.NEGATIVE_INFINITY] = [bounds[0], bounds.at(-1)]
  const isFixed = timeZone === 'UTC'
  const active = createPresenceBits(bounds.length)
  return {
    add: (customerId, at) => {
      if (at >= last) return
      const until = isFixed ? at + inactiveDays * dayLength : addLocalDays(at, inactiveDays, timeZone)
      if (until < first) return
      const from = at < first ? 0 : findPeriod(at) + 1
      const to = until >= last ? bounds.length - 1 : findPeriod(until)
      if (from <= to) active.set(customers.codeOf(customerId), from, to)
    },
    finish: () => {
      const places = new Map(bounds.map((bound, place) => [bound, place]))
      return periods.map(({ start, until }) => {
        const [opens, closes] = [places.get(start) ?? 0, places.get(until) ?? 0]
        const counts = { opening: 0, lost: 0 }
        for (let code = 0; code < customers.texts.length; code += 1) {
          if (!active.has(code, opens)) continue
          counts.opening += 1
          if (!active.has(code, closes)) counts.lost += 1
        }
        return counts
      })
    },
  }
}
