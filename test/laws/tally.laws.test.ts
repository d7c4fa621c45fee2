import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyTally, mergeTallies, type Tally } from '../../src/tally/index.js'

const settings = { seed: 20240117, numRuns: 200 }

/** A tally of counts, amounts and lists as the counting functions make it: unique, sorted cells. */
const tallies: fc.Arbitrary<Tally> = fc
  .uniqueArray(
    fc.record({
      period: fc.constantFrom('p1', 'p2', 'p3'),
      counts: fc.record({ met: fc.nat(1000), breached: fc.nat(1000) }),
      amounts: fc.record({ net: fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2)) }),
      lists: fc.record({ completed: fc.array(fc.nat(99), { maxLength: 5 }).map((list) => list.sort((a, b) => a - b)) }),
    }),
    { selector: ({ period }) => period, maxLength: 3 },
  )
  .map((cells) => ({ kind: 'k', definition: {}, cells: cells.sort((a, b) => (a.period < b.period ? -1 : 1)) }))

describe('mergeTallies', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        expect(mergeTallies(a, b)).toEqual(mergeTallies(b, a))
      }),
      settings,
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(tallies, tallies, tallies, (a, b, c) => {
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)))
      }),
      settings,
    )
  })

  it('has an identity', () => {
    fc.assert(
      fc.property(tallies, (a) => {
        expect(mergeTallies(a, emptyTally('k', {}))).toEqual(a)
      }),
      settings,
    )
  })

  it('changes no input', () => {
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        const before = JSON.stringify([a, b])
        mergeTallies(a, b)
        expect(JSON.stringify([a, b])).toBe(before)
      }),
      settings,
    )
  })

  it('adds distinct counts over declared parts only, also when their cells have a key', () => {
    const part = (name: string): Tally => ({
      kind: 'leads',
      definition: {},
      distinct: 'lead',
      cells: [{ key: 'web form', counts: { handed: 2 } }],
      partition: { name: 'region', parts: [name] },
    })
    const { partition: _partition, ...undeclared } = part('eu')
    expect(mergeTallies(part('eu'), part('us')).cells).toEqual([{ key: 'web form', counts: { handed: 4 } }])
    expect(() => mergeTallies(undeclared, part('us'))).toThrow(expect.objectContaining({ code: 'TALLY_NOT_MERGEABLE' }))
  })

  it.each([
    [{ kind: 'x', definition: {}, cells: [] }, 'TALLY_MISMATCH', 'kind'],
    [{ kind: 'k', definition: { target: 2 }, cells: [] }, 'TALLY_MISMATCH', 'definition.target'],
    [{ kind: 'k', definition: { target: 1 }, cells: [], ranked: true as const }, 'TALLY_NOT_MERGEABLE', 'ranked'],
    [{ kind: 'k', definition: { target: 1 }, cells: 3 as never }, 'INVALID_INPUT', 'b.cells'],
  ])('refuses %o with %s at %s', (b, code, path) => {
    const a: Tally = { kind: 'k', definition: { target: 1 }, cells: [] }
    expect(() => mergeTallies(a, b as Tally)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})
