import { describe, expect, it } from 'vitest'
import {
  countResponses,
  measureCsat,
  measureNetPromoterScore,
  netPromoterScore,
  type SurveyResponse,
} from '../../../src/index.js'
import { hasDatasets, readFigures, readRows } from '../../datasets/readDataset.js'

interface Score {
  n: number
  promoters: number
  passives: number
  detractors: number
  nps: number
  wald95: [number, number]
}

interface Figures {
  missing: { satisfaction: number }
  satisfactionAsNps: Score
  intentionAsNps: Score
  csatTop2: { k: number; n: number; rate: number; wilson95: [number, number] }
  npsByTenure: Record<string, Score>
}

const asOf = '2016-01-01'

describe.skipIf(!hasDatasets)('a survey of a garden-centre chain (skipped without ../shared/data)', () => {
  const figures = readFigures<Figures>('nps_garden_centre')
  const rows = hasDatasets ? readRows('nps_garden_centre/nps.csv') : []

  function answersOf(column: string, kind: SurveyResponse['kind']): SurveyResponse[] {
    return rows.map((row) => ({
      id: row['id'] ?? '',
      surveyId: 'garden',
      kind,
      score: row[column] === '' ? null : Number(row[column]),
      answeredAt: '2015-01-01',
      extra: { tenure: row['t'] },
    }))
  }

  it('gives the share of the two highest boxes, with its blanks', () => {
    const scale = { min: 1, max: 10 }
    const measured = measureCsat(answersOf('satisfaction', 'csat'), { asOf, scale, threshold: 9 })
    const { k, n, wilson95 } = figures.csatTop2
    expect([measured.numerator, measured.denominator]).toEqual([k, n])
    expect(measured.excluded).toEqual({ blank: figures.missing.satisfaction })
    expect(measured.interval?.lower).toBeCloseTo(wilson95[0], 9)
    expect(measured.interval?.upper).toBeCloseTo(wilson95[1], 9)
  })

  it.each([
    ['satisfaction', 'satisfactionAsNps'],
    ['intention', 'intentionAsNps'],
  ] as const)('gives the score of %s on the same scale', (column, figure) => {
    const { n, nps, wald95 } = figures[figure]
    const score = measureNetPromoterScore(answersOf(column, 'nps'), { asOf, interval: 'wald' })
    expect(score.sampleSize).toBe(n)
    expect(score.value).toBeCloseTo(nps, 9)
    expect(score.interval?.lower).toBeCloseTo(wald95[0], 9)
  })

  it('gives the counts and the score by tenure', () => {
    const periods = [{ start: '2015-01-01', end: asOf }]
    const options = { asOf, periods, segmentBy: 'tenure', dedupe: 'all' as const }
    const cells = countResponses(answersOf('nps', 'nps'), options).cells.filter(({ segment }) => segment !== '')
    expect(cells.map(({ segment }) => segment).sort()).toEqual(Object.keys(figures.npsByTenure).sort())
    for (const { segment = '', counts } of cells) {
      const { promoters, passives, detractors, nps } = figures.npsByTenure[segment] as Score
      expect(counts).toEqual({ promoters, passives, detractors })
      expect(netPromoterScore({ promoters, passives, detractors }).value).toBeCloseTo(nps, 9)
    }
  })
})
