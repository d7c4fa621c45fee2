import { describe, expect, it } from 'vitest'
import { chiSquareTail } from '../../src/statistics/chiSquareTail.js'
import { cumulativeProbability } from '../../src/statistics/cumulativeProbability.js'
import type { Distribution } from '../../src/statistics/distribution.js'
import { distributionQuantile } from '../../src/statistics/distributionQuantile.js'
import { normalQuantile } from '../../src/statistics/normalQuantile.js'
import { normalTail } from '../../src/statistics/normalTail.js'
import { errorComplement } from '../../src/statistics/special/errorComplement.js'
import { incompleteBeta } from '../../src/statistics/special/incompleteBeta.js'
import { incompleteGamma } from '../../src/statistics/special/incompleteGamma.js'
import { inverseIncompleteBeta } from '../../src/statistics/special/inverseIncompleteBeta.js'
import { inverseIncompleteGamma } from '../../src/statistics/special/inverseIncompleteGamma.js'
import { logGamma } from '../../src/statistics/special/logGamma.js'
import { studentTTail } from '../../src/statistics/studentTTail.js'
import { upperTailProbability } from '../../src/statistics/upperTailProbability.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })

describe('special functions', () => {
  // Values of R; a new version of the kernels has to meet them.
  it.each([
    ['erfc(26)/2', errorComplement(26) / 2, 2.83159620442749e-296],
    ['normal tail at 37.5', normalTail(37.5), 4.60535300958196e-308],
    ['normal quantile of 1e-300', normalQuantile(1e-300), -37.0470962993612],
    ['t tail at 1e5, 2', studentTTail(1e5, 2), 4.99999999925e-11],
    ['t tail at 40, 11', studentTTail(40, 11), 1.44627044906029e-13],
    ['F tail at 12 with 2 and 10', incompleteBeta(5 / (5 + 12), 5, 1), 0.0022009258678867],
    ['chi-square tail at 1400, 3', chiSquareTail(1400, 3), 2.94561936101632e-303],
    ['gamma Q(10100; 10000)', incompleteGamma(10100, 10000, true), 0.15865124955282],
    ['gamma P(10100; 10000)', incompleteGamma(10100, 10000), 0.84134875044718],
    ['gamma Q(1500; 1000)', incompleteGamma(1500, 1000, true), 2.204698611389e-43],
    ['gamma P(600; 1000)', incompleteGamma(600, 1000), 2.32406005796092e-50],
    ['beta upper .9999; 2, 30', incompleteBeta(0.9999, 2, 30, true), 3.09969999998965e-119],
    ['beta upper .01; 60, 9941', incompleteBeta(0.01, 60, 9941, true), 5.81046823390221e-6],
    ['beta lower .001; 60, 9941', incompleteBeta(0.001, 60, 9941), 5.76533641713859e-27],
    ['beta quantile .025; 5000, 95000', inverseIncompleteBeta(0.025, 5000, 95000), 0.0486577421258788],
    ['beta quantile .975; .5, 1000.5', inverseIncompleteBeta(0.975, 0.5, 1000.5), 0.0025081643414223],
    ['beta upper quantile 1e-6; 2, 3', inverseIncompleteBeta(1e-6, 2, 3, true), 0.993690426329855],
    ['gamma quantile .025; 1500', inverseIncompleteGamma(0.025, 1500), 1425.0424682599],
    ['gamma quantile .975; 1501', inverseIncompleteGamma(0.975, 1501), 1577.8770471189],
    ['gamma quantile .025; 1e6', inverseIncompleteGamma(0.025, 1e6), 998040.983340294],
    ['log gamma of 11', logGamma(11), Math.log(3_628_800)],
  ])('%s', (_name, value, expected) => {
    expect(Math.abs(value / expected - 1)).toBeLessThan(1e-11)
  })

  it('returns no NaN over the domains', () => {
    const values: number[] = []
    for (const a of [1e-3, 0.5, 1, 30, 1e3, 1e6]) {
      for (const p of [1e-20, 1e-3, 0.5, 0.999]) {
        values.push(inverseIncompleteGamma(p, a), inverseIncompleteGamma(p, a, true))
        for (const x of [1e-3, 0.5, a, 10 * a]) values.push(incompleteGamma(x, a), incompleteGamma(x, a, true))
        for (const b of [0.5, 1, 30, 1e3, 1e5]) {
          values.push(incompleteBeta(p, a, b), incompleteBeta(p, a, b, true))
          values.push(inverseIncompleteBeta(p, a, b), inverseIncompleteBeta(p, a, b, true))
        }
      }
    }
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([])
  })
})

const laws: Distribution[] = [
  { kind: 'normal', mean: 3, standardDeviation: 2 },
  { kind: 'student-t', degreesOfFreedom: 3 },
  { kind: 'chi-square', degreesOfFreedom: 4 },
  { kind: 'gamma', shape: 2.5, rate: 3 },
  { kind: 'beta', alpha: 2, beta: 5 },
  { kind: 'poisson', mean: 7.5 },
  { kind: 'binomial', trials: 40, probability: 0.3 },
]
const probabilities = [0.001, 0.025, 0.3, 0.5, 0.8, 0.999]

describe('distributions', () => {
  it.each(laws)('both tails of $kind add up to 1, and its quantiles invert them', (law) => {
    const discrete = law.kind === 'poisson' || law.kind === 'binomial'
    for (const p of probabilities) {
      const x = distributionQuantile(law, p)
      const below = cumulativeProbability(law, x)
      expect(below + upperTailProbability(law, x)).toBeCloseTo(1, 12)
      if (!discrete) expect(below).toBeCloseTo(p, 10)
      else expect([below >= p, cumulativeProbability(law, x - 1) < p]).toEqual([true, true])
    }
  })

  it.each(laws)('$kind is monotone', (law) => {
    const points = [-5, -0.5, 0, 0.1, 0.4, 0.9, 1, 1.5, 7, 20, 41, 1e6].map((x) => cumulativeProbability(law, x))
    expect(points).toEqual([...points].sort((a, b) => a - b))
    expect(points.every((p) => p >= 0 && p <= 1)).toBe(true)
  })

  it('has laws of one value', () => {
    const certain: Distribution = { kind: 'binomial', trials: 5, probability: 1 }
    expect([4, 5].map((x) => cumulativeProbability(certain, x))).toEqual([0, 1])
    expect(distributionQuantile(certain, 0.5)).toBe(5)
    expect(distributionQuantile({ kind: 'binomial', trials: 5, probability: 0 }, 1)).toBe(0)
    expect(distributionQuantile({ kind: 'poisson', mean: 0 }, 0.9)).toBe(0)
    expect(upperTailProbability({ kind: 'poisson', mean: 0 }, 0)).toBe(0)
  })

  it('takes the edge probabilities of discrete laws', () => {
    expect(distributionQuantile({ kind: 'binomial', trials: 1000, probability: 0.5 }, 1)).toBe(1000)
    expect(distributionQuantile({ kind: 'binomial', trials: 1000, probability: 0.5 }, 0)).toBe(0)
    expect(distributionQuantile({ kind: 'poisson', mean: 3 }, 0)).toBe(0)
  })

  it.each([
    ['INVALID_INPUT', 'distribution.kind', { kind: 'cauchy' }, 0.5],
    ['INVALID_NUMBER', 'distribution.standardDeviation', { kind: 'normal', standardDeviation: 0 }, 0.5],
    ['INVALID_NUMBER', 'distribution.degreesOfFreedom', { kind: 'student-t', degreesOfFreedom: -1 }, 0.5],
    ['INVALID_NUMBER', 'distribution.rate', { kind: 'gamma', shape: 1, rate: 0 }, 0.5],
    ['INVALID_NUMBER', 'distribution.beta', { kind: 'beta', alpha: 1, beta: Number.NaN }, 0.5],
    ['INVALID_NUMBER', 'distribution.mean', { kind: 'poisson', mean: -1 }, 0.5],
    ['INVALID_COUNT', 'distribution.trials', { kind: 'binomial', trials: 1.5, probability: 0.5 }, 0.5],
    ['INVALID_OPTION', 'distribution.probability', { kind: 'binomial', trials: 1, probability: 2 }, 0.5],
    ['INVALID_OPTION', 'p', { kind: 'normal' }, 0],
    ['INVALID_OPTION', 'p', { kind: 'poisson', mean: 1 }, 1],
    ['INVALID_OPTION', 'p', { kind: 'binomial', trials: 1, probability: 0.5 }, 1.1],
  ])('refuses with %s at %s', (code, path, law, p) => {
    expect(() => distributionQuantile(law as never, p)).toThrow(refusal(code, path))
  })

  it('refuses an x that is not finite', () => {
    const called = () => cumulativeProbability({ kind: 'normal' }, Number.POSITIVE_INFINITY)
    expect(called).toThrow(refusal('INVALID_NUMBER', 'x'))
  })
})
