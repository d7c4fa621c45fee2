import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adjustPValues,
  autocorrelatedMannKendallTest,
  changePoints,
  clopperPearsonInterval,
  cumulativeIncidence,
  exponentialAverageChart,
  fisherExactTest,
  individualsChart,
  kaplanMeier,
  logRankTest,
  mannKendallTest,
  meanInterval,
  medianInterval,
  newcombeInterval,
  type Observation,
  poissonInterval,
  poissonRateRatio,
  poissonTrendTest,
  proportionChart,
  quantile,
  rateSpikeTest,
  ratioInterval,
  sensSlope,
  shrunkenRates,
  twoProportionTest,
  wilsonInterval,
} from '../../src/statistics/index.js'
import { jeffreysInterval } from '../../src/statistics/jeffreysInterval.js'

const settings = { seed: 20240117, numRuns: 60 }
const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, law), settings)

const proportions = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([a, b]) => ({ successes: Math.min(a, b), trials: b }))
const pairs = fc.record({ first: proportions, second: proportions })
const rates = fc.record({ count: fc.nat(40), exposure: fc.integer({ min: 1, max: 400 }) })
const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 3, maxLength: 20 })
const series = fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { freq: 4 }), { minLength: 3, maxLength: 20 })
const observations: fc.Arbitrary<Observation[]> = fc.array(
  fc.record({ time: fc.integer({ min: 1, max: 9 }), event: fc.boolean() }),
  { minLength: 1, maxLength: 20 },
)
const close = (a: number, b: number, digits = 9): void => expect(a).toBeCloseTo(b, digits)

/** Every number of a result is finite and none is -0: JSON would change it. */
function isPlain(result: unknown): void {
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
}

describe('intervals of a proportion', () => {
  it.each([wilsonInterval, clopperPearsonInterval, jeffreysInterval])('%o', (interval) => {
    check(proportions, (sample) => {
      const { estimate, lower, upper } = interval(sample) as { estimate: number; lower: number; upper: number }
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(lower).toBeLessThanOrEqual(estimate)
      expect(upper).toBeGreaterThanOrEqual(estimate)
      expect(upper).toBeLessThanOrEqual(1)
      const wide = interval(sample, { level: 0.99 })
      expect(wide.lower as number).toBeLessThanOrEqual(lower)
      expect(wide.upper as number).toBeGreaterThanOrEqual(upper)
      const mirrored = interval({ successes: sample.trials - sample.successes, trials: sample.trials })
      close(1 - (mirrored.upper as number), lower)
      isPlain(interval(sample))
    })
  })
})

describe('intervals', () => {
  it('of a rate hold the rate and widen', () => {
    check(rates, (rate) => {
      const { rate: estimate, lower, upper } = poissonInterval(rate) as { rate: number; lower: number; upper: number }
      expect(lower <= estimate && estimate <= upper).toBe(true)
      expect(poissonInterval(rate, { level: 0.99 }).upper as number).toBeGreaterThanOrEqual(upper)
    })
  })

  it('of a difference turn with the samples', () => {
    check(pairs, ({ first, second }) => {
      const there = newcombeInterval({ first, second })
      const back = newcombeInterval({ first: second, second: first })
      close(back.lower as number, -(there.upper as number))
      close(back.difference as number, -(there.difference as number))
      isPlain(there)
    })
  })

  it('of means, ratios and medians hold their estimate, in any order', () => {
    check(values, (list) => {
      const turned = Object.freeze([...list].reverse())
      const rows = list.map((numerator) => ({ numerator, denominator: 2 }))
      for (const [result, other] of [
        [meanInterval(list), meanInterval(turned)],
        [medianInterval(list, { level: 0.5 }), medianInterval(turned, { level: 0.5 })],
        [ratioInterval(rows), ratioInterval([...rows].reverse())],
      ] as const) {
        expect(result).toEqual(other)
        expect(result.lower as number).toBeLessThanOrEqual(result.estimate as number)
        expect(result.upper as number).toBeGreaterThanOrEqual(result.estimate as number)
        isPlain(result)
      }
    })
  })
})

describe('exact tests', () => {
  const complement = (test: { pLess: number; pGreater: number; midPLess: number; midPGreater: number }): void => {
    close(test.midPLess + test.midPGreater, 1)
    expect(test.pLess + test.pGreater).toBeGreaterThanOrEqual(1 - 1e-9)
    for (const p of Object.values(test)) if (typeof p === 'number') expect(p).toBeGreaterThanOrEqual(0)
  }

  it('of two proportions are complementary and turn with the samples', () => {
    check(pairs, ({ first, second }) => {
      const there = fisherExactTest({ first, second })
      const back = fisherExactTest({ first: second, second: first })
      complement(there)
      close(there.pLess, back.pGreater)
      close(there.midPTwoSided, back.midPTwoSided)
      close(there.pTwoSidedMinlike, back.pTwoSidedMinlike)
      expect(there.pTwoSidedMinlike).toBeLessThanOrEqual(1)
      isPlain(there)
    })
  })

  it('of two rates are complementary and turn with the samples', () => {
    check(fc.record({ first: rates, second: rates }), ({ first, second }) => {
      const there = poissonRateRatio({ first, second })
      complement(there)
      close(there.midPLess, poissonRateRatio({ first: second, second: first }).midPGreater)
      isPlain(there)
    })
  })

  it('of two proportions by z turn with the samples', () => {
    check(pairs, ({ first, second }) => {
      const there = twoProportionTest({ first, second })
      close((there.pLess as number) + (there.pGreater as number), 1)
      close(there.z as number, -(twoProportionTest({ first: second, second: first }).z as number))
      isPlain(there)
    })
  })
})

describe('adjusted p-values', () => {
  const lists = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

  it('are never below the raw ones, keep their order, and Holm is the stricter', () => {
    check(lists, (list) => {
      const fdr = adjustPValues(list).adjusted
      const holm = adjustPValues(list, { method: 'holm' }).adjusted
      list.forEach((p, index) => {
        expect(fdr[index] as number).toBeGreaterThanOrEqual(p - 1e-15)
        expect(holm[index] as number).toBeGreaterThanOrEqual((fdr[index] as number) - 1e-12)
        list.forEach((other, place) => {
          if (p <= other) expect(fdr[index] as number).toBeLessThanOrEqual(fdr[place] as number)
        })
      })
      const more = adjustPValues([...list, 1]).adjusted
      fdr.forEach((p, index) => {
        expect(more[index] as number).toBeGreaterThanOrEqual(p - 1e-15)
      })
    })
  })
})

describe('trends', () => {
  it('turn with time and do not depend on the scale or on missing ends', () => {
    check(series, (list) => {
      const test = mannKendallTest(list)
      expect(mannKendallTest([...list].reverse()).s + test.s).toBe(0)
      const cubes = list.map((value) => (value === null ? null : value ** 3))
      expect(mannKendallTest(cubes)).toEqual(test)
      expect(mannKendallTest([null, null, ...list, null])).toEqual(test)
      const longer = autocorrelatedMannKendallTest([null, ...list, null, null])
      const plain = autocorrelatedMannKendallTest(list)
      close(longer.p, plain.p)
      expect(plain.correction).toBeGreaterThanOrEqual(1)
      isPlain([test, plain, sensSlope(list)])
    })
  })

  it('of rates do not depend on the unit of exposure', () => {
    check(fc.array(rates, { minLength: 2, maxLength: 10 }), (list) => {
      const days = list.map(({ count, exposure }) => ({ count, exposure: exposure / 8 }))
      close(poissonTrendTest(days).p, poissonTrendTest(list).p)
      isPlain(poissonTrendTest(list))
    })
  })
})

describe('charts', () => {
  it('of the exponential average are plain and keep missing periods', () => {
    check(series, (list) => {
      const chart = exponentialAverageChart(list, { center: 0, sigma: 2 })
      expect(chart.path.map((value) => value === null)).toEqual(list.map((value) => value === null))
      isPlain([chart, individualsChart(list), individualsChart(list, { screen: true })])
    })
  })

  it('of proportions have limits in 0..1 about the center', () => {
    check(fc.array(proportions, { minLength: 1, maxLength: 12 }), (list) => {
      const { center, lower, upper } = proportionChart(list)
      list.forEach((_, index) => {
        expect(lower[index] as number).toBeGreaterThanOrEqual(0)
        expect(lower[index] as number).toBeLessThanOrEqual((center as number) + 1e-15)
        expect(upper[index] as number).toBeLessThanOrEqual(1)
      })
      isPlain(proportionChart(list, { spread: 'laney' }))
    })
  })
})

describe('changePoints', () => {
  it('costs no more than no change, and a larger penalty means no more changes', () => {
    check(values, (list) => {
      const cut = changePoints(list, { sigma: 3 })
      const whole = changePoints(list, { sigma: 3, minimumSegment: list.length })
      expect(cut.cost).toBeLessThanOrEqual(whole.cost + 1e-9)
      const strict = changePoints(list, { sigma: 3, penalty: 30 })
      expect(strict.changepoints.length).toBeLessThanOrEqual(cut.changepoints.length)
      isPlain(changePoints(list))
    })
  })

  it('is as cheap as the best of all segmentations', () => {
    check(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }), (list) => {
      const { cost } = changePoints(list, { sigma: 1, penalty: 4, minimumSegment: 2 })
      close(cost, cheapestOf(list, 4, 2))
    })
  })
})

/** Tries every segmentation. */
function cheapestOf(list: readonly number[], penalty: number, shortest: number): number {
  const squares = (part: readonly number[]): number => {
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length
    return part.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  }
  let best = squares(list)
  for (let cut = shortest; cut <= list.length - shortest; cut++) {
    best = Math.min(best, squares(list.slice(0, cut)) + penalty + cheapestOf(list.slice(cut), penalty, shortest))
  }
  return best
}

describe('segments', () => {
  it('are drawn towards the rate of all, in any order', () => {
    check(fc.array(proportions, { minLength: 1, maxLength: 10 }), (list) => {
      const result = shrunkenRates(Object.freeze(list))
      const overall = result.overall as number
      list.forEach(({ successes, trials }, index) => {
        const mean = result.means[index] as number
        const raw = successes / trials
        expect(Math.abs(mean - overall)).toBeLessThanOrEqual(Math.abs(raw - overall) + 1e-12)
      })
      expect(shrunkenRates([...list].reverse()).rho).toBe(result.rho)
      isPlain(result)
    })
  })
})

describe('survival', () => {
  it('is the share still going when nothing is censored', () => {
    check(observations, (list) => {
      const ended = list.map(({ time }) => ({ time, event: true }))
      for (const { time, survival } of kaplanMeier(ended).steps) {
        close(survival, ended.filter((item) => item.time > time).length / ended.length)
      }
    })
  })

  it('does not change when everyone counts twice, nor with the order', () => {
    check(observations, (list) => {
      const curve = kaplanMeier(list, { horizon: 7 })
      const twice = kaplanMeier([...list, ...list]).steps.map(({ survival }) => survival)
      curve.steps.forEach(({ survival }, index) => {
        close(twice[index] as number, survival)
      })
      expect(kaplanMeier([...list].reverse(), { horizon: 7 })).toEqual(curve)
      isPlain(curve)
    })
  })

  it('and the incidences of all outcomes add up to 1', () => {
    const outcomes = fc.array(
      fc.record({
        time: fc.integer({ min: 1, max: 9 }),
        outcome: fc.option(fc.constantFrom('won', 'lost')),
      }),
      { minLength: 1, maxLength: 20 },
    )
    check(outcomes, (list) => {
      const won = cumulativeIncidence(list, { event: 'won' }).steps
      const lost = cumulativeIncidence(list, { event: 'lost' }).steps
      const { steps } = kaplanMeier(list.map(({ time, outcome }) => ({ time, event: outcome !== null })))
      steps.forEach(({ survival }, index) => {
        close((won[index]?.incidence ?? 0) + (lost[index]?.incidence ?? 0), 1 - survival)
      })
    })
  })

  it('compares groups without regard to their order', () => {
    check(fc.array(observations, { minLength: 2, maxLength: 4 }), (groups) => {
      const test = logRankTest(groups)
      const turned = logRankTest([...groups].reverse())
      close(turned.statistic, test.statistic, 7)
      expect(turned.df).toBe(test.df)
      const [observed, expected] = [test.observed, test.expected].map((list) => list.reduce((a, b) => a + b, 0))
      close(observed as number, expected as number)
      isPlain(test)
    })
  })
})

describe('spikes', () => {
  it('are less likely the more there is, and plain', () => {
    const baselines = fc.array(rates, { minLength: 1, maxLength: 8 })
    check(fc.record({ baseline: baselines, current: rates }), ({ baseline, current }) => {
      const spike = rateSpikeTest({ baseline, current })
      const more = rateSpikeTest({ baseline, current: { ...current, count: current.count + 1 } })
      expect(more.pAdjusted as number).toBeLessThanOrEqual((spike.pAdjusted as number) + 1e-12)
      isPlain(spike)
    })
  })
})

describe('quantiles', () => {
  it('rise with the probability and stay within the values', () => {
    check(values, (list) => {
      const { quantiles } = quantile(list, { probabilities: [0, 0.1, 0.5, 0.9, 1] })
      expect(quantiles).toEqual([...(quantiles as number[])].sort((a, b) => a - b))
      expect([quantiles[0], quantiles[4]].map((value) => (value as number) + 0)).toEqual([
        Math.min(...list) + 0,
        Math.max(...list) + 0,
      ])
    })
  })
})
