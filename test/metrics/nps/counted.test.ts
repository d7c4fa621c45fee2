import { describe, expect, it } from 'vitest'
import {
  countInvites,
  countResponses,
  measureCsat,
  measureNetPromoterScore,
  measureResponseRate,
  measureStickiness,
  mergeTallies,
  type SurveyResponse,
  tallyResponses,
} from '../../../src/index.js'

const asOf = '2024-07-01'
const may = { start: '2024-05-01', end: '2024-06-01' }
const june = { start: '2024-06-01', end: '2024-07-01' }
const answers: SurveyResponse[] = [10, 9, 8, 2].map((score, index) => ({
  id: String(index),
  surveyId: 's',
  kind: 'nps',
  score,
  answeredAt: index < 3 ? '2024-05-10' : '2024-06-10',
  customerId: 'c',
  extra: { plan: index === 0 ? 'pro' : 'free' },
}))

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('a tally of all answers', () => {
  const options = { asOf, dedupe: 'all' as const, periods: [may, june] }

  it('holds the groups per period and segment, every segment in every period', () => {
    const { cells, distinct } = tallyResponses(answers, { ...options, segmentBy: 'plan' })
    expect(distinct).toBeUndefined()
    expect(cells.map(({ start, segment, counts }) => [start, segment, counts])).toEqual([
      ['2024-05-01', 'free', { promoters: 1, passives: 1, detractors: 0 }],
      ['2024-05-01', 'pro', { promoters: 1, passives: 0, detractors: 0 }],
      ['2024-06-01', 'free', { promoters: 0, passives: 0, detractors: 1 }],
      ['2024-06-01', 'pro', { promoters: 0, passives: 0, detractors: 0 }],
    ])
  })

  it('is measured and counted like the answers, merged from any parts', () => {
    const merged = mergeTallies(tallyResponses(answers.slice(0, 1), options), tallyResponses(answers.slice(1), options))
    for (const period of [may, june, { start: may.start, end: june.end }]) {
      const measured = measureNetPromoterScore(answers, { asOf, dedupe: 'all', period })
      expect(measureNetPromoterScore(merged, { period })).toEqual(measured)
    }
    const { cells } = countResponses(answers, options)
    expect(countResponses(merged, { periods: [may, june] }).cells).toEqual(cells)
  })

  it('has lost the answers: no accounts, weights, latest ones or cut periods', () => {
    const tally = tallyResponses(answers, options)
    expect(() => measureNetPromoterScore(tally, { unit: 'account' })).toThrow(thrown('TALLY_MISMATCH', 'source'))
    expect(() => measureNetPromoterScore(tally, { weights: 'record' })).toThrow(thrown('TALLY_MISMATCH', 'source'))
    expect(() => measureNetPromoterScore(tally, { dedupe: 'latestPerRespondent' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.dedupe'),
    )
    expect(() => measureNetPromoterScore(tally, { period: { start: '2024-05-02', end: '2024-06-01' } })).toThrow(
      thrown('TALLY_MISMATCH', 'options.period'),
    )
  })

  it('has periods only with counts, and counts only groups', () => {
    expect(() => tallyResponses(answers, { asOf, periods: [may] })).toThrow(thrown('INVALID_OPTION', 'options.periods'))
    const csat = answers.slice(2).map((answer) => ({ ...answer, kind: 'csat' as const, score: 5 }))
    const tally = tallyResponses(csat, { asOf, kind: 'csat', dedupe: 'all' })
    expect(tally.cells[0]?.rows).toHaveLength(2)
    expect(measureCsat(tally).value).toBe(1)
  })

  it('of relational and transactional answers together is an error', () => {
    const mixed = [...answers, { ...(answers[0] as SurveyResponse), id: '9', mode: 'transactional' as const }]
    expect(() => tallyResponses(mixed, options)).toThrow(thrown('MIXED_SURVEYS', 'responses'))
  })
})

describe('a tally of answers', () => {
  it('knows its question: employees need no kind, satisfaction is no score of promoters', () => {
    const employees = answers.map((answer) => ({ ...answer, kind: 'enps' as const }))
    const tally = tallyResponses(employees, { asOf, kind: 'enps' })
    expect(measureNetPromoterScore(tally, { dedupe: 'all' })).toMatchObject({
      metric: 'employee-net-promoter-score',
      reason: 'insufficient_data',
    })
    const csat = tallyResponses([], { asOf, kind: 'csat' })
    expect(() => measureNetPromoterScore(csat, {})).toThrow(thrown('TALLY_MISMATCH', 'source.definition.kind'))
    expect(() => measureNetPromoterScore(tally, { asOf: '2024-07-02' })).toThrow(
      thrown('TALLY_MISMATCH', 'options.asOf'),
    )
  })
})

describe('no source at all', () => {
  it.each([
    ['answers', () => countResponses(null as never, { asOf, periods: [may] }), 'responses'],
    ['invitations', () => countInvites(null as never, { asOf, periods: [may], answerWindowDays: 7 }), 'records'],
    ['a response rate', () => measureResponseRate(undefined as never, { asOf, answerWindowDays: 7 }), 'records'],
    ['activity', () => measureStickiness(null as never, { asOf }), 'activities'],
  ])('for %s is invalid input', (_name, call, path) => {
    expect(call).toThrow(thrown('INVALID_INPUT', path))
  })
})
