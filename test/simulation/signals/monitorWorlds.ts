import { detectSustainedDecline, type MetricSeries, type SignalResult } from '../../../src/signals/index.js'
import type { Draws } from '../draws.js'
import type { Stated, Table } from './createTable.js'
import { drawsFor, middleLook } from './looks.js'
import { asOf, fires, periods, shareSeries, valueSeries } from './makeSeries.js'

/** Periods beyond the limit in the monitored year: the baseline first, then a decline from the first look on. */
export function monitorWorlds(table: Table): void {
  values(table)
  shares(table)
}

/** Declines in standard deviations a period: found within so many looks, and the median look, Infinity for never. */
type Found = [decline: number, within: { [looks: number]: number }, median?: number]

const designs: [baseline: number, looks: number, days: number, stable: number, phi: number, found: Found[]][] = [
  [
    12,
    12,
    30,
    10,
    18,
    [
      [0.1, { 6: 14, 12: 49 }, Number.POSITIVE_INFINITY],
      [0.2, { 6: 33, 12: 94 }, 8],
      [0.34, { 6: 68, 12: 100 }, 6],
    ],
  ],
  [
    24,
    12,
    30,
    10,
    19,
    [
      [0.1, { 6: 16, 12: 59 }, 11],
      [0.2, { 6: 39, 12: 99 }, 7],
      [0.34, { 6: 77, 12: 100 }, 5],
    ],
  ],
  [
    8,
    12,
    30,
    10,
    18,
    [
      [0.1, { 6: 15, 12: 40 }, Number.POSITIVE_INFINITY],
      [0.2, { 6: 30, 12: 87 }, 9],
      [0.34, { 6: 59, 12: 100 }, 6],
    ],
  ],
  [
    26,
    52,
    7,
    10,
    26,
    [
      [0.1, { 6: 7, 12: 39 }, 14],
      [0.2, { 6: 21, 12: 95 }, 9],
      [0.34, { 6: 60, 12: 100 }, 6],
    ],
  ],
  [
    8,
    4,
    91,
    10,
    14,
    [
      [0.1, { 4: 16 }],
      [0.2, { 4: 23 }],
      [0.34, { 4: 40 }],
    ],
  ],
]

function values(table: Table): void {
  for (const [baseline, looks, days, stable, correlated, found] of designs) {
    const design = `monitor: ${baseline} then ${looks} of ${days} days`
    const options = { asOf, method: 'monitor', baselinePeriods: baseline } as const
    const starts = periods(baseline + looks, days)
      .slice(baseline)
      .map(({ start }) => start)
    const judge = (list: readonly number[]) => detectSustainedDecline(valueSeries(list, days), options)
    for (const [phi, stated] of [
      [0, stable],
      [0.3, correlated],
    ] as const) {
      table.row(`${design}, phi ${phi}, stable`, [stated], ({ noise }) => {
        const result = judge(noise(baseline + looks, phi).map((error) => 100 + 5 * error))
        return [result.status === 'unstable_baseline' ? null : alarmed(result)]
      })
    }
    for (const [decline, within, median] of found) {
      reportLooks(table, `${design}, ${decline} sigma a period`, looks, within, median, ({ noise }) => {
        const fall = (index: number) => decline * Math.max(0, index - baseline + 1)
        return firstAlarm(
          judge(noise(baseline + looks, 0).map((error, index) => 100 + 5 * (error - fall(index)))),
          starts,
        )
      })
    }
  }
  table.row('monitor: baselines of 12 months that are unstable', [4], ({ noise }) => {
    const result = detectSustainedDecline(valueSeries(noise(13, 0)), { asOf, method: 'monitor' })
    return [result.status === 'unstable_baseline']
  })
}

/** Shares found within each number of looks, and the median look, from one row of replicates. */
function reportLooks(
  table: Table,
  name: string,
  looks: number,
  within: { [looks: number]: number },
  median: number | undefined,
  first: (draws: Draws) => number | null,
): void {
  if (!table.wants(name)) return
  const draws = drawsFor(name)
  const firsts: number[] = []
  for (let replicate = 0; replicate < table.replicates; replicate += 1) {
    const look = first(draws)
    if (look !== null) firsts.push(look)
  }
  const limits = Object.keys(within).map(Number)
  const found = limits.map((limit) => (100 * firsts.filter((look) => look <= limit).length) / firsts.length)
  table.shares(`${name}, found within ${limits.join(', ')}`, Object.values(within), found, firsts.length)
  if (median === undefined) return
  // "Never" is the look after the last one.
  table.figures(`${name}, median look`, [Math.min(median, looks + 1)], [middleLook(firsts, looks)], 1)
}

/** Whether an alarm stands or came and was cleared. */
function alarmed(result: SignalResult): boolean {
  return fires(result) || result.cautions.includes('alarm_cleared')
}

/** The first look beyond the limit, from 1; Infinity when there is none, null when the baseline is unstable. */
function firstAlarm(result: SignalResult, starts: readonly string[]): number | null {
  if (result.status === 'unstable_baseline') return null
  if (!alarmed(result)) return Number.POSITIVE_INFINITY
  // While an improvement is reported, the days of the alarm that it followed are not.
  if (result.findings.some(({ severity }) => severity === 'info')) return starts.length
  const beyond = result.evidence?.['alarmPeriods']
  const first = Array.isArray(beyond) ? (beyond[0] ?? '') : ''
  return starts.indexOf(first) + 1
}

const shareDesigns: [name: string, share: number, from: number, to: number, stable: number, found: number][] = [
  ['.85 of 120-280', 0.85, 120, 280, 11, 100],
  ['.85 of 20-380', 0.85, 20, 380, 11, 100],
  ['.95 of 120-280', 0.95, 120, 280, 12, 100],
  ['.05 of 120-280', 0.05, 120, 280, 13, 92],
  ['.85 of 15-39', 0.85, 15, 39, 14, 62],
]

function shares({ row }: Table): void {
  for (const [name, share, from, to, stable, found] of shareDesigns) {
    row(`monitor of shares: ${name}, 12 then 12 months; stable, 1 % (5 %) worse a month`, [stable, found], (draws) =>
      [0, 1].map((worse) => {
        const better = share < 0.5 ? 'down' : 'up'
        const change = (better === 'down' ? 1.05 : 0.99) ** worse
        return verdictOf(shareSeries(cellsOf(draws, share, change, from, to), better))
      }),
    )
  }
  row('monitor of raw shares, as if they were values: .85 of 20-380, stable', [14] as Stated[], (draws) => {
    const cells = cellsOf(draws, 0.85, 1, 20, 380)
    return [verdictOf(valueSeries(cells.map(({ successes, trials }) => successes / trials)))]
  })
}

function cellsOf({ uniform, binomial }: Draws, share: number, change: number, from: number, to: number) {
  return Array.from({ length: 24 }, (_, index) => {
    const trials = from + Math.floor(uniform() * (to - from + 1))
    return { successes: binomial(trials, share * change ** Math.max(0, index - 11)), trials }
  })
}

function verdictOf(series: MetricSeries): boolean | null {
  const result = detectSustainedDecline(series, { asOf, method: 'monitor' })
  const judged = result.status !== 'unstable_baseline' && result.status !== 'not_enough_data'
  return judged ? alarmed(result) : null
}
