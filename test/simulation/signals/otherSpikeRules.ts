import { poissonRateRatio } from '../../../src/statistics/poissonRateRatio.js'
import type { Table } from './createTable.js'
import { drawsFor, quantileOf } from './looks.js'

/** How high the last count stands above twelve before it; `usual` is the limit that people use. */
interface Rule {
  usual: number
  score: (baseline: readonly number[], current: number) => number
}

type Figures = [wrong: [number, number, number, number, number], doubled: [number, number, number] | null]

const rules: [name: string, rule: Rule, figures: Figures][] = [
  [
    'u chart 3 sigma',
    { usual: 3, score: uChart },
    [
      [0.5, 3.9, 9.6, 1.0, 1.9],
      [61, 29, 69],
    ],
  ],
  [
    "Laney u' 3 sigma",
    { usual: 3, score: laney(0) },
    [
      [1.3, 2.2, 2.8, 1.9, 2.9],
      [49, 22, 56],
    ],
  ],
  [
    'Laney, sigma floored at 1',
    { usual: 3, score: laney(1) },
    [
      [0.3, 1.7, 2.8, 0.8, 1.6],
      [59, 24, 57],
    ],
  ],
  [
    'XmR 3 sigma',
    { usual: 3, score: movingRange },
    [
      [1.4, 2.3, 3.0, 2.0, 3.1],
      [45, 20, 51],
    ],
  ],
  [
    'median/MAD 3',
    { usual: 3, score: medianDeviation },
    [
      [3.0, 4.0, 5.6, 3.6, 10.7],
      [36, 16, 43],
    ],
  ],
  [
    'exact ratio, p < .00135',
    { usual: -0.00135, score: exactRatio },
    [
      [0.1, 1.5, 5.8, 0, 0.1],
      [61, 30, 69],
    ],
  ],
  ['over 1.5 x mean', { usual: 1.5, score: overMean }, [[8.4, 15.8, 20.8, 20.6, 29.1], null]],
  ['doubled since the last', { usual: 2 - 1e-9, score: overLast }, [[8.0, 16.0, 24.3, 22.6, 29.7], null]],
]

/** Rules that the spike detector does not use: false alarms of one look, then doublings found at 1 % of them. */
export function otherSpikeRules(table: Table): void {
  for (const [name, { usual, score }, [wrong, doubled]] of rules) {
    const world = `other spikes: ${name}`
    if (!table.wants(world)) continue
    const { counts } = drawsFor(world)
    const tries = 3 * table.replicates
    const play = (mean: number, ratio: number, factor: number) =>
      Array.from({ length: tries }, () =>
        score(
          Array.from({ length: 12 }, () => counts(mean, ratio)),
          counts(mean * factor, ratio),
        ),
      )
    const over = (scores: readonly number[], limit: number) =>
      (100 * scores.filter((value) => value > limit).length) / scores.length
    const found = (
      [
        [10, 1],
        [10, 2],
        [10, 4],
        [3, 1],
        [1, 1],
      ] as const
    ).map(([mean, ratio]) => over(play(mean, ratio, 1), usual))
    table.shares(`${world}; mean 10 (var/mean 1, 2, 4), mean 3, mean 1, stable`, wrong, found, tries)
    if (doubled === null) continue
    const powers = (
      [
        [10, 1],
        [10, 2],
        [40, 3],
      ] as const
    ).map(([mean, ratio]) => over(play(mean, ratio, 2), quantileOf(play(mean, ratio, 1), 0.99)))
    // The limit is itself found by chance: a tenth of the replicates counts.
    table.shares(`${world}; mean 10 (var/mean 1, 2), mean 40 (3), doubled`, doubled, powers, tries / 10)
  }
}

function meanOf(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0) / list.length
}

function middleOf(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  return ((sorted[5] ?? 0) + (sorted[6] ?? 0)) / 2
}

function rangeOf(list: readonly number[]): number {
  return meanOf(list.slice(1).map((value, index) => Math.abs(value - (list[index] ?? 0)))) / 1.128
}

/** What lies no further above nothing than nothing is no spike. */
function ratioOf(distance: number, spread: number): number {
  if (spread > 0) return distance / spread
  return distance > 0 ? Number.POSITIVE_INFINITY : 0
}

function uChart(baseline: readonly number[], current: number): number {
  const mean = meanOf(baseline)
  return ratioOf(current - mean, Math.sqrt(mean))
}

function laney(floor: number): Rule['score'] {
  return (baseline, current) => {
    const mean = meanOf(baseline)
    if (mean === 0) return current > 0 ? Number.POSITIVE_INFINITY : 0
    const scores = baseline.map((count) => (count - mean) / Math.sqrt(mean))
    return ratioOf((current - mean) / Math.sqrt(mean), Math.max(floor, rangeOf(scores)))
  }
}

function movingRange(baseline: readonly number[], current: number): number {
  return ratioOf(current - meanOf(baseline), rangeOf(baseline))
}

function medianDeviation(baseline: readonly number[], current: number): number {
  const middle = middleOf(baseline)
  const deviation = 1.4826 * middleOf(baseline.map((count) => Math.abs(count - middle)))
  return ratioOf(current - middle, deviation)
}

function exactRatio(baseline: readonly number[], current: number): number {
  const before = { count: baseline.reduce((total, count) => total + count, 0), exposure: 12 }
  return -poissonRateRatio({ first: { count: current, exposure: 1 }, second: before }).midPGreater
}

function overMean(baseline: readonly number[], current: number): number {
  return ratioOf(current, meanOf(baseline))
}

function overLast(baseline: readonly number[], current: number): number {
  return ratioOf(current, baseline.at(-1) ?? 0)
}
