import { describe, expect, it } from 'vitest'
import { estimateLateResponseLoss, estimateLostRevenue, profileObjections } from '../../../src/index.js'

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

const objections = (...themes: string[]) =>
  themes.map((theme, index) => ({ prospectId: `p${index}`, at: '2025-03-01', theme }))

describe('profileObjections', () => {
  it('is empty without objections', () => {
    expect(profileObjections([])).toEqual({
      mentions: 0,
      prospects: 0,
      themes: [],
      concentration: null,
      effectiveThemes: null,
    })
  })

  it('orders by mentions, then name', () => {
    const { themes } = profileObjections(objections('b', 'c', 'a', 'c'))
    expect(themes.map(({ theme }) => theme)).toEqual(['c', 'a', 'b'])
  })

  it('is repeated at the limits', () => {
    const ten = objections('x', 'x', 'x', 'a', 'b', 'c', 'd', 'e', 'f', 'g')
    const repeated = (limits: object) => profileObjections(ten, { repeated: limits }).themes[0]?.repeated
    expect([repeated({ mentions: 3 }), repeated({ mentions: 4 })]).toEqual([true, false])
    expect([repeated({ mentions: 3, share: 0.31 }), repeated({ mentions: 3, prospects: 4 })]).toEqual([false, false])
  })

  it.each([
    [[], { exposedProspects: -1 }, 'INVALID_COUNT', 'options.exposedProspects'],
    [['a', 'a'], { exposedProspects: 1 }, 'COUNT_EXCEEDS_BASE', 'options.exposedProspects'],
    [[], { repeated: { share: 2 } }, 'INVALID_OPTION', 'options.repeated.share'],
    [[], { repeated: { part: 1 } }, 'INVALID_OPTION', 'options.repeated'],
    [[], { repeated: { mentions: 0 } }, 'INVALID_OPTION', 'options.repeated.mentions'],
    [[7], {}, 'INVALID_INPUT', 'objections[0].theme'],
  ])('refuses %o with %o', (themes, options, code, path) => {
    expect(() => profileObjections(objections(...(themes as string[])), options as object)).toThrow(broken(code, path))
  })
})

describe('the cost of a difference', () => {
  const sides = { baseline: { won: 100, closed: 400 }, current: { won: 72, closed: 400 } }
  const cost = (amount: string, more: object = {}) =>
    estimateLostRevenue({ ...sides, meanWonValue: { amount, currency: 'EUR' }, ...more })

  it('keeps the decimals of the value and the order of its limits', () => {
    expect(cost('3000')).toMatchObject({ lost: { amount: '84000' }, causal: false })
    const { lower, lost, upper } = cost('3000.000')
    expect(lost?.amount).toBe('84000.000')
    expect(Number(lower?.amount)).toBeLessThan(84_000)
    expect(Number(upper?.amount)).toBeGreaterThan(84_000)
  })

  it('costs nothing when the rate rose', () => {
    const risen = cost('10.00', { current: { won: 390, closed: 400 } })
    expect([risen.lost, risen.lower, risen.upper].map((money) => money?.amount)).toEqual(['0.00', '0.00', '0.00'])
  })

  it('repeats its data', () => {
    expect(cost('3000.00').inputs).toEqual({
      'baseline.won': 100,
      'baseline.closed': 400,
      'current.won': 72,
      'current.closed': 400,
      'meanWonValue.amount': '3000.00',
      'meanWonValue.currency': 'EUR',
    })
  })

  it('is null with a reason without a base', () => {
    const none = estimateLateResponseLoss({
      onTime: { leads: 10, converted: 3 },
      late: { leads: 0, converted: 0 },
      meanWonValue: { amount: '10', currency: 'EUR' },
    })
    expect(none).toMatchObject({ lost: null, lower: null, upper: null, reason: 'empty_base' })
  })

  it.each([
    [{ baseline: { won: 5, closed: 4 } }, 'COUNT_EXCEEDS_BASE', 'data.baseline.won'],
    [{ current: { won: 5 } }, 'MISSING_COUNT', 'data.current.closed'],
    [{ current: { won: 0.5, closed: 1 } }, 'INVALID_COUNT', 'data.current.won'],
    [{ baseline: undefined }, 'INVALID_INPUT', 'data.baseline'],
    [{ meanWonValue: undefined }, 'INVALID_INPUT', 'data.meanWonValue'],
    [{ meanWonValue: { amount: '-1', currency: 'EUR' } }, 'NEGATIVE_AMOUNT', 'data.meanWonValue.amount'],
    [{ meanWonValue: { amount: '1 000', currency: 'EUR' } }, 'INVALID_AMOUNT', 'data.meanWonValue.amount'],
    [{ meanWonValue: { amount: '1' } }, 'INVALID_INPUT', 'data.meanWonValue.currency'],
  ])('refuses %o', (change, code, path) => {
    expect(() => cost('1', change)).toThrow(broken(code, path))
  })
})
