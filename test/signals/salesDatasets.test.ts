import { describe, expect, it } from 'vitest'
import { type CloseRatePeriod, detectCloseRateFall, detectRepeatedObjections } from '../../src/index.js'
import { hasDatasets, readFigures } from '../datasets/readDataset.js'

interface Verdict {
  period: string
  rate: number
  baselineRate: number
  drop: number
  z: number
  pOneSided: number
  volumeRatio: number
  status: string
}

interface Maven {
  closeRateByMonth: Record<string, { k: number; n: number }>
  signalCloseRate: Record<'trailing3' | 'previous' | 'samePhase', Verdict[]>
}

describe.skipIf(!hasDatasets)('the close rate of the Maven CRM (skipped without ../shared/data)', () => {
  const figures = hasDatasets ? readFigures<Maven>('maven_crm') : ({} as Maven)
  const months = Object.entries(figures.closeRateByMonth ?? {}).map(
    ([period, { k, n }]): CloseRatePeriod => ({ period, won: k, lost: n - k, volume: n }),
  )
  const baselines = { trailing3: [1, 2, 3], previous: [1], samePhase: [3] } as const

  it.each(['trailing3', 'previous', 'samePhase'] as const)('is judged month by month against %s', (name) => {
    for (const verdict of figures.signalCloseRate[name]) {
      const known = months.slice(0, months.findIndex(({ period }) => period === verdict.period) + 1)
      const options = { asOf: '2018-01-01', baseline: baselines[name], volumeRule: 'ratio', alpha: 0.05 } as const
      const { state, evidence } = detectCloseRateFall(known, options)
      expect(state).toBe(verdict.status)
      for (const field of ['rate', 'baselineRate', 'drop', 'z', 'volumeRatio'] as const) {
        expect(evidence?.[field]).toBeCloseTo(verdict[field], 9)
      }
      expect(evidence?.['pValue']).toBeCloseTo(verdict.pOneSided, 9)
    }
  })

  it('gives the same states by default, and is quiet with the cycle of a quarter', () => {
    for (const { period, status } of figures.signalCloseRate.trailing3) {
      const known = months.slice(0, months.findIndex((month) => month.period === period) + 1)
      expect(detectCloseRateFall(known, { asOf: '2018-01-01' }).state).toBe(status)
      expect(detectCloseRateFall(known, { asOf: '2018-01-01', cycle: 3 }).state).toBe('quiet')
    }
  })
})

describe.skipIf(!hasDatasets)('the objections of a simulated company (skipped without ../shared/data)', () => {
  it('are repeated for price alone, of six themes compared', () => {
    interface Profile {
      mentions: Record<string, number>
      prospects: Record<string, number>
      prospectsWithAny: number
    }
    const figures = readFigures<Record<'objectionsBefore' | 'objectionsAfter', Profile>>('synthetic_handoffs')
    const profile = ({ mentions, prospects, prospectsWithAny }: Profile) => ({
      prospects: prospectsWithAny,
      themes: Object.keys(mentions).map((theme) => ({
        theme,
        mentions: mentions[theme] ?? 0,
        prospects: prospects[theme] ?? 0,
      })),
    })
    const pair = { current: profile(figures.objectionsAfter), baseline: profile(figures.objectionsBefore) }
    const signal = detectRepeatedObjections(pair, { asOf: '2025-07-01' })
    expect(signal.findings.filter(({ severity }) => severity === 'info').map(({ subject }) => subject)).toEqual([
      'price',
    ])
    expect(signal.comparisons).toBe(6)
  })
})
