import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  complaintShare,
  countComplaints,
  countFirstContacts,
  countInvites,
  countResponses,
  countReturns,
  csat,
  durationSummary,
  firstContactResolutionRate,
  measureComplaintShare,
  measureCsat,
  measureFirstContactResolutionRate,
  measureRecurringComplaintRate,
  measureResponseRate,
  measureReturnRate,
  measureStageDuration,
  measureTimeToResolution,
  type Order,
  type Return,
  recurringComplaintRate,
  responseRate,
  returnRate,
  type StageEntry,
  type SurveyInvite,
  type SurveyResponse,
  type Ticket,
  tallyComplaints,
  tallyDurations,
  tallyFirstContacts,
  tallyInvites,
  tallyResponses,
  tallyReturns,
} from '../../src/index.js'
import { itObeysTheLaws, numbered, ofList, ofLists, settings } from './familyLaws.js'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2024, 4, 1)
const asOf = '2024-07-10'
const period = { start: '2024-05-10', end: '2024-06-20' }
const periods = [period]
const instants = fc.integer({ min: 0, max: 70 * 24 }).map((hours) => start + hours * hour)
const customers = fc.constantFrom('a', 'b', 'c')
const categories = fc.constantFrom('x', 'y', undefined)

const tickets: fc.Arbitrary<Ticket[]> = numbered(
  fc.record({
    customerId: customers,
    createdAt: instants,
    status: fc.constantFrom('open', 'spam'),
    category: categories,
    isComplaint: fc.boolean(),
    extra: fc.record({ plan: fc.constantFrom('free', 'pro') }),
    solved: fc.option(fc.nat(200)),
    again: fc.boolean(),
  }),
  't',
).map((list) =>
  list.map(({ solved, again, ...ticket }) =>
    solved === null
      ? ticket
      : {
          ...ticket,
          firstResolvedAt: ticket.createdAt + solved * hour,
          resolvedAt: ticket.createdAt + (again ? solved + 5 : solved) * hour,
        },
  ),
)

const ofTickets = ofList<Ticket>()

describe('time to resolution', () => {
  itObeysTheLaws<readonly Ticket[]>({
    records: tickets,
    ...ofTickets,
    tally: (list) => tallyDurations(list, { asOf, clock: 'resolution', periods }),
    measure: (list) => measureTimeToResolution(list, { asOf, period }),
    measureTally: (tally) => measureTimeToResolution(tally, { period }),
  })

  it('has quantiles in order, a falling curve, and counts within a limit that rise with it', () => {
    const durations = fc.array(fc.record({ milliseconds: fc.nat(50), completed: fc.boolean() }), { maxLength: 30 })
    fc.assert(
      fc.property(durations, (list) => {
        const summary = durationSummary(list, { limits: [10, 30] })
        const reached = [summary.value, summary.p75, summary.p90].filter((time) => time !== null)
        expect(reached).toEqual([...reached].sort((a, b) => a - b))
        const shares = summary.curve.map(({ survival }) => survival)
        expect(shares).toEqual([...shares].sort((a, b) => b - a))
        expect(summary.within['10']).toBeLessThanOrEqual(summary.within['30'] ?? 0)
        expect(summary.completed + summary.open).toBe(summary.sampleSize)
      }),
      settings,
    )
  })
})

describe('first-contact resolution', () => {
  itObeysTheLaws<readonly Ticket[]>({
    records: tickets,
    ...ofTickets,
    tally: (list) => tallyFirstContacts(list, { asOf }),
    measure: (list) => measureFirstContactResolutionRate(list, { asOf, period }),
    measureTally: (tally) => measureFirstContactResolutionRate(tally, { period }),
  })

  it('is the noun of its counts, which add up over segments', () => {
    fc.assert(
      fc.property(tickets, (list) => {
        const [cell] = countFirstContacts(list, { asOf, periods }).cells
        const measured = measureFirstContactResolutionRate(list, { asOf, period })
        expect(measured.value).toBe(firstContactResolutionRate(cell?.counts as never).value)
        const { cells } = countFirstContacts(list, { asOf, periods, segmentBy: 'plan' })
        for (const name of ['resolvedFirst', 'resolved', 'pending'] as const) {
          expect(cells.reduce((sum, { counts }) => sum + counts[name], 0)).toBe(cell?.counts[name])
        }
      }),
      settings,
    )
  })

  it('of a ticket whose window is over does not change with what comes after it', () => {
    fc.assert(
      fc.property(tickets, (list) => {
        const early = { start: '2024-05-10', end: '2024-05-20' }
        const at = (instant: string) => measureFirstContactResolutionRate(list, { asOf: instant, period: early })
        const [first, later] = [at('2024-06-05'), at('2024-07-10')]
        if (first.pending === 0 && first.denominator === later.denominator) expect(later.value).toBe(first.value)
      }),
      settings,
    )
  })
})

describe('complaints', () => {
  itObeysTheLaws<readonly Ticket[]>({
    records: tickets,
    ...ofTickets,
    tally: (list) => tallyComplaints(list, { asOf }),
    measure: (list) => measureRecurringComplaintRate(list, { asOf, period, lookbackDays: 10 }),
    measureTally: (tally) => measureRecurringComplaintRate(tally, { period, lookbackDays: 10 }),
  })

  it('are the nouns of their counts, and more look-back finds no fewer repeats', () => {
    fc.assert(
      fc.property(tickets, fc.integer({ min: 1, max: 30 }), (list, lookbackDays) => {
        const [cell] = countComplaints(list, { asOf, periods, lookbackDays }).cells
        const counts = { ...cell?.counts, customers: 3 } as never
        const options = { asOf, period, lookbackDays }
        const recurring = measureRecurringComplaintRate(list, options)
        expect(recurring.value).toBe(recurringComplaintRate(counts).value)
        const share = measureComplaintShare(list, { asOf, period, customers: 3 })
        expect(share.value).toBe(complaintShare(counts).value)
        const more = measureRecurringComplaintRate(list, { ...options, lookbackDays: lookbackDays + 10 })
        expect(more.numerator).toBeGreaterThanOrEqual(recurring.numerator ?? 0)
      }),
      settings,
    )
  })
})

interface Sales {
  orders: Order[]
  returns: Return[]
}

const sales: fc.Arbitrary<Sales> = numbered(
  fc.record({
    placedAt: instants,
    status: fc.constantFrom('paid' as const, 'cancelled' as const),
    total: fc.constant(10),
    currency: fc.constant('EUR'),
    units: fc.integer({ min: 1, max: 4 }),
    back: fc.option(fc.nat(50 * 24)),
  }),
  'o',
).map((list) => ({
  orders: list.map(({ units, back: _back, ...order }) => ({
    ...order,
    lines: [{ quantity: units, amount: units * 3 }],
  })),
  returns: list.flatMap(({ id, placedAt, back }) =>
    back === null
      ? []
      : [{ id: `r${id}`, orderId: id, createdAt: placedAt + back * hour, quantity: 1, amount: '3.00' }],
  ),
}))

describe.each(['cohort', 'cashflow'] as const)('the return rate by %s', (method) => {
  itObeysTheLaws<Sales>({
    records: sales,
    ...ofLists<Sales>(),
    tally: (records) => tallyReturns(records, { asOf }),
    measure: (records) => measureReturnRate(records, { asOf, period, method }),
    measureTally: (tally) => measureReturnRate(tally, { period, method }),
  })

  it('by value of one price is that of the units', () => {
    fc.assert(
      fc.property(sales, (records) => {
        const units = measureReturnRate(records, { asOf, period, method })
        const value = measureReturnRate(records, { asOf, period, method, weight: 'value' })
        if (units.value === null) expect(value.value).toBeNull()
        else expect(value.value).toBeCloseTo(units.value, 12)
      }),
      settings,
    )
  })

  it('by cohort is the noun of its counts', () => {
    fc.assert(
      fc.property(sales, (records) => {
        const [cell] = countReturns(records, { asOf, periods }).cells
        const measured = measureReturnRate(records, { asOf, period })
        expect([measured.value, measured.pending]).toEqual([
          returnRate(cell?.counts as never).value,
          cell?.counts.pending,
        ])
      }),
      settings,
    )
  })
})

interface Survey {
  invites: SurveyInvite[]
  responses: SurveyResponse[]
}

const surveys = fc.constantFrom('s', 't')
const responses: fc.Arbitrary<SurveyResponse[]> = numbered(
  fc.record({
    surveyId: surveys,
    kind: fc.constant('csat' as const),
    score: fc.option(fc.integer({ min: 1, max: 5 })),
    answeredAt: instants,
    customerId: customers,
  }),
  'a',
)
const survey: fc.Arbitrary<Survey> = fc.record({
  invites: numbered(
    fc.record({ surveyId: surveys, customerId: customers, sentAt: instants, delivered: fc.boolean() }),
    'i',
  ),
  responses,
})

describe('the response rate', () => {
  const answerWindowDays = 7

  itObeysTheLaws<Survey>({
    records: survey,
    ...ofLists<Survey>(),
    tally: (records) => tallyInvites(records, { asOf, answerWindowDays }),
    measure: (records) => measureResponseRate(records, { asOf, period, answerWindowDays }),
    measureTally: (tally) => measureResponseRate(tally, { period }),
  })

  it('is the noun of its counts, and ignoring late answers finds no more', () => {
    fc.assert(
      fc.property(survey, (records) => {
        const options = { asOf, answerWindowDays }
        const [cell] = countInvites(records, { ...options, periods }).cells
        const measured = measureResponseRate(records, { ...options, period })
        expect(measured.value).toBe(responseRate(cell?.counts as never).value)
        const strict = measureResponseRate(records, { ...options, period, lateAnswers: 'ignore' })
        expect(strict.numerator).toBeLessThanOrEqual(measured.numerator ?? 0)
        expect(strict.denominator).toBe(measured.denominator)
      }),
      settings,
    )
  })
})

describe('satisfaction', () => {
  itObeysTheLaws<readonly SurveyResponse[]>({
    records: responses,
    ...ofList<SurveyResponse>(),
    tally: (list) => tallyResponses(list, { asOf, kind: 'csat' }),
    measure: (list) => measureCsat(list, { asOf, period, statistic: 'mean' }),
    measureTally: (tally) => measureCsat(tally, { period, statistic: 'mean' }),
  })

  it('is the noun of its counts', () => {
    fc.assert(
      fc.property(responses, fc.constantFrom('all' as const, 'latestPerRespondent' as const), (list, dedupe) => {
        const [cell] = countResponses(list, { asOf, periods, kind: 'csat', dedupe }).cells
        const measured = measureCsat(list, { asOf, period, dedupe })
        expect(measured.value).toBe(csat(cell?.counts as never).value)
      }),
      settings,
    )
  })
})

describe('stays in stages', () => {
  const stages = ['demo', 'proposal', 'contract']
  const entries: fc.Arbitrary<StageEntry[]> = fc.array(
    fc.record({
      opportunityId: fc.constantFrom('a', 'b'),
      stage: fc.constantFrom(...stages),
      at: instants,
    }),
    { maxLength: 15 },
  )

  it('sum to the time from the first entry of each deal to the instant of knowledge', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const known = Date.UTC(2024, 6, 11)
        const first = new Map<string, number>()
        for (const { opportunityId, at } of list) {
          first.set(opportunityId, Math.min(first.get(opportunityId) ?? known, at as number))
        }
        const expected = [...first.values()].reduce((sum, at) => sum + known - at, 0)
        let total = 0
        for (const stage of stages) {
          const { completed, open, meanCompleted } = measureStageDuration(list, { asOf: known, stages, stage })
          total += completed * (meanCompleted ?? 0)
          expect(open).toBeLessThanOrEqual(first.size)
        }
        // The open stays are what is left, at most until the instant of knowledge.
        expect(total).toBeLessThanOrEqual(expected + 1)
        const ends = list.map((entry) => ({ ...entry }))
        for (const deal of first.keys()) ends.push({ opportunityId: deal, stage: 'won', at: known })
        const all = stages.reduce((sum, stage) => {
          const summary = measureStageDuration(ends, { asOf: known, stages, stage, endings: ['won'] })
          expect(summary.open).toBe(0)
          return sum + summary.completed * (summary.meanCompleted ?? 0)
        }, 0)
        expect(all / day).toBeCloseTo(expected / day, 6)
      }),
      settings,
    )
  })
})
