import { describe, expect, it } from 'vitest'
import { measureNetPromoterScore, mergeTallies, type SurveyResponse, tallyResponses } from '../../src/index.js'

const asOf = '2024-06-01'
const answer: SurveyResponse = {
  id: '1',
  surveyId: 's',
  kind: 'nps',
  score: 9,
  answeredAt: '2024-05-10',
  customerId: 'c',
}

describe('the latest answer of a respondent', () => {
  it('is the one with the highest id when two were given at one instant', () => {
    const answers = [answer, { ...answer, id: '2', score: 3 }]
    expect(measureNetPromoterScore(answers, { asOf }).value).toBe(-100)
    expect(measureNetPromoterScore([...answers].reverse(), { asOf }).value).toBe(-100)
  })

  it('is looked for over both parts of a split', () => {
    const later = { ...answer, id: '2', score: 3, answeredAt: '2024-05-20' }
    const merged = mergeTallies(tallyResponses([answer], { asOf }), tallyResponses([later], { asOf }))
    expect(measureNetPromoterScore(merged, {})).toMatchObject({ value: -100, excluded: { superseded: 1 } })
  })

  it('all count when nobody is known, and respondents come before customers', () => {
    const unknown = [answer, { ...answer, id: '2' }].map(({ customerId: _customerId, ...rest }) => rest)
    expect(measureNetPromoterScore(unknown, { asOf }).sampleSize).toBe(2)
    const colleagues = [
      { ...answer, respondentId: 'r1' },
      { ...answer, id: '2', respondentId: 'r2' },
    ]
    expect(measureNetPromoterScore(colleagues, { asOf }).sampleSize).toBe(2)
  })
})

describe('bad input', () => {
  it.each<[string, Partial<SurveyResponse>, string, string]>([
    ['a score of 11', { score: 11 }, 'SCORE_OUT_OF_SCALE', 'responses[0].score'],
    ['half a point', { score: 6.5 }, 'SCORE_OUT_OF_SCALE', 'responses[0].score'],
    ['another scale', { scale: { min: 1, max: 5 } }, 'INVALID_SCALE', 'responses[0].scale'],
    ['a negative weight', { weight: -1 }, 'INVALID_WEIGHT', 'responses[0].weight'],
    ['an instant without offset', { answeredAt: '2024-05-10T10:00:00' }, 'INVALID_INSTANT', 'responses[0].answeredAt'],
  ])('%s is an error with its path', (_name, change, code, path) => {
    expect(() => measureNetPromoterScore([{ ...answer, ...change }], { asOf })).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('needs to know what was known', () => {
    expect(() => measureNetPromoterScore([answer], {})).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path: 'options.asOf' }) }),
    )
  })
})
