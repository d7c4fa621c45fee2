import { measureCsat, measureNetPromoterScore, type SurveyResponse } from '../../src/index.js'
import { assignBand } from '../../src/statistics/index.js'
import { describeFigures } from './describeFigures.js'
import { correlationOf, mapGroups, npsOf, shareOf, shareWhere } from './figureShapes.js'
import { readRows } from './readDataset.js'

const beyondScale = 'the interval ends at 100, the end of the scale; the set goes on to nps + 1.96 standard errors'

const visitBands = [
  { band: '0-2', from: 0, to: 3 },
  { band: '3-5', from: 3, to: 6 },
  { band: '6-10', from: 6, to: 11 },
  { band: '11-20', from: 11, to: 21 },
  { band: '21+', from: 21, to: 1_000_000 },
]

describeFigures('nps_garden_centre', figuresOfSurvey, {
  'npsByTenure.16.wald95.1': beyondScale,
  'npsByTenure.17.wald95.1': beyondScale,
})

function figuresOfSurvey() {
  const rows = readRows('nps_garden_centre/nps.csv')
  type Row = (typeof rows)[number]
  const numberOf = (row: Row, column: string): number | null => (row[column] === '' ? null : Number(row[column]))
  const answersOf = (some: readonly Row[], column: string, kind: SurveyResponse['kind'] = 'nps'): SurveyResponse[] =>
    some.map((row) => ({
      id: row['id'] ?? '',
      surveyId: 'garden',
      kind,
      score: numberOf(row, column),
      ...(kind === 'csat' ? { scale: { min: 1, max: 10 } } : {}),
      answeredAt: '2015-01-01',
    }))
  const asOf = '2016-01-01'
  const scoreOf = (some: readonly Row[], column = 'nps') =>
    measureNetPromoterScore(answersOf(some, column), { asOf, interval: 'wald' })
  const both = (some: readonly Row[], column: string): (readonly [number, number])[] =>
    some.flatMap((row) => {
      const [nps, other] = [numberOf(row, 'nps'), numberOf(row, column)]
      return nps === null || other === null ? [] : [[nps, other] as const]
    })
  const blank = (column: string): number => scoreOf(rows, column).excluded?.['blank'] ?? 0
  return {
    rows: () => rows.length,
    nps: () => npsOf(scoreOf(rows)),
    missing: () => ({
      nps: blank('nps'),
      satisfaction: blank('satisfaction'),
      intention: blank('intention'),
      t: rows.filter(({ t }) => t === '').length,
    }),
    satisfactionAsNps: () => npsOf(scoreOf(rows, 'satisfaction')),
    intentionAsNps: () => npsOf(scoreOf(rows, 'intention')),
    csatTop2: () =>
      shareOf(measureCsat(answersOf(rows, 'satisfaction', 'csat'), { asOf, scale: { min: 1, max: 10 }, threshold: 9 })),
    npsByTenure: () =>
      mapGroups(
        rows,
        ({ t }) => (t === '' ? undefined : t),
        (group) => npsOf(scoreOf(group)),
      ),
    npsByComment: () =>
      mapGroups(
        rows,
        ({ has_comment }) => has_comment,
        (group) => npsOf(scoreOf(group)),
      ),
    promoterLowIntention: () =>
      shareWhere(
        both(rows, 'intention').filter(([nps]) => nps >= 9),
        ([, intention]) => intention <= 6,
      ),
    detractorHighIntention: () =>
      shareWhere(
        both(rows, 'intention').filter(([nps]) => nps <= 6),
        ([, intention]) => intention >= 9,
      ),
    correlation: () => ({
      npsSatisfaction: correlationOf(both(rows, 'satisfaction')),
      npsIntention: correlationOf(both(rows, 'intention')),
    }),
    npsByVisits: () =>
      mapGroups(
        rows,
        (row) => assignBand(Number(row['NbPassageKS']), { bands: visitBands }) ?? undefined,
        (group) => npsOf(scoreOf(group)),
      ),
  }
}
