import { describe, expect, it } from 'vitest'
import {
  ces,
  countInvites,
  countResponses,
  csat,
  measureCes,
  measureCsat,
  measureResponseRate,
  mergeTallies,
  netPromoterScore,
  npsSampleSize,
  responseRate,
  type SurveyInvite,
  type SurveyResponse,
  tallyInvites,
  tallyResponses,
} from '../../../src/index.js'

const asOf = '2024-07-01'
const may = { start: '2024-05-01', end: '2024-06-01' }
const june = { start: '2024-06-01', end: '2024-07-01' }
const answer: SurveyResponse = {
  id: '1',
  surveyId: 's',
  kind: 'csat',
  score: 5,
  answeredAt: '2024-05-10',
  customerId: 'c',
}

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function answers(kind: SurveyResponse['kind'], ...scores: number[]): SurveyResponse[] {
  return scores.map((score, index) => ({ ...answer, kind, id: `${kind}${index}`, score }))
}

describe('satisfaction and effort', () => {
  it('count every answer, or the latest of a respondent', () => {
    const both = [answer, { ...answer, id: '2', score: 1, answeredAt: '2024-05-20' }]
    expect(measureCsat(both, { asOf }).value).toBe(0.5)
    expect(measureCsat(both, { asOf, dedupe: 'latestPerRespondent' })).toMatchObject({
      value: 0,
      excluded: { superseded: 1 },
    })
  })

  it('are of one question: others are left out', () => {
    const mixed = [...answers('csat', 5), ...answers('ces', 7, 3)]
    expect(measureCsat(mixed, { asOf })).toMatchObject({ sampleSize: 1, excluded: { other_kind: 2 } })
    expect(measureCes(mixed, { asOf })).toMatchObject({ value: 0.5, excluded: { other_kind: 1 } })
  })

  it('of good or bad are two points', () => {
    const measured = measureCsat(answers('csat', 0, 1, 1, 1), { asOf, scale: { min: 0, max: 1 }, threshold: 1 })
    expect(measured.value).toBe(0.75)
  })

  it('can be a mean without interval', () => {
    expect(measureCes(answers('ces', 7), { asOf, statistic: 'mean' })).toMatchObject({ value: 7, unit: 'score' })
    expect(measureCes(answers('ces', 7), { asOf, statistic: 'mean' }).interval).toBeUndefined()
    expect(measureCes([], { asOf, statistic: 'mean' })).toMatchObject({ value: null, reason: 'empty_base' })
    const none = measureCsat(answers('csat', 3, 4), { asOf, statistic: 'mean', interval: 'none' })
    expect([none.value, none.interval]).toEqual([3.5, undefined])
  })

  it('of a running period are null, or cut', () => {
    const options = { asOf: '2024-05-15', period: may }
    expect(measureCsat([answer], options)).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measureCsat([answer], { ...options, partial: true })).toMatchObject({
      value: 1,
      definition: { caveats: ['partial_period'] },
    })
  })

  it('are measured from a tally like from the answers', () => {
    const list = answers('ces', 1, 5, 6, 7)
    const merged = mergeTallies(
      tallyResponses(list.slice(0, 2), { asOf, kind: 'ces' }),
      tallyResponses(list.slice(2), { asOf, kind: 'ces' }),
    )
    expect(measureCes(merged)).toEqual(measureCes(list, { asOf }))
    expect(() => measureCsat(merged)).toThrow(thrown('TALLY_MISMATCH', 'options.kind'))
  })

  it.each([
    [{ scale: { min: 1, max: 10 } }, 'INVALID_OPTION', 'options.threshold'],
    [{ scale: { min: 1, max: 10 }, threshold: 11 }, 'INVALID_OPTION', 'options.threshold'],
    [{ scale: { min: 5, max: 1 } }, 'INVALID_SCALE', 'options.scale'],
    [{ scale: 'coerce' }, 'INVALID_SCALE', 'options.scale'],
    [{ statistic: 'median' }, 'INVALID_OPTION', 'options.statistic'],
    [{ statistic: 'mean', interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
    [{ dedupe: 'first' }, 'INVALID_OPTION', 'options.dedupe'],
    [{ direction: 'lowerIsEasier' }, 'INVALID_OPTION', 'options'],
  ])('satisfaction with %o is %s', (options, code, path) => {
    expect(() => measureCsat([], { asOf, ...options } as never)).toThrow(thrown(code, path))
  })

  it('of effort where low is easy needs a threshold also on the usual scale', () => {
    expect(() => measureCes([], { asOf, direction: 'lowerIsEasier' })).toThrow(
      thrown('INVALID_OPTION', 'options.threshold'),
    )
  })

  it('never exceed their base', () => {
    expect(() => csat({ satisfied: 3, answered: 2 })).toThrow(thrown('COUNT_EXCEEDS_BASE', 'counts'))
    expect(() => ces({ easy: 1, answered: -1 })).toThrow(thrown('INVALID_COUNT', 'counts.answered'))
    expect(() => responseRate({ delivered: 1, responded: 2 })).toThrow(thrown('COUNT_EXCEEDS_BASE', 'counts'))
  })
})

describe('counts of answers', () => {
  const nps = answers('nps', 10, 9, 8, 0)

  it('are what the score takes', () => {
    const [cell] = countResponses(nps, { asOf, periods: [may], dedupe: 'all' }).cells
    expect(cell?.counts).toEqual({ promoters: 2, passives: 1, detractors: 1 })
    expect(netPromoterScore(cell?.counts as never).value).toBe(25)
  })

  it('are of records, or of respondents once, by mode', () => {
    const transactional = nps.map((response) => ({ ...response, mode: 'transactional' as const }))
    expect(countResponses(transactional, { asOf, periods: [may] }).distinct).toBeUndefined()
    expect(countResponses(nps, { asOf, periods: [may] })).toMatchObject({
      distinct: 'respondent',
      excluded: { superseded: 3 },
    })
  })

  it('of a tally need no kind, and have no cell for a period that has not begun', () => {
    const tally = tallyResponses(answers('enps', 10, 0), { asOf: '2024-05-20', kind: 'enps' })
    const counted = countResponses(tally, { periods: [may, june], dedupe: 'all' })
    expect(counted.cells.map(({ counts }) => counts)).toEqual([{ promoters: 1, passives: 0, detractors: 1 }])
    expect(counted.definition).toMatchObject({ kind: 'enps', dedupe: 'all' })
  })

  it('have no threshold for the score of promoters', () => {
    expect(() => countResponses(nps, { asOf, periods: [may], threshold: 9 })).toThrow(
      thrown('INVALID_OPTION', 'options.threshold'),
    )
  })

  it('of relational and transactional answers together are an error', () => {
    const mixed = [answer, { ...answer, id: '2', mode: 'transactional' as const }]
    expect(() => countResponses(mixed, { asOf, periods: [may], kind: 'csat' })).toThrow(
      thrown('MIXED_SURVEYS', 'responses'),
    )
  })
})

describe('answers needed', () => {
  it.each([
    [{ promoterShare: 0.5 }, { halfWidth: 10 }, 'MISSING_COUNT', 'expected.detractorShare'],
    [{ promoterShare: 1.5, detractorShare: 0 }, { halfWidth: 10 }, 'RATE_OUT_OF_RANGE', 'expected.promoterShare'],
    [{}, { halfWidth: 0 }, 'INVALID_OPTION', 'options.halfWidth'],
    [{}, { halfWidth: 5, level: 1 }, 'INVALID_OPTION', 'options.level'],
  ])('%o with %o is %s', (expected, options, code, path) => {
    expect(() => npsSampleSize(expected, options)).toThrow(thrown(code, path))
  })

  it('grow with the level', () => {
    expect(npsSampleSize({}, { halfWidth: 10, level: 0.99 })).toBe(664)
  })
})

describe('the response rate', () => {
  const invite: SurveyInvite = { id: '1', customerId: 'c', surveyId: 's', sentAt: '2024-05-02T09:00:00Z' }
  const options = { asOf, period: may, answerWindowDays: 14 }

  it('has one invitation a customer and survey: the first that arrived', () => {
    const invites = [
      { ...invite, id: '0', sentAt: '2024-05-01', delivered: false },
      invite,
      { ...invite, id: '2', sentAt: '2024-05-08' },
      { ...invite, id: '3', surveyId: 'other' },
    ]
    expect(measureResponseRate({ invites, responses: [answer] }, options)).toMatchObject({
      numerator: 1,
      denominator: 2,
      excluded: { undelivered: 1, reminder: 1 },
    })
  })

  it('takes answers at the instant of sending and at the end of the window, late ones when they count', () => {
    const at = (answeredAt: string) => ({ invites: [invite], responses: [{ ...answer, answeredAt }] })
    const ignore = { ...options, lateAnswers: 'ignore' as const }
    expect(measureResponseRate(at('2024-05-02T09:00:00Z'), ignore).value).toBe(1)
    expect(measureResponseRate(at('2024-05-16T09:00:00Z'), ignore).value).toBe(1)
    expect(measureResponseRate(at('2024-05-16T09:00:01Z'), ignore).value).toBe(0)
    expect(measureResponseRate(at('2024-05-16T09:00:01Z'), options).value).toBe(1)
  })

  it('leaves out blank answers and answers to no invitation', () => {
    const responses = [
      { ...answer, score: null },
      { ...answer, id: '2', answeredAt: '2024-05-01' },
      { ...answer, id: '3', customerId: undefined },
      { ...answer, id: '4', surveyId: 'other' },
    ]
    const records = { invites: [invite], responses }
    expect(measureResponseRate(records, options)).toMatchObject({ value: 0, excluded: { blank: 1, uninvited: 3 } })
    expect(measureResponseRate(records, { ...options, countBlank: true })).toMatchObject({
      value: 1,
      excluded: { uninvited: 3 },
    })
  })

  it('is pending until the window is over, answered or not', () => {
    const records = { invites: [invite], responses: [answer] }
    expect(measureResponseRate(records, { ...options, asOf: '2024-05-16T08:59:59Z' })).toMatchObject({
      value: null,
      reason: 'not_mature',
      pending: 1,
    })
    expect(measureResponseRate(records, { ...options, asOf: '2024-05-16T09:00:00Z' }).value).toBe(1)
  })

  it('of merged tallies is that of all records, an invitation and its answer apart', () => {
    const invites = [invite, { ...invite, id: '2', customerId: 'd' }, { ...invite, id: '3', sentAt: '2024-05-09' }]
    const shape = { asOf, answerWindowDays: 14 }
    const merged = mergeTallies(
      tallyInvites({ invites, responses: [] }, shape),
      tallyInvites({ invites: [], responses: [answer] }, shape),
    )
    const { cells } = countInvites({ invites, responses: [answer] }, { ...shape, periods: [may, june] })
    expect(countInvites(merged, { periods: [may, june] }).cells).toEqual(cells)
    expect(measureResponseRate(merged, { period: may })).toEqual(
      measureResponseRate({ invites, responses: [answer] }, options),
    )
  })

  it.each([
    [{ answerWindowDays: undefined }, 'INVALID_OPTION', 'options.answerWindowDays'],
    [{ answerWindowDays: 0 }, 'INVALID_OPTION', 'options.answerWindowDays'],
    [{ lateAnswers: 'keep' }, 'INVALID_OPTION', 'options.lateAnswers'],
    [{ countBlank: 'no' }, 'INVALID_OPTION', 'options.countBlank'],
    [{ window: 14 }, 'INVALID_OPTION', 'options'],
  ])('with %o is %s', (change, code, path) => {
    const records = { invites: [invite], responses: [] }
    expect(() => measureResponseRate(records, { ...options, ...change } as never)).toThrow(thrown(code, path))
  })

  it('of an invitation with two contents is an error', () => {
    const invites = [invite, { ...invite, sentAt: '2024-05-03' }]
    expect(() => measureResponseRate({ invites, responses: [] }, options)).toThrow(
      thrown('CONFLICTING_RECORDS', 'invites[1].id'),
    )
  })
})
