import { describe, expect, it } from 'vitest'
import {
  type CustomerEvent,
  detectCompetitorMentions,
  detectComplaintsRise,
  detectInteractionFall,
  detectPurchaseFrequencyFall,
  detectRecommendationStopped,
} from '../../src/signals/index.js'
import { broken, complaints, eventsBefore, everyDays, months } from './examples.js'

const asOf = '2025-06-01'

describe('detectPurchaseFrequencyFall', () => {
  const judge = (events: CustomerEvent[], options: object = {}) =>
    detectPurchaseFrequencyFall(events, { asOf, ...options })

  it('judges by the own rhythm from the minimum of gaps on', () => {
    expect(judge(everyDays('a', 30, 3, 60)).missing).toEqual([{ what: 'tested-customers', needed: 1, found: 0 }])
    expect(judge(everyDays('a', 30, 4, 60)).evidence).toMatchObject({ customersTested: 1 })
    expect(judge(everyDays('a', 30, 3, 60), { minimumGaps: 2 }).evidence).toMatchObject({ customersTested: 1 })
  })

  it('tests a slowdown from one window of history and three expected orders on', () => {
    const cautions = (first: number, orders: number) =>
      judge(eventsBefore('a', first, ...Array.from({ length: orders }, (_, index) => 91 + index))).cautions
    expect(cautions(180, 3)).toEqual(['shape_not_pooled', 'weak_test'])
    expect(cautions(180, 2)).toEqual(['no_prior'])
    expect(cautions(179, 3)).toEqual(['shape_not_pooled'])
    expect(cautions(181, 3)).toEqual(['shape_not_pooled'])
  })

  it('counts an order on the day of the verdict, and days of the zone', () => {
    const late = { customerId: 'a', at: '2025-06-02T03:00:00Z' }
    const events = [...everyDays('a', 30, 5, 200), late]
    expect(judge(events).excluded).toEqual({ future: 1 })
    const local = judge(events, { timeZone: 'America/Bogota', triageLevel: 0.99 })
    expect([local.excluded, local.findings]).toEqual([{}, []])
    expect(judge(everyDays('a', 30, 5, 0), { triageLevel: 0.9999 }).findings).toEqual([])
  })

  it('grades by the levels', () => {
    const severityOf = (alertLevel: number, triageLevel: number) =>
      judge(everyDays('a', 30, 5, 110), { alertLevel, triageLevel }).findings.map(({ severity }) => severity)
    const p = Number(judge(everyDays('a', 30, 5, 110), { triageLevel: 0.9 }).findings[0]?.evidence['pValue'])
    expect([
      severityOf(p / 2, p),
      severityOf(p / 2, p * 1.001),
      severityOf(p, p * 1.001),
      severityOf(p * 1.001, p * 1.001),
      severityOf(p * 9.99, p * 9.99),
      severityOf(p * 10.01, p * 10.01),
    ]).toEqual([[], ['info'], ['info'], ['warning'], ['warning'], ['critical']])
  })

  it('leaves out who has left and who is not in the list', () => {
    const events = [...everyDays('a', 30, 5, 200), ...everyDays('b', 30, 5, 200), ...everyDays('c', 30, 5, 200)]
    const customers = [
      { customerId: 'a', endedAt: '2025-06-01' },
      { customerId: 'b', endedAt: '2025-06-02' },
      { customerId: 'd', endedAt: '2024-01-01' },
    ]
    const { findings, excluded } = judge(events, { customers })
    expect([findings.map(({ subject }) => subject), excluded]).toEqual([['b'], { left: 2, not_in_base: 5 }])
  })

  it('knows customers by any id, also by names of what every object has', () => {
    const events = [...everyDays('__proto__', 20, 9, 200), ...everyDays('toString', 20, 9, 200)]
    const { findings } = judge(events, { values: { toString: 7 } })
    expect(findings.map(({ subject, evidence }) => [subject, evidence['value']])).toEqual([
      ['toString', 7],
      ['__proto__', null],
    ])
  })

  it('returns the first findings and counts all', () => {
    const events = ['a', 'b', 'c'].flatMap((id) => everyDays(id, 20, 9, 200))
    const { findings, evidence } = judge(events, { limit: 2 })
    expect([findings.length, evidence?.['alerts']]).toEqual([2, 3])
  })

  it.each([
    [[{ customerId: 1, at: '2025-01-01T00:00:00Z' }], {}, 'INVALID_INPUT', 'events[0].customerId'],
    [[{ customerId: 'a', at: '2025-01-01' }], {}, 'INVALID_INSTANT', 'events[0].at'],
    [[{ customerId: 'a', at: '2025-01-01T00:00:00' }], {}, 'INVALID_INSTANT', 'events[0].at'],
    [[null], {}, 'INVALID_INPUT', 'events[0]'],
    ['orders', {}, 'INVALID_INPUT', 'events'],
    [[], { asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
    [[], { timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [[], { windowDays: 0 }, 'INVALID_OPTION', 'options.windowDays'],
    [[], { minimumGaps: 0 }, 'INVALID_OPTION', 'options.minimumGaps'],
    [[], { minimumCustomers: 0 }, 'INVALID_OPTION', 'options.minimumCustomers'],
    [[], { limit: 0 }, 'INVALID_OPTION', 'options.limit'],
    [[], { triageLevel: 1 }, 'INVALID_OPTION', 'options.triageLevel'],
    [[], { alertLevel: 0.06 }, 'INVALID_OPTION', 'options.alertLevel'],
    [[], { values: { a: Number.NaN } }, 'INVALID_OPTION', 'options.values.a'],
    [[], { customers: {} }, 'INVALID_INPUT', 'options.customers'],
    [[], { customers: [{ customerId: 'a', since: '2025-1-1' }] }, 'INVALID_DAY', 'options.customers[0].since'],
    [
      [],
      { customers: [{ customerId: 'a' }, { customerId: 'a' }] },
      'CONFLICTING_RECORDS',
      'options.customers[1].customerId',
    ],
    [[], { looksPerYear: 12 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (events, options, code, path) => {
    expect(() => judge(events as never, options)).toThrow(broken(code, path))
  })
})

describe('detectInteractionFall', () => {
  it('counts ten clicks of a day once', () => {
    const clicks = everyDays('a', 7, 10, 60)
    const often = clicks.flatMap((event) => Array.from({ length: 10 }, () => event))
    expect(detectInteractionFall(often, { asOf })).toEqual(detectInteractionFall(clicks, { asOf }))
  })

  it('doubles the smaller p of two tests', () => {
    const both = detectInteractionFall(everyDays('a', 10, 30, 80), { asOf, triageLevel: 0.9 }).findings[0]?.evidence
    const one = detectInteractionFall(everyDays('a', 10, 30, 80), { asOf, triageLevel: 0.9, windowDays: 400 })
    expect([both?.['tests'], one.findings[0]?.evidence['tests']]).toEqual([2, 1])
    expect(Number(both?.['pValue'])).toBeLessThanOrEqual(2 * Number(one.findings[0]?.evidence['pValue']))
  })
})

describe('detectComplaintsRise', () => {
  const customers = Array.from({ length: 20 }, (_, index) => ({ customerId: `c${index}`, since: '2024-06-01' }))
  const old = eventsBefore('c1', 200, 210)

  it('takes two days in the window for a rise, never one', () => {
    const judge = (...days: number[]) =>
      detectComplaintsRise([...old, ...eventsBefore('c7', ...days)], { asOf, customers }).findings.length
    expect([judge(3), judge(3, 3), judge(3, 89), judge(3, 90)]).toEqual([0, 0, 1, 0])
  })

  it('needs enough customers who were there before the window', () => {
    const newcomer = [{ customerId: 'new', since: '2025-03-03' }]
    const few = detectComplaintsRise(old, { asOf, customers: [...customers.slice(1), ...newcomer] })
    expect(few).toMatchObject({ status: 'not_enough_data', excluded: { no_prior: 19, too_new: 1 } })
    const enough = detectComplaintsRise(old, { asOf, customers: [...customers, ...newcomer] })
    expect(enough).toMatchObject({ status: 'no_signal', comparisons: 20, excluded: { too_new: 1 } })
  })

  it.each([
    [undefined, 'INVALID_OPTION', 'options.customers'],
    [[{ customerId: 'a' }], 'INVALID_OPTION', 'options.customers[0].since'],
    [[{ customerId: 'a', since: 'today' }], 'INVALID_DAY', 'options.customers[0].since'],
  ])('refuses customers %j', (given, code, path) => {
    expect(() => detectComplaintsRise([], { asOf, customers: given as never })).toThrow(broken(code, path))
  })
})

describe('detectRecommendationStopped', () => {
  const answer = (customerId: string, day: number, score: number) => {
    const [event] = eventsBefore(customerId, day) as [CustomerEvent]
    return { ...event, score }
  }
  const judge = (answers: ReturnType<typeof answer>[], options: object = {}) =>
    detectRecommendationStopped({ recommendations: [], answers }, { asOf, ...options })

  it('reads the last two answers, the lower one of an instant as the later', () => {
    const severities = (...scores: [number, number][]) =>
      judge(scores.map(([day, score]) => answer('a', day, score))).findings.map(({ severity }) => severity)
    expect([
      severities([50, 9], [20, 8]),
      severities([50, 9], [20, 6]),
      severities([50, 8], [20, 6]),
      severities([50, 9], [20, 9]),
      severities([20, 9], [20, 4]),
      severities([20, 4], [50, 10], [70, 2]),
      severities([200, 10], [90, 2]),
      severities([200, 10], [89, 2]),
    ]).toEqual([['info'], ['warning'], [], [], ['warning'], ['warning'], [], ['warning']])
  })

  it('takes the same answer twice for one', () => {
    const given = [answer('a', 50, 10), answer('a', 20, 3), answer('a', 20, 3)]
    expect(judge(given)).toEqual(judge(given.slice(0, 2)))
  })

  it('needs a test or two answers', () => {
    expect(judge([answer('a', 20, 3)]).status).toBe('not_enough_data')
    expect(judge([answer('a', 20, 9), answer('a', 30, 9)]).status).toBe('no_signal')
  })

  it.each([[11], [-1], [8.5], ['9']])('refuses a score of %j', (score) => {
    expect(() => judge([answer('a', 20, score as number)])).toThrow(
      broken('SCORE_OUT_OF_SCALE', 'data.answers[0].score'),
    )
  })
})

describe('detectCompetitorMentions', () => {
  const mention = (customerId: string, day: number, competitor?: string) => {
    const [event] = eventsBefore(customerId, day) as [CustomerEvent]
    return competitor === undefined ? event : { ...event, competitor }
  }

  it('warns of the first mention ever alone', () => {
    const mentions = [
      mention('a', 10, 'Zeta'),
      mention('a', 10, 'Acme'),
      mention('a', 5),
      mention('b', 10),
      mention('b', 90),
    ]
    const { findings } = detectCompetitorMentions({ mentions }, { asOf })
    expect(findings.map(({ subject, severity, evidence }) => [subject, severity, evidence])).toEqual([
      ['a', 'warning', { count: 2, ids: ['Acme', 'Zeta'], value: null }],
      ['b', 'info', { count: 1, ids: [], value: null }],
    ])
  })

  it('takes the options of a spike for the talks', () => {
    const conversations = complaints(0, 0, 0, 0, 0, 0, 2).periods
    const judge = (options: object) =>
      detectCompetitorMentions({ mentions: [], conversations }, { asOf, alpha: 0.02, ...options }).status
    expect([judge({}), judge({ minimumCount: 2 }), judge({ minimumCount: 2, exclude: ['2023-02-01'] })]).toEqual([
      'no_signal',
      'signal',
      'not_enough_data',
    ])
  })

  it('needs a mention or a period that can be judged', () => {
    const [period] = months(1)
    const conversations = [{ start: period?.start ?? '', end: period?.end ?? '', count: 1, exposure: 9 }]
    expect(detectCompetitorMentions({ mentions: [], conversations }, { asOf }).missing).toEqual([
      { what: 'mentions', needed: 1, found: 0 },
      { what: 'baseline-periods', needed: 6, found: 0 },
    ])
    expect(detectCompetitorMentions({ mentions: [mention('a', 300)], conversations }, { asOf }).status).toBe(
      'no_signal',
    )
  })

  it.each([
    [{ mentions: [{ ...mention('a', 5), competitor: 3 }] }, {}, 'INVALID_INPUT', 'data.mentions[0].competitor'],
    [{ mentions: undefined }, {}, 'INVALID_INPUT', 'data.mentions'],
    [{ conversations: {} }, {}, 'INVALID_INPUT', 'data.conversations.periods'],
    [{}, { minimumCount: 0 }, 'INVALID_OPTION', 'options.minimumCount'],
    [{}, { level: 0.9 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (change, options, code, path) => {
    expect(() => detectCompetitorMentions({ mentions: [], ...change } as never, { asOf, ...options } as never)).toThrow(
      broken(code, path),
    )
  })
})
