import { addLocalDays } from '../../calendar/addLocalDays.js'
import { periodAt } from '../../calendar/periodAt.js'
import { type PeriodSlots, periodSlots } from '../../calendar/periodSlots.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPresenceBits, type PresenceBits } from '../../tally/createPresenceBits.js'
import type { CutPeriod } from '../internal/periodCells.js'

/** Customers by whether they are active at the bounds of periods. */
export interface PresenceAccumulator {
  add(customerId: Key, at: number): void
  /** Adds all that count of columns. */
  addRows(rows: CountedRows): void
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
  const presence = {
    slots: periodSlots(bounds),
    fixed: timeZone === 'UTC' ? inactiveDays * dayLength : undefined,
    endOf: (at: number): number => addLocalDays(at, inactiveDays, timeZone),
    active: createPresenceBits(bounds.length),
  }
  return {
    add: (customerId, at) => {
      // Whoever never counts is not looked up.
      if (!isOutside(presence, at)) markEvent(presence, customers.codeOf(customerId), at)
    },
    addRows: (rows) => markEvents(presence, rows),
    finish: () => {
      const places = new Map(bounds.map((bound, place) => [bound, place]))
      return periods.map(({ start, until }) =>
        countLost(presence.active, customers.texts.length, [places.get(start) ?? 0, places.get(until) ?? 0]),
      )
    },
  }
}

/** How long events keep a customer, and who was kept at which bound. */
interface Presence {
  /** The bounds; none without periods. */
  slots: PeriodSlots
  /** Milliseconds that an event keeps a customer, where days are all of one length. */
  fixed: number | undefined
  endOf: (at: number) => number
  active: PresenceBits
}

/** Whether an event is seen to keep nobody at any bound. */
function isOutside({ slots, fixed }: Presence, at: number): boolean {
  return slots.bounds.length === 0 || at >= slots.last || (fixed !== undefined && at + fixed < slots.first)
}

/** Marks the bounds at which one event keeps a customer. */
function markEvent({ slots, fixed, endOf, active }: Presence, code: number, at: number): void {
  const until = fixed === undefined ? endOf(at) : at + fixed
  if (until < slots.first) return
  // From the first bound after the event to the last one up to its end.
  const from = at < slots.first ? 0 : periodAt(slots, at) + 1
  const to = until >= slots.last ? slots.bounds.length - 1 : periodAt(slots, until)
  if (from <= to) active.set(code, from, to)
}

function markEvents(presence: Presence, { length, customer, at, isCounted }: CountedRows): void {
  for (let row = 0; row < length; row += 1) {
    const instant = at[row] ?? 0
    if (isCounted[row] === 1 && !isOutside(presence, instant)) markEvent(presence, customer[row] ?? 0, instant)
  }
}

/** Customers active at the first of two bounds, and those of them who are not at the second. */
function countLost(
  active: PresenceBits,
  customers: number,
  [opens, closes]: readonly [number, number],
): { opening: number; lost: number } {
  const counts = { opening: 0, lost: 0 }
  for (let code = 0; code < customers; code += 1) {
    if (!active.has(code, opens)) continue
    counts.opening += 1
    if (!active.has(code, closes)) counts.lost += 1
  }
  return counts
}
