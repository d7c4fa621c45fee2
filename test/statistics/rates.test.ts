import { describe, expect, it } from 'vitest'
import { gammaPoissonForecast } from '../../src/statistics/gammaPoissonForecast.js'
import { detectableDifference, detectableRateRatio, rateSpikeTest } from '../../src/statistics/index.js'
import { pooledGapShape } from '../../src/statistics/pooledGapShape.js'
import { pooledRatePrior } from '../../src/statistics/pooledRatePrior.js'
import { silenceProbability } from '../../src/statistics/silenceProbability.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never
const rate = (count: number, exposure: number) => Object.freeze({ count, exposure })
const steady = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12].map((count) => rate(count, 200))
const wild = [3, 18, 7, 22, 5, 15, 9, 20].map((count) => rate(count, 200))

describe('rateSpikeTest', () => {
  it('divides by a dispersion above 1 and takes the longer tails', () => {
    const spike = rateSpikeTest({ baseline: [...wild, null, rate(0, 0)], current: rate(30, 205) })
    expect(spike.ratio).toBeCloseTo(2.36511456024, 10)
    expect(spike.dispersion).toBeCloseTo(4.29292929293, 10)
    expect(spike.midP).toBeCloseTo(6.97828963052e-5, 14)
    expect(spike.pAdjusted).toBeCloseTo(0.0543041842186, 11)
  })

  it('tests against a baseline in which nothing happened', () => {
    const baseline = [30, 30, 30, 30, 30, 30].map((exposure) => rate(0, exposure))
    const spike = rateSpikeTest({ baseline, current: rate(3, 30) })
    expect(spike).toMatchObject({ baselineRate: 0, ratio: null, dispersion: 1, reason: 'unbounded' })
    expect(spike.midP).toBeCloseTo(0.00145772594752, 12)
    const silence = rateSpikeTest({ baseline, current: rate(0, 30) })
    expect(silence).toMatchObject({ ratio: null, midP: 0.5, z: 0, pAdjusted: 0.5, reason: 'empty_base' })
  })

  it('needs a baseline and an exposure', () => {
    const nothing = { ratio: null, midP: null, z: null, zAdjusted: null, pAdjusted: null }
    expect(rateSpikeTest({ baseline: [null, rate(0, 0)], current: rate(3, 30) })).toEqual({
      baselineRate: null,
      dispersion: null,
      ...nothing,
      reason: 'insufficient_data',
    })
    expect(rateSpikeTest({ baseline: [rate(1, 2)], current: rate(3, 0) })).toEqual({
      baselineRate: 0.5,
      dispersion: null,
      ...nothing,
      reason: 'empty_base',
    })
  })

  it('knows no dispersion of one period', () => {
    const spike = rateSpikeTest({ baseline: [rate(10, 100)], current: rate(20, 100) })
    expect([spike.dispersion, spike.pAdjusted, spike.zAdjusted]).toEqual([null, spike.midP, spike.z])
  })

  it('keeps the score of an unusually quiet period finite', () => {
    const quiet = rateSpikeTest({ baseline: [rate(9000, 10), rate(9000, 10)], current: rate(0, 10) })
    expect(quiet.z).toBeLessThan(-30)
    expect(quiet.midP).toBeCloseTo(1, 12)
  })

  it.each([
    ['INVALID_COUNT', 'data.baseline[1].count', { baseline: [null, rate(-1, 2)], current: rate(1, 1) }],
    ['INVALID_NUMBER', 'data.current.exposure', { baseline: [], current: rate(1, -1) }],
    ['INVALID_INPUT', 'data.baseline', { current: rate(1, 1) }],
  ])('refuses with %s at %s', (code, path, data) => {
    expect(() => rateSpikeTest(bad(data))).toThrow(refusal(code, path))
  })
})

describe('detectableRateRatio', () => {
  const alpha = 0.00874161095

  it('finds the first count that is a spike, and the mean that gives it', () => {
    const found = detectableRateRatio({ baseline: steady, exposure: 200 }, { alpha })
    expect(found?.count).toBe(20)
    expect(found?.mean).toBeCloseTo(23.6342688546, 9)
    expect(found?.ratio).toBeCloseTo(2.32468218, 8)
    const at = (count: number) => rateSpikeTest({ baseline: steady, current: rate(count, 200) }).pAdjusted as number
    expect([at(20) < alpha, at(19) < alpha]).toEqual([true, false])
  })

  it('finds the same count from wherever the search begins below it', () => {
    const counts = Array.from({ length: 24 }, (_, minimumCount) => {
      return detectableRateRatio({ baseline: steady, exposure: 200 }, { alpha, minimumCount })?.count
    })
    expect(counts).toEqual(Array.from({ length: 24 }, (_, minimumCount) => Math.max(20, minimumCount)))
  })

  it('asks for more against a restless baseline', () => {
    const found = detectableRateRatio({ baseline: wild, exposure: 205 }, { alpha: 0.05 })
    const { count, mean } = found as { count: number; mean: number }
    const score = (mean - count + 0.5) / Math.sqrt(4.292929292929293 * mean)
    expect(score).toBeCloseTo(0.841621233572914, 9)
  })

  it('counts from the minimum', () => {
    const sparse = { baseline: [rate(1, 1000)], exposure: 1 }
    expect(detectableRateRatio(sparse, { minimumCount: 7 })?.count).toBe(7)
    expect(detectableRateRatio(sparse, { minimumCount: 0 })?.count).toBe(1)
  })

  it.each([
    ['no events', { baseline: [rate(0, 5)], exposure: 1 }, {}],
    ['no usable period', { baseline: [null], exposure: 1 }, {}],
    ['no exposure', { baseline: [rate(3, 5)], exposure: 0 }, {}],
    ['a count beyond the search', { baseline: [rate(3, 5)], exposure: 1 }, { minimumCount: 2_000_000 }],
    ['no count that is enough', { baseline: [rate(3, 5)], exposure: 1e9 }, {}],
  ])('has no answer with %s', (_name, design, options) => {
    expect(detectableRateRatio(design, options)).toBeNull()
  })

  it('refuses an exposure below 0 and an alpha of 1', () => {
    const called = () => detectableRateRatio({ baseline: [], exposure: -1 })
    expect(called).toThrow(refusal('INVALID_NUMBER', 'design.exposure'))
    const other = () => detectableRateRatio({ baseline: [], exposure: 1 }, { alpha: 1 })
    expect(other).toThrow(refusal('INVALID_OPTION', 'options.alpha'))
  })
})

describe('detectableDifference', () => {
  const design = { baseline: 0.45, baselineTrials: 300, currentTrials: 100 }

  it('adds the scores of level and power', () => {
    expect(detectableDifference(design, { alpha: 0.00874161095 })).toBeCloseTo(0.18486037, 8)
  })

  it.each([{ baseline: 0 }, { baseline: 1 }, { baselineTrials: 0 }, { currentTrials: 0 }])(
    'has no answer with %o',
    (change) => {
      expect(detectableDifference({ ...design, ...change })).toBeNull()
    },
  )

  it.each([
    ['INVALID_OPTION', 'design.baseline', { baseline: 1.2 }, {}],
    ['INVALID_COUNT', 'design.currentTrials', { currentTrials: 1.5 }, {}],
    ['INVALID_OPTION', 'options.power', {}, { power: 0 }],
  ])('refuses with %s at %s', (code, path, change, options) => {
    expect(() => detectableDifference({ ...design, ...change }, options)).toThrow(refusal(code, path))
  })
})

describe('silenceProbability', () => {
  it.each([
    [12, 365, 75, 1, 0.106189666204],
    [12, 365, 58, 6, 0.0379828788393],
    [3, 95, 120, 1, 0.0862691335354],
    [1, 30, 200, 1, 0.130434782609],
    [5, 100, 0, 2, 1],
  ])('after %i gaps in %d, silent for %d, shape %d: %d', (pastGaps, totalTime, elapsed, shape, p) => {
    expect(silenceProbability({ pastGaps, totalTime, elapsed }, { shape }).p).toBeCloseTo(p, 11)
  })

  it.each([
    ['INVALID_COUNT', 'silence.pastGaps', { pastGaps: 0, totalTime: 1, elapsed: 1 }, {}],
    ['INVALID_NUMBER', 'silence.totalTime', { pastGaps: 1, totalTime: 0, elapsed: 1 }, {}],
    ['INVALID_NUMBER', 'silence.elapsed', { pastGaps: 1, totalTime: 1, elapsed: -1 }, {}],
    ['INVALID_OPTION', 'options.shape', { pastGaps: 1, totalTime: 1, elapsed: 1 }, { shape: 0 }],
  ])('refuses with %s at %s', (code, path, silence, options) => {
    expect(() => silenceProbability(silence, options)).toThrow(refusal(code, path))
  })
})

describe('pooledGapShape', () => {
  const gaps = [
    [28, 31, 30, 35],
    [60, 66, 58],
    [12, 9, 15, 11, 13],
    [90, 85, 100],
    [20, 45, 33],
  ]

  it('pools the variation of gaps', () => {
    const { shape, customers } = pooledGapShape([...gaps, [1, 2], [0, 0, 0]], { minimumCustomers: 5 })
    expect([shape.toFixed(7), customers]).toEqual(['24.4879938', 5])
  })

  it('takes chance for granted from too few customers', () => {
    expect(pooledGapShape(gaps)).toEqual({ shape: 1, customers: 5, reason: 'insufficient_data' })
  })

  it('stays between chance and clockwork', () => {
    expect(pooledGapShape([[5, 5, 5]], { minimumCustomers: 1 })).toEqual({ shape: 1000, customers: 1 })
    expect(pooledGapShape([[5, 5, 5.00001]], { minimumCustomers: 1 }).shape).toBe(1000)
    expect(pooledGapShape([[1, 1, 100]], { minimumCustomers: 1 }).shape).toBe(1)
  })

  it('refuses a negative gap', () => {
    expect(() => pooledGapShape([[1], [2, -1]])).toThrow(refusal('INVALID_NUMBER', 'gapsByCustomer[1][1]'))
  })
})

describe('gammaPoissonForecast', () => {
  const data = { prior: { shape: 2, rate: 60 }, count: 0, exposure: 0, window: 90, windowCount: 0 }

  it('is the prior without a history', () => {
    const { posteriorMean, expected, pAtMost, pAtLeast } = gammaPoissonForecast(data)
    expect([posteriorMean, expected, pAtLeast]).toEqual([2 / 60, 3, 1])
    expect(pAtMost).toBeCloseTo(0.16, 12)
  })

  it('expects nothing of no window', () => {
    expect(gammaPoissonForecast({ ...data, window: 0, windowCount: 2 })).toMatchObject({
      expected: 0,
      pAtMost: 1,
      pAtLeast: 0,
    })
  })

  it.each([
    ['INVALID_NUMBER', 'data.prior.shape', { prior: { shape: 0, rate: 1 } }],
    ['INVALID_NUMBER', 'data.prior.rate', { prior: { shape: 1, rate: -1 } }],
    ['INVALID_INPUT', 'data.exposure', { prior: { shape: 1, rate: 0 } }],
    ['INVALID_COUNT', 'data.windowCount', { windowCount: 0.5 }],
    ['INVALID_NUMBER', 'data.window', { window: Number.NaN }],
  ])('refuses with %s at %s', (code, path, change) => {
    expect(() => gammaPoissonForecast({ ...data, ...change })).toThrow(refusal(code, path))
  })
})

describe('pooledRatePrior', () => {
  const rates = [rate(5, 365), rate(0, 365), rate(2, 200), rate(9, 365), rate(1, 90), rate(3, 365)]

  it('takes the moments of the rates', () => {
    const { shape, rate: exposure, mean } = pooledRatePrior([...rates, rate(0, 0)], { minimumCustomers: 5 })
    expect(mean).toBeCloseTo(0.0114285714286, 12)
    expect(shape).toBeCloseTo(3.32, 10)
    expect(exposure).toBeCloseTo(290.5, 8)
  })

  it('is narrow when rates vary no more than chance', () => {
    const equal = [rate(10, 100), rate(10, 100)]
    expect(pooledRatePrior(equal, { minimumCustomers: 2 })).toEqual({ shape: 1000, rate: 10000, mean: 0.1 })
  })

  it('has no prior from too few customers or without events', () => {
    const nothing = { shape: null, rate: null, mean: null, reason: 'insufficient_data' }
    expect(pooledRatePrior(rates)).toEqual(nothing)
    expect(pooledRatePrior([rate(0, 5)], { minimumCustomers: 1 })).toEqual(nothing)
  })
})
