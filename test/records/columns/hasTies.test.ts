import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasTies } from '../../../src/records/columns/hasTies.js'
import { nobody } from '../../../src/records/columns/limits.js'

describe('hasTies', () => {
  it('says what a set of pairs says', () => {
    const row = fc.tuple(
      fc.oneof(fc.nat(20), fc.constant(nobody)),
      fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constant(1.7e12)),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const pairs = rows.filter(([code]) => code !== nobody).map(([code, at]) => `${code} ${at}`)
        const respondent = Uint32Array.from(rows, ([code]) => code)
        const at = Float64Array.from(rows, ([, instant]) => instant)
        expect(hasTies(respondent, at)).toBe(new Set(pairs).size < pairs.length)
      }),
      { seed: 20240117, numRuns: 300 },
    )
  })

  it('spreads many respondents and instants: none of 100,000 distinct rows is taken for a tie', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => row)
    const respondent = Uint32Array.from(rows, (row) => row % 1000)
    const day = 86_400_000
    expect(
      hasTies(
        respondent,
        Float64Array.from(rows, (row) => Math.floor(row / 1000) * day),
      ),
    ).toBe(false)
    expect(
      hasTies(
        respondent.map((code) => code >> 9),
        Float64Array.from(rows, (row) => row),
      ),
    ).toBe(false)
  })
})
