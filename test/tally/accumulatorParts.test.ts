import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDecimal } from '../../src/internal/decimal.js'
import { decimalOf, hundredthsText } from '../../src/internal/hundredths.js'
import { parseAmount } from '../../src/internal/parseAmount.js'
import { createIdTable } from '../../src/tally/createIdTable.js'
import { createInstantGroups } from '../../src/tally/createInstantGroups.js'
import { createMoneySums } from '../../src/tally/createMoneySums.js'
import { createPresenceBits } from '../../src/tally/createPresenceBits.js'
import { nextPlace } from '../../src/tally/nextPlace.js'

const settings = { seed: 20240117, numRuns: 200 }

describe('parseAmount', () => {
  it.each([
    ['12.34', 1234],
    [12.34, 1234],
    ['7', 700],
    ['1.5', 150],
    ['-0.05', -5],
    ['-0', 0],
    [-0, 0],
    ['0001.50', 150],
  ])('reads %s', (value, hundredths) => {
    expect(parseAmount(value)).toBe(hundredths)
  })

  it.each([
    '',
    '-',
    '-.',
    '.5',
    '5.',
    '+5',
    '1e5',
    '1,5',
    '1_000',
    ' 1',
    '1 ',
    '1.2.',
    '١',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
  ])('refuses %s', (value) => {
    expect(parseAmount(value)).toBeNaN()
  })

  it.each(['12.345', 0.285, '99999999999999', 0.1 + 0.2, 1e14])('leaves %s to the general way', (value) => {
    expect(parseAmount(value)).toBeNaN()
  })

  it('says what a decimal says, or nothing', () => {
    const text = fc.stringMatching(/^-?\d{1,15}(\.\d{1,4})?$/)
    fc.assert(
      fc.property(fc.oneof(text, fc.double({ noNaN: true, min: -1e13, max: 1e13 }), fc.integer()), (value) => {
        const hundredths = parseAmount(value)
        if (Number.isNaN(hundredths)) return
        expect(decimalOf(hundredths).equals(toDecimal(value, 'value'))).toBe(true)
        expect(hundredthsText(hundredths)).toBe(decimalOf(hundredths).plus(0).toFixed(2))
      }),
      settings,
    )
  })
})

describe('createMoneySums', () => {
  it('is exact in any order, also for sums that leave the range of doubles and come back', () => {
    const large = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
    const amounts = fc.array(fc.oneof(large, fc.integer(), fc.constantFrom('0.001', '-12.3456', '0.000000000001')))
    fc.assert(
      fc.property(amounts, (list) => {
        const exact = list.map((amount) =>
          typeof amount === 'number' ? decimalOf(amount) : toDecimal(amount, 'amount'),
        )
        const expected = exact.reduce((sum, amount) => sum.plus(amount), toDecimal(0, 'sum')).toFixed(12)
        for (const ordered of [list, [...list].reverse()]) {
          const sums = createMoneySums()
          for (const amount of ordered) {
            if (typeof amount === 'number') sums.add(70, amount)
            else sums.addDecimal(70, toDecimal(amount, 'amount'))
          }
          expect(decimalOf(sums.sumOf(70)).toFixed(12)).toBe(expected)
          expect(sums.sumOf(3)).toBe(0)
        }
      }),
      settings,
    )
  })
})

describe('createIdTable', () => {
  it('gives the first position of an id, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (ids) => {
        const distinct: string[] = []
        const positionOf = createIdTable((position) => distinct[position] ?? '')
        for (const id of ids) {
          expect(positionOf(id)).toBe(distinct.indexOf(id))
          if (!distinct.includes(id)) distinct.push(id)
        }
      }),
      settings,
    )
  })
})

describe('createPresenceBits', () => {
  const place = fc.oneof(fc.constantFrom(0, 31, 32, 33, 63, 64, 65, 95, 99), fc.nat(99))
  const span = fc.tuple(fc.nat(1500), place, place)
  const placesFrom = (words: readonly Int32Array[], code: number, from: number): number[] => {
    const places: number[] = []
    for (let at = nextPlace(words, code, from); at >= 0; at = nextPlace(words, code, at + 1)) places.push(at)
    return places
  }

  it('holds what a set of pairs holds, across the borders of words', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), place, (spans, from) => {
        const bits = createPresenceBits(100)
        const pairs = new Set<string>()
        for (const [code, a, b] of spans) {
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          bits.set(code, low, high)
          for (let at = low; at <= high; at += 1) pairs.add(`${code} ${at}`)
        }
        for (const [code] of spans) {
          const places = Array.from({ length: 100 }, (_, at) => at).filter((at) => pairs.has(`${code} ${at}`))
          expect(placesFrom(bits.words, code, 0)).toEqual(places)
          expect(placesFrom(bits.words, code, from)).toEqual(places.filter((at) => at >= from))
        }
      }),
      settings,
    )
  })

  it('marks rows as one after the other, none where the places cross, lie before all, or the row does not count', () => {
    const row = fc.record({ code: fc.nat(40), from: fc.integer({ min: -1, max: 99 }), to: place, counts: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), place, place, (rows, here, there) => {
        const [bits, single] = [createPresenceBits(100), createPresenceBits(100)]
        const placed = rows.map((one) => ({ ...one, to: one.from < 0 ? -1 : one.to }))
        bits.setRows(41, {
          customer: Uint32Array.from(placed, ({ code }) => code),
          from: Int32Array.from(placed, ({ from }) => from),
          to: Int32Array.from(placed, ({ to }) => to),
          isCounted: Uint8Array.from(placed, ({ counts }) => Number(counts)),
        })
        for (const { code, from, to, counts } of placed) {
          if (counts && from >= 0 && from <= to) single.set(code, from, to)
        }
        const codes = Array.from({ length: 41 }, (_, code) => code)
        for (const code of codes) expect(placesFrom(bits.words, code, 0)).toEqual(placesFrom(single.words, code, 0))
        const has = (code: number, at: number): boolean => nextPlace(single.words, code, at) === at
        expect(bits.count(41, here)).toBe(codes.filter((code) => has(code, here)).length)
        const only = codes.filter((code) => has(code, here) && !has(code, there))
        expect(bits.count(41, here, there)).toBe(only.length)
      }),
      { ...settings, numRuns: 50 },
    )
  })
})

describe('createInstantGroups', () => {
  it('sorts instants into their groups', () => {
    const pair = fc.tuple(fc.nat(20), fc.double({ noNaN: true, min: 0 }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
        const groups = createInstantGroups()
        for (const [code, at] of pairs) groups.add(code, at)
        const instantsOf = groups.group(21)
        for (let code = 0; code <= 20; code += 1) {
          const expected = pairs.filter(([own]) => own === code).map(([, at]) => at)
          expect(Array.from(instantsOf(code))).toEqual(expected.sort((a, b) => a - b))
        }
      }),
      settings,
    )
  })
})
