import { describe, expect, it } from 'vitest'
import {
  clopperPearsonInterval,
  differenceInterval,
  fisherExactTest,
  newcombeInterval,
  poissonInterval,
  twoProportionTest,
  wilsonInterval,
} from '../../src/statistics/index.js'
import { jeffreysInterval } from '../../src/statistics/jeffreysInterval.js'
import { npsDifferenceTest } from '../../src/statistics/npsDifferenceTest.js'

const of = (successes: number, trials: number) => Object.freeze({ successes, trials })
const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never

describe('an interval without a base', () => {
  it.each([wilsonInterval, clopperPearsonInterval, jeffreysInterval])('%o spans what is possible', (interval) => {
    expect(interval(of(0, 0))).toMatchObject({ estimate: null, lower: 0, upper: 1, reason: 'empty_base' })
  })

  it('has no upper limit of a rate', () => {
    const expected = { rate: null, lower: 0, upper: null, reason: 'empty_base' }
    expect(poissonInterval({ count: 0, exposure: 0 })).toMatchObject(expected)
    expect(poissonInterval({ count: 2, exposure: 0 })).toMatchObject(expected)
  })
})

describe('jeffreysInterval', () => {
  it('ends at 0 and 1', () => {
    expect(jeffreysInterval(of(0, 20))).toMatchObject({ estimate: 0, lower: 0, method: 'jeffreys' })
    expect(jeffreysInterval(of(0, 20)).upper).toBeCloseTo(0.116638982905, 11)
    expect(jeffreysInterval(of(20, 20)).upper).toBe(1)
  })
})

describe('differenceInterval', () => {
  const limits = (lower: number | null, upper: number | null, level = 0.95) => ({ lower, upper, level })
  const first = { value: 61, interval: limits(52, 70) }
  const second = { value: 45, interval: limits(35, 54) }

  it('squares and adds the distances of the two intervals', () => {
    const { difference, lower, upper, level, method } = differenceInterval({ first, second })
    expect([difference, level, method]).toEqual([16, 0.95, 'newcombe'])
    expect(lower).toBeCloseTo(3.27207793864, 10)
    expect(upper).toBeCloseTo(29.4536240471, 10)
  })

  it('is that of two proportions on their Wilson limits', () => {
    const samples = { first: of(56, 70), second: of(48, 80) }
    const limited = (sample: { successes: number; trials: number }) => {
      const { estimate, ...interval } = wilsonInterval(sample)
      return { value: estimate, interval }
    }
    const { difference, lower, upper } = newcombeInterval(samples)
    const general = differenceInterval({ first: limited(samples.first), second: limited(samples.second) })
    expect(general).toMatchObject({ difference, lower, upper })
  })

  it.each([
    ['a value', { value: null, interval: limits(1, 2) }],
    ['a limit', { value: 1, interval: limits(1, null) }],
  ])('has no answer when %s is null', (_name, other) => {
    const expected = { difference: null, lower: null, upper: null, reason: 'insufficient_data' }
    expect(differenceInterval({ first: other, second })).toMatchObject(expected)
    expect(differenceInterval({ first, second: other })).toMatchObject(expected)
  })

  it('refuses levels that differ', () => {
    const other = { value: 45, interval: limits(35, 54, 0.9) }
    const path = 'estimates.second.interval.level'
    expect(() => differenceInterval({ first, second: other })).toThrow(refusal('INVALID_OPTION', path))
    const called = () => differenceInterval({ first, second }, { level: 0.9 })
    expect(called).toThrow(refusal('INVALID_OPTION', 'estimates.first.interval.level'))
  })

  it.each([
    ['INVALID_NUMBER', 'estimates.first.value', { value: Number.NaN, interval: limits(1, 2) }],
    ['INVALID_INPUT', 'estimates.first.interval', { value: 1 }],
    ['INVALID_OPTION', 'estimates.first.interval.level', { value: 1, interval: limits(1, 2, 1) }],
  ])('refuses with %s at %s', (code, path, broken) => {
    expect(() => differenceInterval({ first: bad(broken), second })).toThrow(refusal(code, path))
  })
})

describe('fisherExactTest', () => {
  it.each([
    ['a row without trials', of(0, 0), of(3, 5)],
    ['everything succeeded', of(5, 5), of(5, 5)],
    ['nothing succeeded', of(0, 5), of(0, 9)],
  ])('says nothing when %s', (_name, first, second) => {
    expect(fisherExactTest({ first, second })).toEqual({
      oddsRatio: null,
      pLess: 1,
      pGreater: 1,
      pTwoSidedMinlike: 1,
      pTwoSidedCentral: 1,
      midPLess: 0.5,
      midPGreater: 0.5,
      midPTwoSided: 1,
      reason: 'empty_base',
    })
  })

  it('has no finite odds ratio when only the first knows success', () => {
    expect(fisherExactTest({ first: of(5, 5), second: of(0, 5) })).toMatchObject({
      oddsRatio: null,
      reason: 'unbounded',
    })
    expect(fisherExactTest({ first: of(0, 5), second: of(5, 5) })).toMatchObject({ oddsRatio: 0 })
  })

  it('takes a million trials', () => {
    const { midPTwoSided } = fisherExactTest({ first: of(500_000, 1_000_000), second: of(499_000, 1_000_000) })
    const { pTwoSided } = twoProportionTest({ first: of(500_000, 1_000_000), second: of(499_000, 1_000_000) })
    expect(Math.abs(midPTwoSided / (pTwoSided as number) - 1)).toBeLessThan(1e-5)
  })

  it('refuses more successes than trials', () => {
    const called = () => fisherExactTest({ first: of(1, 2), second: of(3, 2) })
    expect(called).toThrow(refusal('COUNT_EXCEEDS_BASE', 'samples.second.successes'))
  })
})

describe('twoProportionTest', () => {
  it('has a score of 0 when the pooled share is 0 or 1', () => {
    const expected = { z: 0, pTwoSided: 1, pLess: 0.5, pGreater: 0.5, zN1: 0, pTwoSidedN1: 1, difference: 0 }
    expect(twoProportionTest({ first: of(0, 4), second: of(0, 9) })).toEqual(expected)
    expect(twoProportionTest({ first: of(4, 4), second: of(9, 9) })).toEqual(expected)
  })

  it('has no answer without trials', () => {
    const result = twoProportionTest({ first: of(0, 0), second: of(1, 9) })
    expect(result).toMatchObject({ difference: null, z: null, pTwoSidedN1: null, reason: 'empty_base' })
  })

  it('refuses a count that is none', () => {
    const called = () => twoProportionTest({ first: of(1.5, 2), second: of(1, 2) })
    expect(called).toThrow(refusal('INVALID_COUNT', 'samples.first.successes'))
  })
})

describe('npsDifferenceTest', () => {
  const answers = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

  it('has no plain score when both samples know one answer only', () => {
    const result = npsDifferenceTest({ first: answers(10, 0, 0), second: answers(20, 0, 0) })
    expect(result).toMatchObject({ difference: 0, standardError: 0, zWald: null, pWald: null })
    expect(result.p).toBeGreaterThan(0.05)
  })

  it('has no answer without answers', () => {
    const result = npsDifferenceTest({ first: answers(0, 0, 0), second: answers(20, 0, 0) })
    expect(result).toMatchObject({ difference: null, z: null, lower: null, reason: 'empty_base' })
  })

  it('stays on the scale', () => {
    const { lower, upper } = npsDifferenceTest({ first: answers(1, 0, 0), second: answers(0, 0, 1) })
    expect([(lower as number) >= -200, upper]).toEqual([true, 200])
  })

  it('refuses a count that is none', () => {
    const called = () => npsDifferenceTest({ first: answers(-1, 0, 0), second: answers(0, 0, 1) })
    expect(called).toThrow(refusal('INVALID_COUNT', 'samples.first.promoters'))
  })
})
