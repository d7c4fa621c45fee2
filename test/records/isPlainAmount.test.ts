import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, toDecimal } from '../../src/internal/decimal.js'
import { isPlainAmount } from '../../src/records/isPlainAmount.js'

describe('isPlainAmount', () => {
  it.each(['0.00', '12.50', '999999999999999.99'])('takes %s', (text) => {
    expect(isPlainAmount(text)).toBe(true)
  })

  it.each([
    '',
    '12',
    '12.5',
    '12.500',
    '012.50',
    '-1.00',
    '+1.00',
    '1e2',
    '.50',
    '1000000000000000.00',
    '1.00\n',
    12.5,
    null,
  ])('leaves %j to the general reading', (value) => {
    expect(isPlainAmount(value)).toBe(false)
  })

  it('takes only what the exact reading writes in the same way', () => {
    const text = fc.oneof(
      fc.stringMatching(/^-?\d{1,16}(\.\d{0,4})?$/),
      fc.tuple(fc.nat(), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
    )
    fc.assert(
      fc.property(text, (amount) => {
        if (isPlainAmount(amount)) expect(decimalText(toDecimal(amount, 'amount'))).toBe(amount)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
