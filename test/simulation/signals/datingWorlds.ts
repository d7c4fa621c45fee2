import { autocorrelatedMannKendallTest } from '../../../src/statistics/autocorrelatedMannKendallTest.js'
import { changePoints } from '../../../src/statistics/changePoints.js'
import { cochranArmitageTest } from '../../../src/statistics/cochranArmitageTest.js'
import { detectableDifference } from '../../../src/statistics/detectableDifference.js'
import { detectableRateRatio } from '../../../src/statistics/detectableRateRatio.js'
import { detectableSlope } from '../../../src/statistics/detectableSlope.js'
import { fisherExactTest } from '../../../src/statistics/fisherExactTest.js'
import { rateSpikeTest } from '../../../src/statistics/rateSpikeTest.js'
import { trendOnset } from '../../../src/statistics/trendOnset.js'
import type { Table } from './createTable.js'
import { drawsFor } from './looks.js'

/** Since when, and what could have been seen. */
export function datingWorlds(table: Table): void {
  onsets(table)
  steps(table)
  detectable(table)
}

function onsets({ row }: Table): void {
  for (const [n, ago, stated] of [
    [12, 6, [48, 60, 79]],
    [24, 8, [43, 64, 88]],
    [24, 12, [49, 74, 94]],
    [52, 12, [54, 78, 97]],
  ] as const) {
    row(`dating: ${n} periods, decline began ${ago} ago, .2, .34, .6 sigma; within two`, stated, ({ noise }) =>
      [0.2, 0.34, 0.6].map((decline) => {
        const list = noise(n, 0).map((error, index) => error - decline * Math.max(0, index - (n - ago) + 1))
        const { index } = trendOnset(list, { direction: 'down' })
        return index !== null && Math.abs(index - (n - ago)) <= 2
      }),
    )
  }
}

function steps(table: Table): void {
  for (const [n, stable, located] of [
    [12, 9, 66],
    [26, 5, 86],
    [52, 2, 91],
  ] as const) {
    table.row(
      `change points: ${n} periods; any in a stable one, a step of 2 sigma within two`,
      [stable, located],
      (draws) => {
        const calm = changePoints(draws.noise(n, 0)).changepoints.length > 0
        const middle = Math.floor(n / 2)
        const jump = draws.noise(n, 0).map((error, index) => error + (index >= middle ? 2 : 0))
        const { changepoints } = changePoints(jump)
        return [calm, changepoints.some((index) => Math.abs(index - middle) <= 2)]
      },
    )
  }
  const name = 'change points: 26 periods of a straight decline of .2 sigma, steps of ten series'
  if (!table.wants(name)) return
  const draws = drawsFor(name)
  let cuts = 0
  for (let replicate = 0; replicate < table.replicates; replicate += 1) {
    cuts += changePoints(draws.noise(26, 0).map((error, index) => error - 0.2 * index)).changepoints.length
  }
  table.figures(name, [16], [(10 * cuts) / table.replicates], 2)
}

/** The effect that is said to be found in 80 % of cases. */
function detectable({ row }: Table): void {
  for (const n of [12, 26]) {
    row(`detectable slope of values: ${n} periods; .05`, [[75, 83]], ({ noise }) => {
      const slope = detectableSlope({ periods: n, sigma: 1 }) ?? 0
      const { p, z } = autocorrelatedMannKendallTest(noise(n, 0).map((error, index) => error - slope * index))
      return [p < 0.05 && z < 0]
    })
  }
  for (const n of [8, 12, 26]) {
    row(`detectable slope of shares: ${n} periods of 200 at .85; .05`, [[75, 83]], ({ binomial }) => {
      const sigma = Math.sqrt((0.85 * 0.15) / 200)
      const slope = detectableSlope({ periods: n, sigma }, { kind: 'counts' }) ?? 0
      const shareOf = (index: number) => 0.85 - slope * (index - (n - 1) / 2)
      const cells = Array.from({ length: n }, (_, index) => ({ successes: binomial(200, shareOf(index)), trials: 200 }))
      const { pAdjusted, z } = cochranArmitageTest(cells)
      return [pAdjusted < 0.05 && z < 0]
    })
  }
  for (const [before, trials] of [
    [300, 100],
    [1000, 300],
  ] as const) {
    row(`detectable difference: .45 of ${before}, ${trials} now, monthly level`, [[75, 83]], ({ binomial }) => {
      const alpha = 0.00874161095
      const design = { baseline: 0.45, baselineTrials: before, currentTrials: trials }
      const fall = detectableDifference(design, { alpha }) ?? 0
      const first = { successes: binomial(trials, 0.45 - fall), trials }
      const { midPLess } = fisherExactTest({ first, second: { successes: binomial(before, 0.45), trials: before } })
      return [midPLess < alpha]
    })
  }
  row('detectable ratio of rates: twelve months of mean 10, as dispersed as chance; .01', [[75, 83]], ({ poisson }) => {
    const baseline = Array.from({ length: 12 }, () => ({ count: 10, exposure: 200 }))
    const { mean = 0 } = detectableRateRatio({ baseline, exposure: 200 }, { alpha: 0.01 }) ?? {}
    const { pAdjusted } = rateSpikeTest({ baseline, current: { count: poisson(mean), exposure: 200 } })
    return [(pAdjusted ?? 1) < 0.01]
  })
}
