import { Decimal as SharedDecimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { compareDecimal, decimalText, sumExact, toDecimal, toDouble } from '../../src/internal/decimal.js'

describe('toDecimal', () => {
  it.each([['0.7'], [0.7], ['-12.000000000001'], ['999999999999999'], [0], [1e14]])('reads %s', (value) => {
    expect(toDecimal(value, 'value').toNumber()).toBe(Number(value))
  })

  it.each([
    '',
    ' ',
    '1,5',
    '1_000',
    '0x1f',
    '1e1000000000',
    '1e-1000000000',
    '+5',
    '5.',
    '.5',
    '٣',
    '1'.repeat(1_000_000),
    'NaN',
    'Infinity',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e15,
    1e308,
    null,
    undefined,
    true,
    5n,
    {},
    [],
  ])('refuses %s', (value) => {
    expect(() => toDecimal(value, 'total')).toThrow(
      expect.objectContaining({ code: 'INVALID_NUMBER', details: expect.objectContaining({ path: 'total' }) }),
    )
  })

  it('does not inherit what the host sets', () => {
    SharedDecimal.set({ precision: 3 })
    expect(toDecimal('1.23456789', 'value').times(1).toFixed()).toBe('1.23456789')
    SharedDecimal.set({ defaults: true })
  })
})

describe('compareDecimal', () => {
  it('knows no difference below 12 decimals, and sees one above', () => {
    expect(compareDecimal(toDecimal(0.7, 'a').times(3), toDecimal(2.1, 'b'))).toBe(0)
    expect(compareDecimal(toDecimal(1, 'a').div(3), toDecimal('0.333333333333', 'b'))).toBe(0)
    expect(compareDecimal(toDecimal('1.000000000001', 'a'), toDecimal(1, 'b'))).toBe(1)
    expect(compareDecimal(toDecimal(1, 'a'), toDecimal('1.000000000001', 'b'))).toBe(-1)
  })
})

describe('results', () => {
  it('sums exactly, in any order', () => {
    const amounts = [0.1, '0.2', 1e14, -1e14]
    expect(toDouble(sumExact(amounts, 'amounts'))).toBe(0.3)
    expect(toDouble(sumExact([...amounts].reverse(), 'amounts'))).toBe(0.3)
  })

  it('has no negative zero', () => {
    expect(Object.is(toDouble(toDecimal(-0, 'value')), 0)).toBe(true)
    expect(decimalText(toDecimal('-0.0000000000001'.slice(0, 15), 'value'))).toBe('0.00')
  })

  it.each([
    ['490', '490.00'],
    ['43.333333333333', '43.333333333333'],
    ['1.5', '1.50'],
    ['-0.05', '-0.05'],
    ['0', '0.00'],
  ])('writes %s as %s', (value, text) => {
    expect(decimalText(toDecimal(value, 'value'))).toBe(text)
  })
})
