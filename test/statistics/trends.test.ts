import { describe, expect, it } from 'vitest'
import { cumulativeSumChart } from '../../src/statistics/cumulativeSumChart.js'
import { exponentialAverageLimit } from '../../src/statistics/exponentialAverageLimit.js'
import { exponentialAverageScore } from '../../src/statistics/exponentialAverageScore.js'
import {
  adjustPValues,
  autocorrelatedMannKendallTest,
  cochranArmitageTest,
  detectableSlope,
  mannKendallTest,
  poissonRateRatio,
  poissonTrendTest,
  seasonalMannKendallTest,
  sensSlope,
} from '../../src/statistics/index.js'
import { trendOnset } from '../../src/statistics/trendOnset.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never
const gaps = Object.freeze([80, null, 78, 79, null, null, 75, 74, 76, 71, 70, null, 69])
const percent = Object.freeze([85.5, 84, 86, 84.5, 83, 84, 82.5, 83.5, 81, 82, 80.5, 81.5])

describe('mannKendallTest', () => {
  it.each([
    ['nothing', [], { n: 0, s: 0, varS: 0, tauA: null, tauB: null, z: 0, p: 1, pExact: 1 }],
    ['missing periods', [null, null], { n: 0, s: 0, varS: 0, tauA: null, tauB: null, z: 0, p: 1, pExact: 1 }],
    ['one value', [null, 4, null], { n: 1, s: 0, varS: 0, tauA: null, tauB: null, z: 0, p: 1, pExact: 1 }],
    ['equal values', new Array(9).fill(3), { n: 9, s: 0, varS: 0, tauA: 0, tauB: null, z: 0, p: 1, pExact: 1 }],
  ])('finds no trend in %s', (_name, values, expected) => {
    expect(mannKendallTest(values)).toEqual(expected)
  })

  it('counts the orderings of a short series', () => {
    expect(mannKendallTest([92, 91, 89, 88, 86, 85]).pExact).toBeCloseTo(2 / 720, 14)
    expect(mannKendallTest([4, 3, 2, 1]).pExact).toBeCloseTo(2 / 24, 14)
    expect(mannKendallTest([3, 1, 2, 2, 5, 4, 6, 6, 6, 2]).pExact).toBeCloseTo(0.0974603174603, 12)
    expect(mannKendallTest(gaps).pExact).toBeCloseTo(0.000854276895944, 14)
    expect(mannKendallTest(Array.from({ length: 41 }, (_, index) => index)).pExact).toBeNull()
  })

  it('does not care for an offset', () => {
    const shifted = gaps.map((value) => (value === null ? null : value + 1e9))
    expect(mannKendallTest(shifted)).toEqual(mannKendallTest(gaps))
    expect(sensSlope(shifted).slope).toBeCloseTo(sensSlope(gaps).slope as number, 6)
  })

  it.each([
    ['INVALID_INPUT', 'values', 'abc'],
    ['INVALID_NUMBER', 'values[1]', [1, Number.NaN]],
    ['INVALID_NUMBER', 'values[0]', [undefined]],
    ['TOO_LARGE', 'values', new Array(5_001).fill(1)],
  ])('refuses with %s at %s', (code, path, values) => {
    expect(() => mannKendallTest(bad(values))).toThrow(refusal(code, path))
  })
})

describe('autocorrelatedMannKendallTest', () => {
  it('does not shrink the variance of an alternating series', () => {
    const { r1, phi, correction } = autocorrelatedMannKendallTest(percent)
    expect(r1).toBeCloseTo(-0.583038869258, 11)
    expect([phi, correction]).toEqual([0, 1])
  })

  it.each([
    ['nothing', []],
    ['two values', [1, 2]],
    ['equal values', [2, 2, 2, 2]],
    ['a straight line', [1, 2, 3, 4]],
  ])('has no autocorrelation of %s', (_name, values) => {
    const { r1, correction, z } = autocorrelatedMannKendallTest(values)
    expect([r1, correction, z]).toEqual([0, 1, mannKendallTest(values).z])
  })
})

describe('seasonalMannKendallTest', () => {
  it('is the plain test with one season', () => {
    const { n, s, varS, z, p } = mannKendallTest(gaps)
    expect(seasonalMannKendallTest(gaps, { period: 1 })).toEqual({ n, s, varS, z, p })
  })

  it('has no season with two values when the period is longer than the series', () => {
    expect(seasonalMannKendallTest(gaps, { period: 100 })).toEqual({ n: 9, s: 0, varS: 0, z: 0, p: 1 })
  })

  it('refuses a period of 0', () => {
    expect(() => seasonalMannKendallTest([], { period: 0 })).toThrow(refusal('INVALID_OPTION', 'options.period'))
  })
})

describe('sensSlope', () => {
  it('has no limits of a series that is too short for them', () => {
    expect(sensSlope([4, 3, 2, 1])).toMatchObject({ slope: -1, lower: null, upper: null, pairs: 6 })
  })

  it('takes the index as the time, and other times in any order', () => {
    const { slope, interceptSeparate, interceptJoint } = sensSlope(percent)
    expect(slope).toBeCloseTo(-0.416666666667, 11)
    expect(interceptSeparate).toBeCloseTo(85.5416666667, 9)
    expect(interceptJoint).toBeCloseTo(85.625, 9)
    const times = percent.map((_, index) => 11 - index)
    expect(sensSlope([...percent].reverse(), { times }).slope).toBe(slope)
  })

  it.each([
    ['one value', [5, null], {}],
    ['one time', [5, 6], { times: [1, 1] }],
  ])('has no slope of %s', (_name, values, options) => {
    const nothing = { slope: null, lower: null, upper: null, pairs: 0, interceptJoint: null }
    expect(sensSlope(values, options)).toMatchObject({ ...nothing, reason: 'insufficient_data' })
  })

  it('refuses times that do not match', () => {
    expect(() => sensSlope([1, 2], { times: [1] })).toThrow(refusal('INVALID_INPUT', 'options.times'))
  })
})

describe('trends of counts', () => {
  const of = (successes: number, trials: number) => ({ successes, trials })
  const rate = (count: number, exposure: number) => ({ count, exposure })
  const flat = { z: 0, p: 1, zAdjusted: 0, pAdjusted: 1 }

  it.each([
    ['nothing', [], { slope: null, dispersion: null, ...flat }],
    ['one usable period', [null, of(1, 2), of(0, 0)], { slope: null, dispersion: null, ...flat }],
    ['no success', [of(0, 2), of(0, 3), of(0, 4)], { slope: 0, dispersion: 0, ...flat }],
    ['no failure', [of(2, 2), of(3, 3), of(4, 4)], { slope: 0, dispersion: 0, ...flat }],
  ])('proportions: no trend in %s', (_name, proportions, expected) => {
    expect(cochranArmitageTest(proportions)).toEqual(expected)
  })

  it('two periods have no dispersion and the plain p-value', () => {
    const { dispersion, p, pAdjusted } = cochranArmitageTest([of(10, 20), null, of(2, 20)])
    expect([dispersion, pAdjusted]).toEqual([null, p])
  })

  it('divides by a dispersion above 1', () => {
    const { dispersion, pAdjusted } = cochranArmitageTest([of(83, 86), of(90, 93), of(129, 136), of(70, 82)])
    expect(dispersion).toBeCloseTo(2.18774450596, 10)
    expect(pAdjusted).toBeCloseTo(0.192070360458, 11)
  })

  it('rates: none without exposure, no trend without events', () => {
    expect(poissonTrendTest([null, rate(0, 0)])).toEqual({ rate: null, slope: null, dispersion: null, ...flat })
    const none = poissonTrendTest([rate(0, 1), rate(0, 2), rate(0, 3)])
    expect(none).toEqual({ rate: 0, slope: 0, dispersion: 0, ...flat })
  })

  it.each([
    ['COUNT_EXCEEDS_BASE', 'proportions[1].successes', () => cochranArmitageTest([null, of(3, 2)])],
    ['INVALID_NUMBER', 'rates[0].exposure', () => poissonTrendTest([rate(3, -2)])],
    ['INVALID_COUNT', 'rates[0].count', () => poissonTrendTest([rate(0.5, 2)])],
  ])('refuses with %s at %s', (code, path, called) => {
    expect(called).toThrow(refusal(code, path))
  })
})

describe('poissonRateRatio', () => {
  const rate = (count: number, exposure: number) => ({ count, exposure })

  it('is unbounded when the second never happened', () => {
    const result = poissonRateRatio({ first: rate(5, 100), second: rate(0, 1000) })
    expect(result).toMatchObject({ ratio: null, upper: null, reason: 'unbounded' })
    expect(result.lower).toBeCloseTo(9.16355857315, 10)
    expect(result.pGreater).toBeCloseTo(6.20921323059e-6, 15)
  })

  it.each([
    ['nothing happened', rate(0, 10), rate(0, 10)],
    ['an exposure is 0', rate(0, 0), rate(3, 10)],
  ])('says nothing when %s', (_name, first, second) => {
    expect(poissonRateRatio({ first, second })).toMatchObject({
      ratio: null,
      lower: 0,
      upper: null,
      pLess: 1,
      midPGreater: 0.5,
      midPTwoSided: 1,
      reason: 'empty_base',
    })
  })

  it('refuses a tested ratio of 0', () => {
    const called = () => poissonRateRatio({ first: rate(1, 1), second: rate(1, 1) }, { ratio0: 0 })
    expect(called).toThrow(refusal('INVALID_OPTION', 'options.ratio0'))
  })
})

describe('trendOnset', () => {
  it('dates the first period on the slope', () => {
    expect(trendOnset([10, 10, 10, 10, 10, 9, 8, 7, 6], { direction: 'down' })).toMatchObject({ index: 5, slope: -1 })
    const { index, slope, sse } = trendOnset(percent, { direction: 'down' })
    expect([index, slope.toFixed(9), sse.toFixed(8)]).toEqual([3, '-0.473118280', '7.14516129'])
  })

  it.each([
    ['the other direction', [1, 2, 3, 4, 5, 6, 7], 28],
    ['three periods', [3, 2, 1], 2],
    ['nothing', [], 0],
    ['a constant series', [2, 2, 2, 2, 2], 0],
  ])('finds none in %s', (_name, values, sse) => {
    expect(trendOnset(values, { direction: 'down' })).toEqual({ index: null, slope: 0, sse })
  })

  it('refuses to go without a direction', () => {
    expect(() => trendOnset([], bad({}))).toThrow(refusal('INVALID_OPTION', 'options.direction'))
  })
})

describe('exponentialAverageScore', () => {
  it('judges the average by its own baseline', () => {
    const baseline = [10, null, 12, 11, 9, 10.5, null, 11.5]
    const { center, sd, score } = exponentialAverageScore({ baseline, current: [11, null, 8, 7, 6] })
    expect(center).toBeCloseTo(10.6666666667, 10)
    expect(sd).toBeCloseTo(1.08012344973, 10)
    expect(score.map((value) => (value === null ? null : value.toFixed(9)))).toEqual([
      '0.270786361',
      null,
      '-1.302675891',
      '-2.153027434',
      '-2.683172448',
    ])
  })

  it('is 0 at the mean of the baseline, and ends within 38', () => {
    expect(exponentialAverageScore({ baseline: [1, 3], current: [2] }).score).toEqual([0])
    const baseline = Array.from({ length: 400 }, (_, index) => index % 2)
    const [high] = exponentialAverageScore({ baseline, current: [1e9] }).score
    expect(high).toBeCloseTo(37.05, 2)
  })

  it.each([
    ['no baseline', [], { center: null, sd: null, path: [null], score: [null] }],
    ['one value', [4], { center: 4, sd: null, path: [3.6], score: [null] }],
    ['no spread', [4, 4], { center: 4, sd: 0, path: [3.6], score: [null] }],
  ])('has no score with %s', (_name, baseline, expected) => {
    const result = exponentialAverageScore({ baseline, current: [2] })
    expect(result).toEqual({ ...expected, reason: 'insufficient_data' })
  })
})

describe('exponentialAverageLimit', () => {
  it.each([
    [12, 12, 0.1, 2.05],
    [52, 26, 0.1, 2.57285714286],
    [26, 18, 0.1, 2.30666666667],
    [12, 10, 0.15, 1.81473090564],
    [52, 104, 0.1, 2.65],
    [2, 12, 0.1, 1.72],
  ])('%i looks, %i baseline periods, %d: %d', (looks, baselinePeriods, falseAlarmProbability, limit) => {
    expect(exponentialAverageLimit({ looks, baselinePeriods, falseAlarmProbability })).toBeCloseTo(limit, 10)
  })

  it.each([
    ['options.looks', { looks: 0, baselinePeriods: 6 }],
    ['options.baselinePeriods', { looks: 4, baselinePeriods: 0 }],
    ['options.falseAlarmProbability', { looks: 4, baselinePeriods: 6, falseAlarmProbability: 0.04 }],
  ])('refuses a wrong option at %s', (path, options) => {
    expect(() => exponentialAverageLimit(options)).toThrow(refusal('INVALID_OPTION', path))
  })
})

describe('cumulativeSumChart', () => {
  it('carries over missing periods and dates the onset', () => {
    const values = [10, 8.9, null, 8.7, 8.6, null, 8.2, 8, 8.1]
    const chart = cumulativeSumChart(values, { center: 10, sigma: 1, limit: 4 })
    expect(chart.lower.map((sum) => (sum === null ? null : Number(sum.toFixed(9))))).toEqual([
      0,
      0.6,
      null,
      1.4,
      2.3,
      null,
      3.6,
      5.1,
      6.5,
    ])
    expect(chart).toMatchObject({ alarmUpper: null, onsetUpper: null, alarmLower: 7, onsetLower: 1 })
  })

  it('does not alarm on the limit itself', () => {
    const chart = cumulativeSumChart([1, 1, 1, 1], { center: 0, sigma: 1, limit: 2 })
    expect(chart).toMatchObject({ upper: [0.5, 1, 1.5, 2], alarmUpper: null })
  })

  it.each([
    ['options.sigma', { center: 0, sigma: -1 }],
    ['options.allowance', { center: 0, sigma: 1, allowance: -1 }],
    ['options.headStart', { center: 0, sigma: 1, headStart: Number.NaN }],
  ])('refuses a wrong option at %s', (path, options) => {
    expect(() => cumulativeSumChart([], options)).toThrow(refusal('INVALID_OPTION', path))
  })
})

describe('adjustPValues', () => {
  it('keeps order and length', () => {
    expect(adjustPValues([])).toEqual({ adjusted: [] })
    const { adjusted } = adjustPValues(Object.freeze([0.04, 0.01, 0.01, 0.01]))
    expect(adjusted.map((p) => p.toFixed(9))).toEqual(['0.040000000', '0.013333333', '0.013333333', '0.013333333'])
    expect(adjustPValues([0, 1, 1], { method: 'holm' }).adjusted).toEqual([0, 1, 1])
  })

  it('refuses what is no probability', () => {
    expect(() => adjustPValues([0.5, 1.1])).toThrow(refusal('INVALID_OPTION', 'pValues[1]'))
    expect(() => adjustPValues([0.5], { method: bad('bonferroni') })).toThrow(
      refusal('INVALID_OPTION', 'options.method'),
    )
  })
})

describe('detectableSlope', () => {
  it.each([
    [12, 1, 'values', 0.351420488],
    [26, 1, 'values', 0.0901638671],
    [12, Math.sqrt((0.85 * 0.15) / 200), 'counts', 0.00675328743],
  ] as const)('%i periods, sigma %d, %s: %d', (periods, sigma, kind, slope) => {
    expect(detectableSlope({ periods, sigma }, { kind })).toBeCloseTo(slope, 9)
  })

  it('is silent on short series and without spread', () => {
    expect(detectableSlope({ periods: 9, sigma: 1 })).toBeNull()
    expect(detectableSlope({ periods: 5, sigma: 1 }, { kind: 'counts' })).toBeNull()
    expect(detectableSlope({ periods: 12, sigma: 0 })).toBeNull()
  })
})
