import {
  detectAcquisitionRetentionImbalance,
  detectContradictoryMetrics,
  detectNpsFall,
} from '../../../src/signals/index.js'
import type { Draws } from '../draws.js'
import type { Stated, Table } from './createTable.js'
import { asOf, fires, periods } from './makeSeries.js'

/** NPS, contradictions between it and churn, and customers won and lost. */
export function surveyWorlds(table: Table): void {
  nps(table)
  contradictions(table)
  imbalances(table)
}

function answers({ binomial }: Draws, size: number, promoters: number, detractors: number) {
  const up = binomial(size, promoters)
  const down = binomial(size - up, detractors / (1 - promoters))
  return { promoters: up, passives: size - up - down, detractors: down }
}

function nps({ row }: Table): void {
  for (const [current, baseline, stated] of [
    [20, 60, 22],
    [50, 50, 37],
    [100, 100, 71],
  ] as const) {
    row(`NPS: 60 to 30, ${current} against ${baseline} answers; found, stable`, [stated, [0.1, 1.3]], (draws) => {
      const before = answers(draws, baseline, 0.7, 0.1)
      return [
        fires(detectNpsFall({ baseline: before, current: answers(draws, current, 0.5, 0.2) }, { asOf })),
        fires(detectNpsFall({ baseline: before, current: answers(draws, current, 0.7, 0.1) }, { asOf })),
      ]
    })
  }
}

const pairs: [nps: number, promoters: number, detractors: number, churn: number, stated: [Stated, Stated]][] = [
  [60, 0.7, 0.1, 0.08, [11, 60]],
  [70, 0.76, 0.06, 0.1, [55, 100]],
  // On the border of one threshold or of both.
  [
    50,
    0.65,
    0.15,
    0.05,
    [
      [0, 4],
      [0, 4],
    ],
  ],
  [
    50,
    0.65,
    0.15,
    0.1,
    [
      [0.1, 4],
      [0.1, 4],
    ],
  ],
  [
    70,
    0.76,
    0.06,
    0.05,
    [
      [0.1, 4],
      [0.1, 4],
    ],
  ],
]

function contradictions({ row }: Table): void {
  for (const [score, promoters, detractors, churn, stated] of pairs) {
    row(`contradiction: NPS ${score}, churn ${churn}; 50 and 200, 200 and 1000`, stated, (draws) =>
      [
        [50, 200],
        [200, 1000],
      ].map(([asked = 0, base = 0]) => {
        const nps = answers(draws, asked, promoters, detractors)
        const first = { metric: 'nps', better: 'up', threshold: 50, answers: nps } as const
        const lost = { successes: draws.binomial(base, churn), trials: base }
        const second = { metric: 'churn', better: 'down', threshold: 0.05, ...lost } as const
        return fires(detectContradictoryMetrics({ pairs: [{ first, second }] }, { asOf }))
      }),
    )
  }
}

type Flow = [opening: number, churn: number, rise: number, won: number, late: number, stated: Stated[][]]

const flows: Flow[] = [
  [400, 0.04, 0.06, 20, 20, [[24, 34]]],
  [2000, 0.04, 0.05, 100, 100, [[70, 86]]],
  [
    400,
    0.04,
    0.04,
    20,
    20,
    [
      [
        [0.5, 1],
        [0, 5],
      ],
    ],
  ],
  [
    400,
    0.04,
    0.06,
    20,
    12,
    [
      [0, 0],
      [85, 96],
    ],
  ],
]

/** Six months before and three recent ones: at the monthly level and at .05. */
function imbalances({ row }: Table): void {
  for (const [opening, churn, rise, won, late, [imbalance = [], shrinking = []]] of flows) {
    const name = `imbalance: ${opening} at ${churn} to ${rise}, ${won} to ${late} won; monthly, .05`
    const stated = [...imbalance, ...shrinking]
    row(shrinking.length === 0 ? name : `${name}; base shrinking`, stated, ({ binomial, poisson }) => {
      const rows = periods(9).map((period, index) => ({
        ...period,
        opening,
        lost: binomial(opening, index < 6 ? churn : rise),
        won: poisson(index < 6 ? won : late),
      }))
      const codes = [undefined, 0.05].map((alpha) =>
        detectAcquisitionRetentionImbalance({ periods: rows }, { asOf, alpha }).findings.map(({ code }) => code),
      )
      const has = (code: string) => codes.map((found) => found.includes(code))
      const both = [...has('retention.acquisition_imbalance'), ...has('retention.base_shrinking')]
      return both.slice(0, stated.length)
    })
  }
}
