import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortWhole } from '../../src/tally/sortWhole.js'

/** As the native sort of numbers gives it. */
function expected(values: Float64Array): Float64Array {
  return values.slice().sort()
}

describe('sortWhole', () => {
  const lengths = { minLength: 2040, maxLength: 2100 }

  it.each<[string, fc.Arbitrary<number>]>([
    ['durations', fc.integer({ min: 0, max: 2_592_000_000 })],
    ['instants of one month', fc.integer({ min: 1_700_000_000_000, max: 1_702_592_000_000 })],
    ['numbers on both sides of zero', fc.integer({ min: -3000, max: 3000 })],
    ['whole numbers far from each other', fc.maxSafeInteger()],
    ['fractions', fc.double()],
    ['zeros of both signs', fc.constantFrom(0, -0, 1)],
  ])('sorts %s', (_name, value) => {
    fc.assert(
      fc.property(fc.array(value, lengths), (list) => {
        const values = Float64Array.from(list)
        expect(sortWhole(values.slice())).toEqual(expected(values))
      }),
      { seed: 20240117, numRuns: 20 },
    )
  })

  it('sorts up to the range that three digits hold, in place', () => {
    const values = Float64Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? 2 ** 32 - 1 - index : index))
    const sorted = sortWhole(values)
    expect(sorted).toBe(values)
    expect(sorted).toEqual(expected(values))
  })
})
