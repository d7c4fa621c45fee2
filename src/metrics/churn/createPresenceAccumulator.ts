import { addLocalDays } from '../../calendar/addLocalDays.js'
import { periodAt } from '../../calendar/periodAt.js'
import { periodSlots } from '../../calendar/periodSlots.js'
import { placesAt } from '../../calendar/placesAt.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPresenceBits } from '../../tally/createPresenceBits.js'
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
  const slots = periodSlots(bounds)
  const [first = Number.POSITIVE_INFINITY, last = Number.NEGATIVE_INFINITY] = [bounds[0], bounds.at(-1)]
  const fixed = timeZone === 'UTC' ? inactiveDays * dayLength : undefined
  const endOf = (at: number): number => (fixed === undefined ? addLocalDays(at, inactiveDays, timeZone) : at + fixed)
  const active = createPresenceBits(bounds.length)
  return {
    add: (customerId, at) => {
      if (at >= last) return
      const until = endOf(at)
      if (until < first) return
      // From the first bound after the event to the last one up to its end.
      const from = at < first ? 0 : periodAt(slots, at) + 1
      const to = until >= last ? bounds.length - 1 : periodAt(slots, until)
      if (from <= to) active.set(customers.codeOf(customerId), from, to)
    },
    addRows: ({ customer, at, isCounted }) => {
      if (bounds.length === 0) return
      const ends = at.slice()
      if (fixed === undefined) for (let row = 0; row < ends.length; row += 1) ends[row] = endOf(at[row] ?? 0)
      else addToAll(ends, fixed)
      const [from, to] = [placesAt(slots, at), placesAt(slots, ends)]
      toFirstBounds(from, at, first, bounds.length)
      toLastBounds(to, ends, last, bounds.length - 1)
      active.setRows(customers.texts.length, { customer, from, to, isCounted })
    },
    finish: () => {
      const places = new Map(bounds.map((bound, place) => [bound, place]))
      const count = customers.texts.length
      return periods.map(({ start, until }) => {
        const [opens, closes] = [places.get(start) ?? 0, places.get(until) ?? 0]
        return { opening: active.count(count, opens), lost: active.count(count, opens, closes) }
      })
    },
  }
}

function addToAll(instants: Float64Array, milliseconds: number): void {
  for (let row = 0; row < instants.length; row += 1) instants[row] = (instants[row] ?? 0) + milliseconds
}

/** From the period of an instant to the first bound after it; beyond the last one there is none. */
function toFirstBounds(places: Int32Array, instants: Float64Array, first: number, none: number): void {
  for (let row = 0; row < places.length; row += 1) {
    const period = places[row] ?? -1
    if (period >= 0) places[row] = period + 1
    else places[row] = (instants[row] ?? 0) < first ? 0 : none
  }
}

/** From the period of an instant to the last bound up to it; -1 before the first one. */
function toLastBounds(places: Int32Array, instants: Float64Array, last: number, most: number): void {
  for (let row = 0; row < places.length; row += 1) if ((instants[row] ?? 0) >= last) places[row] = most
}
