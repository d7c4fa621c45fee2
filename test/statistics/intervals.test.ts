import { describe, expect, it } from 'vitest'
import { assignBand, meanInterval, medianInterval, quantile, ratioInterval } from '../../src/statistics/index.js'
import { studentTQuantile } from '../../src/statistics/studentTQuantile.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never
const upTo = (n: number) => Object.freeze(Array.from({ length: n }, (_, index) => index + 1))

describe('quantile', () => {
  it('is linear between the ranks (n - 1)p', () => {
    expect(quantile([1, 1, 1, 5], { probabilities: [0.9] }).quantiles[0]).toBeCloseTo(3.8, 12)
    expect(quantile([7], { probabilities: [0, 0.3, 1] }).quantiles).toEqual([7, 7, 7])
    expect(quantile([3, -0], { probabilities: [0] }).quantiles).toEqual([0])
  })

  it.each([
    ['INVALID_INPUT', 'values[1]', [1, null], [0.5]],
    ['INVALID_INPUT', 'values', 'abc', [0.5]],
    ['INVALID_NUMBER', 'values[0]', [Number.POSITIVE_INFINITY], [0.5]],
    ['INVALID_OPTION', 'options.probabilities[1]', [1], [0.5, 1.1]],
    ['TOO_LARGE', 'values', new Array(1_000_001).fill(0), [0.5]],
  ])('refuses with %s at %s', (code, path, values, probabilities) => {
    expect(() => quantile(bad(values), { probabilities })).toThrow(refusal(code, path))
  })
})

describe('meanInterval', () => {
  it('has no limits of one value and no mean of none', () => {
    expect(meanInterval([4])).toMatchObject({ estimate: 4, lower: null, upper: null, reason: 'insufficient_data' })
    expect(meanInterval([])).toMatchObject({ estimate: null, lower: null, upper: null, reason: 'empty_base' })
  })

  it('is a point when all are equal', () => {
    expect(meanInterval([3, 3, 3])).toEqual({ estimate: 3, lower: 3, upper: 3, level: 0.95, method: 'mean-t' })
  })

  it('gives the textbook limits of two values', () => {
    const { lower, upper } = meanInterval([1, 3])
    expect([lower, upper].map((bound) => (bound as number).toFixed(9))).toEqual(['-10.706204736', '14.706204736'])
  })

  it('does not depend on the order', () => {
    const values = [0.1, 0.7, 1e9, -3.3, 12.1, 0.2]
    expect(meanInterval([...values].reverse())).toEqual(meanInterval(Object.freeze(values)))
  })

  it.each([
    ['options.level', { level: 1 }],
    ['options.minimum', { minimum: Number.NaN }],
    ['options.minimum', { minimum: 2, maximum: 1 }],
    ['options', { minimun: 2 }],
  ])('refuses a wrong option at %s', (path, options) => {
    expect(() => meanInterval([1], bad(options))).toThrow(refusal('INVALID_OPTION', path))
  })
})

describe('ratioInterval', () => {
  const row = (numerator: number, denominator: number) => ({ numerator, denominator })

  it('has no ratio when the denominators add up to 0', () => {
    const expected = { estimate: null, lower: null, upper: null, reason: 'empty_base' }
    expect(ratioInterval([])).toMatchObject(expected)
    expect(ratioInterval([row(1, 0), row(2, 0)])).toMatchObject(expected)
  })

  it('has no limits of one unit, and a point when all have one ratio', () => {
    expect(ratioInterval([row(1, 2)])).toMatchObject({ estimate: 0.5, lower: null, reason: 'insufficient_data' })
    expect(ratioInterval([row(1, 2), row(2, 4)])).toMatchObject({ estimate: 0.5, lower: 0.5, upper: 0.5 })
  })

  it('is the interval of a mean when every denominator is 1', () => {
    const values = [3, 4, 8, 1, 7]
    const mean = meanInterval(values)
    const ratio = ratioInterval(values.map((value) => row(value, 1)))
    expect(ratio.lower).toBeCloseTo(mean.lower as number, 12)
    expect(ratio.upper).toBeCloseTo(mean.upper as number, 12)
  })

  it('refuses a row that is none', () => {
    expect(() => ratioInterval(bad([row(1, 2), { numerator: 1 }]))).toThrow(
      refusal('INVALID_NUMBER', 'rows[1].denominator'),
    )
  })
})

describe('medianInterval', () => {
  it.each([
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [50, 18, 33],
    [100, 40, 61],
  ])('takes of %i values those of rank %i and %i', (n, lower, upper) => {
    expect(medianInterval(upTo(n))).toMatchObject({ estimate: (n + 1) / 2, lower, upper, method: 'order-statistics' })
  })

  it('needs six values at 95 %, two at 50 %', () => {
    expect(medianInterval(upTo(5))).toMatchObject({ estimate: 3, lower: null, reason: 'insufficient_data' })
    expect(medianInterval(upTo(2), { level: 0.5 })).toMatchObject({ lower: 1, upper: 2 })
    expect(medianInterval([])).toMatchObject({ estimate: null, reason: 'empty_base' })
  })
})

describe('studentTQuantile', () => {
  it.each([
    [0.975, 1, 12.7062047361747],
    [0.025, 10, -2.22813885196494],
    [0.5, 3, 0],
    [0.51, 5, 0.0263467123],
    [0.6, 2, 0.288675134594813],
  ])('at %d with %i degrees is %d', (p, degrees, t) => {
    expect(studentTQuantile(p, degrees)).toBeCloseTo(t, 6)
  })
})

describe('assignBand', () => {
  const bands = [
    { band: 'a', from: 0, to: 1 },
    { band: 'b', from: 1, to: 2 },
  ]

  it('leaves values outside alone and closes one end', () => {
    const at = (upperInclusive: boolean) => [-0.1, 0, 1, 2, 2.1].map((x) => assignBand(x, { bands, upperInclusive }))
    expect(at(false)).toEqual([null, 'a', 'b', 'b', null])
    expect(at(true)).toEqual([null, 'a', 'a', 'b', null])
  })

  it.each([
    ['options.bands', []],
    ['options.bands', undefined],
    ['options.bands[0]', [null]],
    ['options.bands[0].band', [{ from: 0, to: 1 }]],
    ['options.bands[0].to', [{ band: 'a', from: 1, to: 1 }]],
    ['options.bands[1].from', [bands[0], { band: 'b', from: 0.5, to: 2 }]],
    ['options.bands[1].from', [bands[0], { band: 'b', from: 1.5, to: 2 }]],
  ])('refuses bands at %s', (path, wrong) => {
    expect(() => assignBand(1, { bands: bad(wrong) })).toThrow(refusal('INVALID_BANDS', path))
  })

  it('refuses a value that is no number', () => {
    expect(() => assignBand(Number.NaN, { bands })).toThrow(refusal('INVALID_NUMBER', 'value'))
  })
})
