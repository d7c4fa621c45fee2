import { detectCloseRateFall } from '../../../src/signals/index.js'
import { poissonRateRatio } from '../../../src/statistics/poissonRateRatio.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { asOf } from './makeSeries.js'

/** Close rates, with the volume that they hold at. */
export function salesWorlds(table: Table): void {
  closing(table)
  closingYears(table)
  volumes(table)
}

type Trio = [fires: number, slowdown: number, unknown: number]

// 200 and 40 leads a month, each at .05 and at the monthly level.
const truths: [truth: number, volume: number, busy: [Trio, Trio], small: [Trio, Trio]][] = [
  [
    0.2,
    1,
    [
      [5, 0, 0],
      [0.8, 0, 0],
    ],
    [
      [3, 0, 2],
      [0.6, 0, 0.3],
    ],
  ],
  [
    0.15,
    1,
    [
      [82, 0, 0],
      [59, 0, 0],
    ],
    [
      [18, 2, 10],
      [6, 0.6, 3],
    ],
  ],
  [
    0.17,
    1,
    [
      [46, 0, 0],
      [21, 0, 0],
    ],
    [
      [10, 0.6, 5],
      [3, 0, 1],
    ],
  ],
  [
    0.15,
    0.9,
    [
      [59, 11, 11],
      [41, 7, 8],
    ],
    [
      [8, 6, 15],
      [3, 2, 5],
    ],
  ],
  [
    0.15,
    0.8,
    [
      [4, 68, 6],
      [3, 44, 4],
    ],
    [
      [2, 16, 11],
      [0.4, 5, 3],
    ],
  ],
  [
    0.15,
    0.7,
    [
      [0, 74, 0],
      [0, 47, 0],
    ],
    [
      [0, 23, 2],
      [0, 7, 1],
    ],
  ],
]

function deals({ poisson, binomial }: Draws, leads: readonly number[], shares: readonly number[]) {
  return leads.map((mean, index) => {
    const all = poisson(mean)
    const won = binomial(all, shares[index] ?? 0)
    return { period: `${index}`, won, lost: all - won, volume: all }
  })
}

/** Months before and recent ones, of a truth that changes with the recent ones. */
function monthsOf(before: number, recent: number, leads: number, volume: number, truth: number) {
  const list = Array.from({ length: before + recent }, (_, index) => index >= before)
  return {
    leads: list.map((late) => (late ? leads * volume : leads)),
    shares: list.map((late) => (late ? truth : 0.2)),
  }
}

const windows = { recentPeriods: 3, baseline: [1, 2, 3, 4, 5, 6] }

function closing({ row }: Table): void {
  for (const [truth, volume, busy, small] of truths) {
    for (const [leads, figures] of [
      [200, busy],
      [40, small],
    ] as const) {
      for (const [level, stated] of figures.entries()) {
        const alpha = level === 0 ? 0.05 : undefined
        row(
          `close rate: .2 to ${truth}, volume ${volume} of ${leads}, level ${alpha ?? 'monthly'}`,
          stated,
          (draws) => {
            const months = monthsOf(6, 3, leads, volume, truth)
            const { state } = detectCloseRateFall(deals(draws, months.leads, months.shares), {
              asOf,
              ...windows,
              alpha,
            })
            return [state === 'fires', state === 'slowdown', state === 'cannot_tell']
          },
        )
      }
    }
  }
  row('close rate: .2 to 0.15, volume +30 % of 200, level .05, dilution', [87], (draws) => {
    const months = monthsOf(6, 3, 200, 1.3, 0.15)
    const { state } = detectCloseRateFall(deals(draws, months.leads, months.shares), { asOf, ...windows, alpha: 0.05 })
    return [state === 'dilution']
  })
  row('close rate: .2 to 0.15 of 200, one month against three; monthly, .05', [17, 39], (draws) => {
    const months = monthsOf(3, 1, 200, 1, 0.15)
    const list = deals(draws, months.leads, months.shares)
    return [undefined, 0.05].map((alpha) => detectCloseRateFall(list, { asOf, alpha }).state === 'fires')
  })
  row('close rate: .2 to 0.15, volume 0.8 of 200, rule of the ratio, .05, fires', [11], (draws) => {
    const months = monthsOf(6, 3, 200, 0.8, 0.15)
    const options = { asOf, ...windows, alpha: 0.05, volumeRule: 'ratio' } as const
    return [detectCloseRateFall(deals(draws, months.leads, months.shares), options).state === 'fires']
  })
}

function closingYears({ row }: Table): void {
  for (const [level, alpha, stated] of [
    ['monthly', undefined, [8, 9]],
    ['.05', 0.05, [40, 48]],
  ] as const) {
    row(
      `close rate: a year of monthly looks at 200, level ${level}, stable; any state`,
      [stated],
      (draws) => {
        const list = deals(draws, Array(20).fill(200), Array(20).fill(0.2))
        const looks = Array.from({ length: 12 }, (_, look) => list.slice(look, look + 9))
        return [looks.some((part) => detectCloseRateFall(part, { asOf, ...windows, alpha }).state !== 'quiet')]
      },
      { part: 0.5 },
    )
  }
}

/** "Not down by more than so much", against twice as many before, when nothing has changed. */
function volumes({ row }: Table): void {
  for (const [margin, recent, power] of [
    [0.1, 840, 80],
    [0.2, 190, 80],
    [0.2, 325, 95],
  ] as const) {
    row(`volume: not down by ${100 * margin} % shown, ${recent} recent deals, stable`, [power], ({ poisson }) => {
      const first = { count: poisson(recent), exposure: 1 }
      const second = { count: poisson(2 * recent), exposure: 2 }
      return [poissonRateRatio({ first, second }, { ratio0: 1 - margin }).midPGreater < 0.05]
    })
  }
}
