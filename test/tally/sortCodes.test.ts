import { describe, expect, it } from 'vitest'
import { compareCodeUnits } from '../../src/internal/compareCodeUnits.js'
import { sortCodes } from '../../src/tally/sortCodes.js'

/** Texts in an order of their own: multiples of a number that shares no divisor with how many there are. */
function mixed(count: number, textOf: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => textOf((index * 7919) % count))
}

const many = 5003
const lists: [name: string, texts: string[]][] = [
  ['none', []],
  ['few', ['b', 'a', '', 'B']],
  ['numbers', mixed(many, String)],
  ['numbers behind a prefix', mixed(many, (number) => `customer-${number}`)],
  ['long texts that differ late', mixed(many, (number) => `${'x'.repeat(number % 3)}${'abcdefghijkl'}${number}`)],
  ['two clusters, each with a prefix of its own', mixed(many, (number) => `${number % 2}-a-long-shop-name-${number}`)],
  ['texts that begin one another', mixed(many, (number) => 'a'.repeat(number))],
  ['characters of two bytes', mixed(many, (number) => `é${String.fromCharCode(256 + number)}${number % 10}`)],
  ['surrogates', mixed(many, (number) => String.fromCodePoint(0xffff - 1000 + number))],
  ['characters of no code', mixed(many, (number) => `${number >> 4}${'\0'.repeat(number & 15)}`)],
]

describe('sortCodes', () => {
  it.each(lists)('sorts %s by code units', (_, texts) => {
    const codes = sortCodes(Uint32Array.from(texts.keys()), texts)
    expect(Array.from(codes, (code) => texts[code])).toEqual([...texts].sort(compareCodeUnits))
    expect(new Set(codes).size).toBe(texts.length)
  })

  it('sorts those codes alone that it is given', () => {
    const texts = mixed(many, String)
    const odd = Uint32Array.from(texts.keys()).filter((code) => code % 2 === 1)
    const expected = texts.filter((_, code) => code % 2 === 1).sort(compareCodeUnits)
    expect(Array.from(sortCodes(odd, texts), (code) => texts[code])).toEqual(expected)
  })
})
