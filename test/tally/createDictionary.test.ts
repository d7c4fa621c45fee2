import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDictionary } from '../../src/tally/createDictionary.js'

const settings = { seed: 20240117, numRuns: 100 }

/** Eight characters of one byte each that get one hash, however many: the mixing of the table, turned around. */
function colliding(count: number): string[] {
  const inverse = 0xe8b2f51
  const mixed = (hash: number, word: number): number => {
    const product = Math.imul(hash ^ word, 0x9e3779b1)
    return product ^ (product >>> 15)
  }
  const text = (word: number): string => String.fromCharCode(...[0, 8, 16, 24].map((shift) => (word >>> shift) & 255))
  return Array.from({ length: count }, (_, first) => {
    const target = 0x1234567
    const product = target ^ (target >>> 15) ^ (target >>> 30)
    const second = Math.imul(product, inverse) ^ mixed(8, first)
    expect(mixed(mixed(8, first), second)).toBe(target)
    return text(first) + text(second)
  })
}

describe('createDictionary', () => {
  it('gives codes in order of first appearance, as a map would', () => {
    const short = fc.string({ unit: 'binary-ascii', maxLength: 30 })
    const near = fc.constantFrom(
      '',
      '\0',
      '\0\0',
      'a',
      'a\0',
      'abcd',
      'abcde',
      'é',
      'ÿ',
      'Ā',
      '顧客',
      'a'.repeat(24),
      'a'.repeat(25),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(short, near, fc.string({ unit: 'grapheme', maxLength: 6 }))), (texts) => {
        const { codeOf, texts: known } = createDictionary('texts')
        const distinct = [...new Set(texts)]
        const codes = [...texts, ...texts].map(codeOf)
        expect(codes).toEqual([...texts, ...texts].map((text) => distinct.indexOf(text)))
        expect(known).toEqual(distinct)
      }),
      settings,
    )
  })

  it('keeps its codes while it grows', () => {
    const { codeOf } = createDictionary('texts')
    const texts = Array.from({ length: 20_000 }, (_, index) => `customer-${index}`)
    expect(texts.map(codeOf)).toEqual(texts.map((_, index) => index))
    expect(texts.map(codeOf)).toEqual(texts.map((_, index) => index))
  })

  it('takes texts that were made to collide, before and after they do', () => {
    const { codeOf } = createDictionary('texts')
    const texts = ['before', ...colliding(500), 'after']
    expect(texts.map(codeOf)).toEqual(texts.map((_, index) => index))
    expect(texts.map(codeOf)).toEqual(texts.map((_, index) => index))
  })
})
