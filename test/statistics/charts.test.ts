import { describe, expect, it } from 'vitest'
import {
  changePoints,
  exponentialAverageChart,
  hampelFilter,
  individualsChart,
  nelsonRules,
  proportionChart,
  rateChart,
  shrunkenRates,
} from '../../src/statistics/index.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never
const of = (successes: number, trials: number) => Object.freeze({ successes, trials })

describe('exponentialAverageChart', () => {
  it('is a Shewhart chart at weight 1', () => {
    const chart = exponentialAverageChart([1, null, 3.5], { center: 0, sigma: 1, weight: 1, limit: 3 })
    expect(chart).toEqual({
      path: [1, null, 3.5],
      lower: [-3, null, -3],
      upper: [3, null, 3],
      alarmIndex: 2,
      alarmSide: 'upper',
    })
  })

  it('does not alarm on the limit itself, nor without values', () => {
    const options = { center: 0, sigma: 1, weight: 1, limit: 3 }
    expect(exponentialAverageChart([3, -3], options)).toMatchObject({ alarmIndex: null, alarmSide: null })
    expect(exponentialAverageChart([null, null], options).path).toEqual([null, null])
    expect(exponentialAverageChart([], options).lower).toEqual([])
  })

  it.each([
    ['options.center', { sigma: 1 }],
    ['options.sigma', { center: 0, sigma: 0 }],
    ['options.weight', { center: 0, sigma: 1, weight: 1.1 }],
    ['options.weight', { center: 0, sigma: 1, weight: 0 }],
    ['options.limit', { center: 0, sigma: 1, limit: 0 }],
    ['options', { center: 0, sigma: 1, lambda: 0.2 }],
  ])('refuses a wrong option at %s', (path, options) => {
    expect(() => exponentialAverageChart([1], bad(options))).toThrow(refusal('INVALID_OPTION', path))
  })
})

describe('individualsChart', () => {
  it.each([
    ['nothing', [], null],
    ['only missing periods', [null, null], null],
    ['no neighbours', [3, null, 5], 4],
  ])('has no limits of %s', (_name, values, center) => {
    const nothing = { meanMovingRange: null, sigma: null, lower: null, upper: null, movingRangeUpper: null }
    expect(individualsChart(values)).toEqual({ center, ...nothing })
  })

  it('has its limits at the center of a constant series, screened or not', () => {
    const expected = { center: 2, meanMovingRange: 0, sigma: 0, lower: 2, upper: 2, movingRangeUpper: 0 }
    expect(individualsChart([2, 2, 2])).toEqual(expected)
    expect(individualsChart([2, 2, 2], { screen: true })).toEqual(expected)
  })

  it('screens ranges beyond their limit once', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 50, 51, 50, 51, 50]
    expect(individualsChart(values, { screen: true }).meanMovingRange).toBe(1)
    expect(individualsChart(values).meanMovingRange).toBe(5)
  })
})

describe('proportionChart', () => {
  it('keeps the index of unusable periods', () => {
    const chart = proportionChart([of(5, 50), of(0, 0), null, of(8, 70), of(30, 65)])
    expect(chart.center).toBeCloseTo(0.232432432432, 11)
    expect([chart.lower[1], chart.lower[2], chart.upper[2], chart.outside]).toEqual([null, null, null, [4]])
    expect(chart).not.toHaveProperty('sigmaZ')
  })

  it('is empty without a usable period', () => {
    const nothing = { center: null, lower: [null, null], upper: [null, null], outside: [] }
    expect(proportionChart([null, of(0, 0)])).toEqual(nothing)
    expect(proportionChart([null, of(0, 0)], { spread: 'laney' })).toEqual({ ...nothing, sigmaZ: null })
  })

  it.each([
    ['nothing succeeded', [of(0, 5), of(0, 9)]],
    ['everything succeeded', [of(5, 5), of(9, 9)]],
    ['no neighbours', [of(1, 5), null, of(3, 9)]],
  ])('has no spread between periods when %s', (_name, proportions) => {
    const { sigmaZ, ...chart } = proportionChart(proportions, { spread: 'laney' })
    expect(sigmaZ).toBeNull()
    expect(chart).toEqual(proportionChart(proportions))
  })

  it.each([
    ['COUNT_EXCEEDS_BASE', 'proportions[1].successes', [of(1, 2), of(3, 2)], {}],
    ['INVALID_OPTION', 'options.k', [], { k: 0 }],
    ['INVALID_OPTION', 'options.spread', [], { spread: 'poisson' }],
  ])('refuses with %s at %s', (code, path, proportions, options) => {
    expect(() => proportionChart(proportions, bad(options))).toThrow(refusal(code, path))
  })
})

describe('rateChart', () => {
  it('takes fractional exposures and stays above 0', () => {
    const chart = rateChart([{ count: 1, exposure: 0.5 }, null, { count: 0, exposure: 0.25 }])
    expect(chart).toMatchObject({ center: 1 / 0.75, lower: [0, null, 0], outside: [] })
  })

  it('has limits of 0 when nothing happened', () => {
    const rates = [1, 2].map((exposure) => ({ count: 0, exposure }))
    const chart = { center: 0, lower: [0, 0], upper: [0, 0], outside: [] }
    expect(rateChart(rates)).toEqual(chart)
    expect(rateChart(rates, { spread: 'laney' })).toEqual({ ...chart, sigmaZ: null })
  })

  it('refuses a negative exposure', () => {
    expect(() => rateChart([{ count: 0, exposure: -1 }])).toThrow(refusal('INVALID_NUMBER', 'rates[0].exposure'))
  })
})

describe('nelsonRules', () => {
  const at = (values: readonly (number | null)[]) => nelsonRules(values, { center: 0, sigma: 1 }).rules

  it('ends runs at the center and at missing periods', () => {
    const half = new Array(9).fill(0.5)
    expect(at([...new Array(5).fill(0.5), 0, ...half])['2']).toEqual([14])
    expect(at([...half.slice(1), null, 0.5])['2']).toEqual([])
    expect(at(half.map((z) => -z))['2']).toEqual([8])
  })

  it('wants strict steps', () => {
    expect(at([1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1])['3']).toEqual([5, 11])
    expect(at([1, 2, 3, 3, 5, 6, 7])['3']).toEqual([])
    const zigzag = Array.from({ length: 14 }, (_, index) => index % 2)
    expect(at(zigzag)['4']).toEqual([13])
    expect(at([...zigzag.slice(0, 13), 0])['4']).toEqual([])
  })

  it('wants the last one beyond the limit on the same side', () => {
    expect(at([2.1, 2.1, 0])['5']).toEqual([])
    expect(at([2.1, -2.1, 2.1])['5']).toEqual([2])
    expect(at([-2.1, 2.1, 0, 2.1])['5']).toEqual([3])
    expect(at([1.1, 1.1, 0, 1.1, 1.1])['6']).toEqual([4])
    expect(at([1.1, 1.1, 1.1, 1.1, 0])['6']).toEqual([])
  })

  it('wants both sides for rule 8 and the edge inside for rule 7', () => {
    expect(at(new Array(8).fill(1.1))['8']).toEqual([])
    expect(at([...new Array(7).fill(1.1), -1.1])['8']).toEqual([7])
    expect(at(new Array(15).fill(1))['7']).toEqual([14])
  })
})

describe('changePoints', () => {
  it('finds a step, and none in a constant series', () => {
    expect(changePoints([1, 1, 1, 1, 1])).toEqual({ changepoints: [], means: [1], cost: 0 })
    const steps = [0, 1, 0, 1, 0, 1, 20, 21, 20, 21, 20, 21]
    expect(changePoints(steps, { sigma: 1 })).toMatchObject({ changepoints: [6], means: [0.5, 20.5] })
  })

  it.each([
    ['nothing', [], []],
    ['one value', [4], [4]],
    ['less than two levels', [1, 9, 17], [9]],
  ])('has no change in %s', (_name, values, means) => {
    expect(changePoints(values, { sigma: 1 })).toMatchObject({ changepoints: [], means })
    expect(changePoints(values)).toMatchObject({ changepoints: [], means })
  })

  it('cuts at every value when changes are free', () => {
    expect(changePoints([1, 2, 3], { sigma: 1, penalty: 0, minimumSegment: 1 })).toEqual({
      changepoints: [1, 2],
      means: [1, 2, 3],
      cost: 0,
    })
  })

  it('does not care for an offset', () => {
    const values = [10, 10.5, 9.5, 10, 14, 14.5, 13.5, 14]
    const shifted = changePoints(
      values.map((value) => value + 1e9),
      { sigma: 0.5 },
    )
    expect(shifted.changepoints).toEqual(changePoints(values, { sigma: 0.5 }).changepoints)
  })

  it.each([
    ['INVALID_INPUT', 'values[0]', [null], {}],
    ['TOO_LARGE', 'values', new Array(5_001).fill(0), {}],
    ['INVALID_OPTION', 'options.sigma', [1], { sigma: 0 }],
    ['INVALID_OPTION', 'options.penalty', [1], { penalty: -1 }],
    ['INVALID_OPTION', 'options.minimumSegment', [1], { minimumSegment: 0 }],
  ])('refuses with %s at %s', (code, path, values, options) => {
    expect(() => changePoints(bad(values), options)).toThrow(refusal(code, path))
  })
})

describe('shrunkenRates', () => {
  it('invents no prior without evidence that segments differ', () => {
    const result = shrunkenRates([of(85, 100), of(17, 20), of(0, 0)])
    expect(result).toMatchObject({ rho: 0, priorAlpha: null, means: [0.85, 0.85, 0.85], lower: null })
  })

  it.each([
    ['one segment', [of(3, 10)], 0.3],
    ['segments of one', [of(0, 1), of(1, 1), of(1, 1), of(0, 1)], 0.5],
    ['no trials', [of(0, 0), of(0, 0)], null],
    ['nothing', [], null],
  ])('estimates nothing from %s', (_name, segments, overall) => {
    expect(shrunkenRates(segments)).toMatchObject({ overall, rho: 0, means: segments.map(() => overall) })
  })

  it('gives raw rates with Jeffreys limits when every segment is all or nothing', () => {
    const result = shrunkenRates([of(0, 5), of(5, 5), of(0, 0)])
    expect(result).toMatchObject({ rho: 1, priorAlpha: 0, priorBeta: 0, means: [0, 1, 0.5] })
    expect([result.lower?.[0], result.upper?.[1], result.lower?.[2]]).toEqual([0, 1, null])
  })

  it('does not depend on the order of the segments', () => {
    const segments = [of(150, 180), of(44, 60), of(9, 18), of(80, 90), of(12, 13)]
    const turned = shrunkenRates([...segments].reverse())
    expect(turned.means.reverse()).toEqual(shrunkenRates(segments).means)
  })

  it('refuses more successes than trials', () => {
    expect(() => shrunkenRates([of(2, 1)])).toThrow(refusal('COUNT_EXCEEDS_BASE', 'proportions[0].successes'))
  })
})

describe('hampelFilter', () => {
  const middle = (list: readonly number[]): number => {
    const sorted = [...list].sort((a, b) => a - b)
    const half = sorted.length / 2
    return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2
  }

  it.each([1, 2, 5, 40, 1000])('compares with the %i values on either side', (halfWindow) => {
    const values = Array.from({ length: 60 }, (_, index) => Math.round(100 * Math.sin(index * index)) / 10)
    const expected = values.map((value, index) => {
      const window = values.slice(Math.max(0, index - halfWindow), index + halfWindow + 1)
      const median = middle(window)
      const deviation = middle(window.map((other) => Math.abs(other - median)))
      return Math.abs(value - median) > 0.5 * 1.4826022185056018 * deviation ? median : value
    })
    const { outliers, filtered } = hampelFilter(values, { halfWindow, threshold: 0.5 })
    expect(filtered).toEqual(expected.map((value) => value + 0))
    expect(outliers.length).toBeGreaterThan(2)
  })

  it('takes any deviation for an outlier where neighbours are equal, and none without values', () => {
    expect(hampelFilter([1, 1, 1, 1.1, 1, 1, 1])).toEqual({ outliers: [3], filtered: [1, 1, 1, 1, 1, 1, 1] })
    expect(hampelFilter([])).toEqual({ outliers: [], filtered: [] })
    expect(hampelFilter([5])).toEqual({ outliers: [], filtered: [5] })
  })

  it.each([
    ['INVALID_INPUT', 'values[1]', [1, null], {}],
    ['INVALID_OPTION', 'options.halfWindow', [], { halfWindow: 0 }],
    ['INVALID_OPTION', 'options.threshold', [], { threshold: -1 }],
  ])('refuses with %s at %s', (code, path, values, options) => {
    expect(() => hampelFilter(bad(values), options)).toThrow(refusal(code, path))
  })
})
