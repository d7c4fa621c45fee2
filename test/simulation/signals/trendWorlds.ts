import { detectSustainedDecline, type SignalResult } from '../../../src/signals/index.js'
import { mannKendallTest } from '../../../src/statistics/mannKendallTest.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { asOf, fires, rateSeries, shareSeries, valueSeries } from './makeSeries.js'

/** One look at a whole series: values of mean 100 and standard deviation 5, shares, rates, seasons. */
export function trendWorlds(table: Table): void {
  values(table)
  shares(table)
  rates(table)
  seasons(table)
  sines(table)
}

const looks: [n: number, phi: number, decline: number, stated: number, days?: number][] = [
  [6, 0, 0, 0.9],
  [7, 0, 0, 1.5],
  [8, 0, 0, 1.0],
  [12, 0, 0, 1.3],
  [18, 0, 0, 1.6],
  [26, 0, 0, 1.7],
  [8, 0.3, 0, 2.4],
  [12, 0.3, 0, 3.0],
  [26, 0.3, 0, 3.0],
  [8, 0.6, 0, 4.4],
  [12, 0.6, 0, 5.3],
  [26, 0.6, 0, 4.5],
  [26, 0, 0, 0.9, 7],
  [52, 0, 0, 0.8, 7],
  [8, 0, 0.2, 8.7],
  [12, 0, 0.2, 38.6],
  [18, 0, 0.2, 91],
  [26, 0, 0.2, 100],
  [12, 0, 0.1, 11.5],
  [18, 0, 0.1, 40],
  [26, 0, 0.1, 89],
  [12, 0.3, 0.2, 33],
  [26, 0.3, 0.2, 98],
]

function values({ row }: Table): void {
  for (const [n, phi, decline, stated, days = 30] of looks) {
    row(`trend of values: ${n} of ${days} days, phi ${phi}, decline ${decline} sigma`, [stated], ({ noise }) => {
      const list = noise(n, phi).map((error, index) => 100 + 5 * (error - decline * index))
      return [fires(detectSustainedDecline(valueSeries(list, days), { asOf }))]
    })
  }
  row('trend of values: all data to date, twelve monthly looks, stable', [7], ({ noise }) => {
    const list = noise(24, 0).map((error) => 100 + 5 * error)
    const seen = Array.from({ length: 12 }, (_, look) => list.slice(0, 13 + look))
    return [seen.some((part) => fires(detectSustainedDecline(valueSeries(part), { asOf })))]
  })
}

// Shares of .85 among 120 to 280.
const shareLooks: [n: number, sd: number, phi: number, stable: [number, number], falling: [number, number]][] = [
  [6, 0, 0, [1.3, 0.2], [16, 3]],
  [8, 0, 0, [1.4, 0.4], [37, 16]],
  [12, 0, 0, [1.7, 0.8], [87, 62]],
  [26, 0, 0, [2.0, 1.3], [100, 100]],
  [12, 0.15, 0.4, [4.3, 1.7], [67, 40]],
  [12, 0.3, 0.7, [12, 5], [51, 26]],
  [26, 0.3, 0.7, [15, 6], [93, 69]],
]

function shares({ row }: Table): void {
  for (const [n, sd, phi, stable, falling] of shareLooks) {
    for (const [fall, stated] of [
      [0, stable],
      [0.01, falling],
    ] as const) {
      row(`trend of shares: ${n} months, logit sd ${sd}, phi ${phi}, ${100 * fall} % a month`, stated, (draws) => {
        const cells = draws.noise(n, phi).map((error, index) => {
          const base = 0.85 * (1 - fall) ** index
          const share = 1 / (1 + ((1 - base) / base) * Math.exp(-sd * error))
          const trials = 120 + Math.floor(draws.uniform() * 161)
          return { successes: draws.binomial(trials, share), trials }
        })
        const result = detectSustainedDecline(shareSeries(cells), { asOf })
        return [fires(result), fires(result) && result.evidence?.['corroborated'] === true]
      })
    }
  }
}

function rates({ row }: Table): void {
  for (const [ratio, stable, found] of [
    [1, 1.7, 44],
    [2, 2.3, 27],
  ] as const) {
    row(`trend of rates: 12 months of mean 10, var/mean ${ratio}, stable and +5 %`, [stable, found], ({ counts }) =>
      [0, 0.05].map((rise) => {
        const list = Array.from({ length: 12 }, (_, index) => counts(10 * (1 + rise) ** index, ratio))
        return fires(detectSustainedDecline(rateSeries(list), { asOf }))
      }),
    )
  }
}

/** A signal, or the improvement that is as much. */
function eitherWay(result: SignalResult): boolean {
  return result.findings.length > 0
}

/** Months with a yearly swing of so many standard deviations that begins anywhere. */
function swinging({ noise, uniform }: Draws, n: number, amplitude: number, decline = 0): number[] {
  const phase = 2 * Math.PI * uniform()
  return noise(n, 0).map((error, index) => {
    const swing = amplitude * Math.sin((2 * Math.PI * index) / 12 + phase)
    return 100 + 5 * (error + swing - decline * index)
  })
}

function seasons({ row }: Table): void {
  for (const [n, stable, both, found] of [
    [24, 2.0, 4, 56],
    [36, 1.2, 2, 99],
    [48, 2.0, 4, 100],
  ] as const) {
    row(`season declared: ${n} months, stable, both directions, -.1 sigma`, [stable, both, found], (draws) => {
      const judge = (decline: number) =>
        detectSustainedDecline(valueSeries(swinging(draws, n, 1, decline), 30, 12), { asOf })
      const [steady, falling] = [judge(0), judge(0.1)]
      return [fires(steady), eitherWay(steady), fires(falling)]
    })
  }
}

/** Why a raw test is not used where there is a season: plain Mann-Kendall at .05. */
function sines({ row }: Table): void {
  for (const [n, amplitude, both, found] of [
    [12, 1, 14, 21],
    [12, 2, 26, 23],
    [24, 0, 4, 86],
    [24, 1, 7, 66],
    [36, 1, 6, 100],
  ] as const) {
    row(`season of ${amplitude} sigma ignored: ${n} months, both directions, -.1 sigma`, [both, found], (draws) => {
      const judge = (decline: number) => mannKendallTest(swinging(draws, n, amplitude, decline))
      const falling = judge(0.1)
      return [judge(0).p < 0.05, falling.p < 0.05 && falling.z < 0]
    })
  }
  // Above the level of .05, as the medians have used up what the years have in common.
  for (const [n, stated] of [
    [24, 18],
    [36, 34],
    [48, 11],
  ] as const) {
    row(`medians of the months taken off, then a test: ${n} months, both directions`, [stated], (draws) => {
      const list = swinging(draws, n, 1)
      const rest = list.map((value, index) => value - median(list.filter((_, at) => at % 12 === index % 12)))
      return [mannKendallTest(rest).p < 0.05]
    })
  }
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
