import { detectDissatisfactionSpike } from '../../../src/signals/index.js'
import type { Table } from './createTable.js'
import { asOf, fires, rateSeries } from './makeSeries.js'

/** One period of counts against the twelve before it. */
export function spikeWorlds(table: Table): void {
  singleLooks(table)
  years(table)
}

const looks: [mean: number, ratio: number, stated: [size: number, doubled: number, half: number]][] = [
  [1, 1, [0.4, 5, 2]],
  [1, 2, [1.7, 6, 4]],
  [1, 3, [2.2, 6, 4]],
  [3, 1, [0.6, 14, 4]],
  [3, 2, [1.4, 10, 5]],
  [3, 3, [1.9, 8, 5]],
  [10, 1, [0.6, 47, 12]],
  [10, 2, [1.2, 26, 8]],
  [10, 3, [1.4, 17, 7]],
  [40, 1, [0.6, 97, 54]],
  [40, 2, [1.2, 79, 28]],
  [40, 3, [1.2, 60, 19]],
]

function singleLooks({ row }: Table): void {
  for (const [mean, ratio, stated] of looks) {
    // Small means take long: what could have been found is searched for.
    const part = mean < 10 ? 0.5 : 1
    row(
      `spike at .01: mean ${mean}, var/mean ${ratio}; stable, doubled, x 1.5`,
      stated,
      ({ counts }) => {
        const baseline = Array.from({ length: 12 }, () => counts(mean, ratio))
        return [1, 2, 1.5].map((factor) => {
          const series = rateSeries([...baseline, counts(mean * factor, ratio)])
          return fires(detectDissatisfactionSpike(series, { asOf, alpha: 0.01, minimumCount: 1 }))
        })
      },
      { part },
    )
  }
}

function years({ row }: Table): void {
  for (const [mean, ratio, stated] of [
    [3, 1, 5],
    [10, 1, 6],
    [40, 1, 6],
    [10, 2, 14],
  ] as const) {
    row(
      `spike: a year of monthly looks, mean ${mean}, var/mean ${ratio}, stable`,
      [stated],
      ({ counts }) => {
        const list = Array.from({ length: 24 }, () => counts(mean, ratio))
        const seen = Array.from({ length: 12 }, (_, look) => list.slice(0, 13 + look))
        return [seen.some((part) => fires(detectDissatisfactionSpike(rateSeries(part), { asOf })))]
      },
      { part: mean < 10 ? 0.2 : 0.5 },
    )
  }
  for (const [ratio, stated] of [
    [1, [0, 1]],
    [2, [1, 3]],
  ] as const) {
    row(`spike: baselines of mean 10, var/mean ${ratio}, with a period proposed for exclusion`, [stated], (draws) => {
      const list = Array.from({ length: 13 }, () => draws.counts(10, ratio))
      const { evidence } = detectDissatisfactionSpike(rateSeries(list), { asOf })
      const proposed = evidence?.['proposedExclude']
      return [Array.isArray(proposed) && proposed.length > 0]
    })
  }
}
