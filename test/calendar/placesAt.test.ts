import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodAt } from '../../src/calendar/periodAt.js'
import { periodSlots } from '../../src/calendar/periodSlots.js'
import { placesAt } from '../../src/calendar/placesAt.js'

describe('placesAt', () => {
  // Close to each other, a day apart, and so far apart that slots would take too much room.
  const gap = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(86_400_000), fc.constant(2 ** 45))
  const gaps = fc.array(gap, { maxLength: 8 })

  it('says of many instants what periodAt says of each, and both what the bounds say', () => {
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: -500, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (own, first, share) => {
          const bounds = [first]
          for (const length of own) bounds.push((bounds.at(-1) ?? 0) + length)
          const last = bounds.at(-1) ?? 0
          const edges = bounds.flatMap((bound) => [bound - 1, bound, bound + 1])
          const instants = Float64Array.from([
            ...edges,
            Math.floor(first + share * (last - first)),
            first - 1e9,
            last + 1e9,
          ])
          const slots = periodSlots(bounds)
          const expected = Array.from(instants, (at) =>
            at >= first && at < last ? bounds.filter((bound) => bound <= at).length - 1 : -1,
          )
          expect(Array.from(instants, (at) => periodAt(slots, at))).toEqual(expected)
          expect(Array.from(placesAt(slots, instants))).toEqual(expected)
        },
      ),
      { seed: 20240117, numRuns: 300 },
    )
  })
})
