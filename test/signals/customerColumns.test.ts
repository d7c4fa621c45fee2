import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../../src/calendar/dayNumber.js'
import { createDayColumns } from '../../src/signals/createDayColumns.js'
import { createLastAnswers } from '../../src/signals/createLastAnswers.js'
import {
  type CustomerDetectorOptions,
  type CustomerEvent,
  detectPurchaseFrequencyFall,
} from '../../src/signals/index.js'
import { type RankedFinding, rankFindings } from '../../src/signals/rankFindings.js'
import { readCustomerSettings } from '../../src/signals/readCustomerSettings.js'
import { type EventDays, readEventDays } from '../../src/signals/readEventDays.js'
import { silenceLimits } from '../../src/signals/silenceLimits.js'
import { poissonRateRatio } from '../../src/statistics/poissonRateRatio.js'
import { pooledGapShape } from '../../src/statistics/pooledGapShape.js'
import { pooledRatePrior } from '../../src/statistics/pooledRatePrior.js'
import { silenceProbability } from '../../src/statistics/silenceProbability.js'
import { sortRange } from '../../src/statistics/sortRange.js'

const asOf = '2026-01-01'
const today = Date.UTC(2026, 0, 1) / 86_400_000
const seeded = { seed: 20_260_101, numRuns: 100 }

/** Customers with the days, before the day of the verdict, of their events. */
const bases = fc.array(fc.array(fc.nat(800), { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 40 })

function eventsOf(base: readonly (readonly number[])[]): CustomerEvent[] {
  return base.flatMap((days, id) =>
    days.map((ago) => ({ customerId: `${id}`, at: `${dayFromNumber(today - ago)}T12:00:00Z` })),
  )
}

function daysOf(base: readonly (readonly number[])[]): EventDays {
  return readEventDays(eventsOf(base), 'events', readCustomerSettings({ asOf }))
}

function listsOf({ customers, days, starts }: EventDays): number[][] {
  return customers.map((_, number) => [...days.subarray(starts[number], starts[number + 1])])
}

describe('event days in columns', () => {
  it('are the distinct days of each customer, ascending', () => {
    fc.assert(
      fc.property(bases, (base) => {
        const expected = base.map((days) => [...new Set(days.map((ago) => today - ago))].sort((a, b) => a - b))
        expect(listsOf(daysOf(base))).toEqual(expected)
      }),
      seeded,
    )
  })

  it.each([
    ['customer by customer', (index: number) => Math.floor(index / 500)],
    ['in turn', (index: number) => index % 7],
    ['customer by customer, then in turn', (index: number) => (index < 1500 ? Math.floor(index / 500) : index % 7)],
    ['of customers that leave numbers out', (index: number) => 1200 - (index % 3) * 600],
  ])('stand with their customer when they come %s', (_, customerOf) => {
    for (const expected of [0, 3000, 5000]) {
      const columns = createDayColumns(expected)
      for (let index = 0; index < 3000; index += 1) columns.add(customerOf(index), index)
      const { days, starts } = columns.byCustomer(1300)
      expect(starts).toHaveLength(1301)
      expect(starts[1300]).toBe(3000)
      for (const customer of [0, 1, 3, 6, 600, 1200, 1299]) {
        const own = Array.from({ length: 3000 }, (_, index) => index).filter((index) => customerOf(index) === customer)
        expect([...days.subarray(starts[customer], starts[customer + 1])]).toEqual(own)
      }
    }
  })

  it('begin with the first day as a customer, that day included', () => {
    const customers = [{ customerId: '0', since: dayFromNumber(today - 10) }]
    const settings = readCustomerSettings({ asOf, customers })
    const { days, excluded } = readEventDays(eventsOf([[9, 10, 11, 12, 12], [3]]), 'events', settings)
    expect([...days]).toEqual([today - 10, today - 9])
    expect(excluded).toEqual({ not_in_base: 3 })
  })

  it.each([5, 200])('are sorted within a range of %i alone', (length) => {
    const values = Int32Array.from({ length }, (_, index) => (index * 7919) % 101)
    const middle = [...values.subarray(1, length - 1)].sort((a, b) => a - b)
    const [first, last] = [values[0], values[length - 1]]
    sortRange(values, 1, length - 1)
    expect([...values]).toEqual([first, ...middle, last])
  })
})

describe('the last two answers', () => {
  it('are those of the latest instants, the lower score the later of one instant', () => {
    const answer = fc.record({ customer: fc.nat(3), score: fc.nat(10), instant: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        const kept = createLastAnswers()
        for (const { customer, score, instant } of answers) kept.add(customer * 700, { score, instant, day: instant })
        const got: unknown[] = []
        const twice = kept.forEachTwice((customer, { score, instant, day }, previous) => {
          got.push([customer / 700, score, instant, day, previous])
        })
        const expected = [0, 1, 2, 3].flatMap((own) => {
          const distinct = new Map(
            answers.filter(({ customer }) => customer === own).map((one) => [`${one.instant} ${one.score}`, one]),
          )
          const ordered = [...distinct.values()].sort((a, b) => b.instant - a.instant || a.score - b.score)
          const [last, before] = ordered
          return last === undefined || before === undefined
            ? []
            : [[own, last.score, last.instant, last.instant, before.score]]
        })
        expect(got).toEqual(expected)
        expect(twice).toBe(expected.length)
      }),
      seeded,
    )
  })
})

describe('a ranking of findings', () => {
  const severities = ['critical', 'warning', 'info'] as const

  it.each([1, 7, 5000])('keeps the first %i of all, in order', (limit) => {
    const findings = Array.from({ length: 4000 }, (_, index): RankedFinding => {
      const severity = severities[(index * 7) % 3] ?? 'info'
      const [subject, p, value] = [`${(index * 7919) % 4000}`, ((index * 31) % 97) / 1000, (index * 13) % 5]
      const finding = () => ({
        code: 'c',
        severity,
        subject,
        since: '',
        evidence: { p, value },
        method: 'm',
        params: {},
      })
      return { severity, code: 'c', subject, p, value, finding }
    })
    for (const valued of [false, true]) {
      const ranking = rankFindings({ limit, valued })
      for (const finding of findings) ranking.add(finding)
      const atStake = ({ p, value }: RankedFinding) => (valued ? -(1 - p) * (value ?? 0) : p)
      const expected = [...findings].sort(
        (a, b) =>
          severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
          atStake(a) - atStake(b) ||
          (a.subject < b.subject ? -1 : 1),
      )
      expect(ranking.first()).toEqual(expected.slice(0, limit).map(({ finding }) => finding()))
      expect(ranking.alerts()).toBe(findings.filter(({ severity }) => severity !== 'info').length)
      expect(ranking.alerts() + ranking.triage()).toBe(4000)
    }
  })
})

describe('what customers share', () => {
  it('is to the last digit what the lists of their gaps and rates give', () => {
    fc.assert(
      fc.property(bases, fc.integer({ min: 1, max: 30 }), (base, minimumCustomers) => {
        const lists = listsOf(daysOf(base))
        const gaps = lists.map((days) => days.slice(1).map((day, index) => day - (days[index] ?? 0)))
        const rates = lists.map((days) => ({ count: days.length - 1, exposure: today - (days[0] ?? 0) }))
        const { evidence = {} } = detectPurchaseFrequencyFall(eventsOf(base), { asOf, minimumCustomers })
        const prior = pooledRatePrior(rates, { minimumCustomers })
        if ('shape' in evidence) expect(evidence['shape']).toBe(pooledGapShape(gaps, { minimumCustomers }).shape)
        if ('priorShape' in evidence) {
          expect([evidence['priorShape'], evidence['priorRate']]).toEqual([prior.shape, prior.rate])
        }
      }),
      seeded,
    )
  })
})

describe('limits of a silence', () => {
  it.each([1, 1.7, 6, 1000])('are just where the probability passes the level (shape %d)', (shape) => {
    for (const level of [0.001, 0.05, 0.4]) {
      const limitOf = silenceLimits(shape, level)
      for (const pastGaps of [1, 3, 10, 400]) {
        const pAt = (elapsed: number) => silenceProbability({ pastGaps, totalTime: pastGaps, elapsed }, { shape }).p
        expect(limitOf(pastGaps)).toBe(limitOf(pastGaps))
        expect(pAt(limitOf(pastGaps))).toBeGreaterThanOrEqual(level)
        expect(pAt(limitOf(pastGaps) * 1.000001)).toBeLessThan(level)
      }
    }
  })
})

describe('a detector that asks the exact tests only where they can find something', () => {
  /** Every test of every customer, asked exactly. */
  function expectedFindings(base: readonly (readonly number[])[], options: CustomerDetectorOptions) {
    const { triageLevel = 0.05, windowDays = 90 } = options
    const lists = listsOf(daysOf(base))
    const gaps = lists.map((days) => days.slice(1).map((day, index) => day - (days[index] ?? 0)))
    const { shape } = pooledGapShape(gaps)
    return lists.flatMap((days, id) => {
      const [first = 0, last = 0] = [days[0], days.at(-1)]
      const history = today - windowDays - first
      const seen = days.filter((day) => day > today - windowDays).length
      const before = days.length - seen - 1
      const slower =
        history >= windowDays && (before / history) * windowDays >= 3 - 1e-12
          ? poissonRateRatio({
              first: { count: seen, exposure: windowDays },
              second: { count: before, exposure: history },
            }).midPLess
          : null
      const own = { pastGaps: days.length - 1, totalTime: last - first, elapsed: today - last }
      const silent = own.pastGaps >= 3 ? silenceProbability(own, { shape }).p : null
      if (silent === null && slower === null) return []
      const tests = silent !== null && slower !== null ? 2 : 1
      const p = Math.min(1, tests * Math.min(silent ?? 1, slower ?? 1))
      return p < triageLevel ? [[`${id}`, p]] : []
    })
  }

  it('finds what asking all of them finds', () => {
    fc.assert(
      fc.property(bases, fc.constantFrom(0.01, 0.05, 0.3, 0.9), (base, triageLevel) => {
        const options = { asOf, triageLevel, limit: 1000 }
        const { findings } = detectPurchaseFrequencyFall(eventsOf(base), options)
        const own = findings.filter(({ method }) => method !== 'gamma-poisson')
        const got = own.map(({ subject, evidence }) => [subject, evidence['pValue']])
        const few = new Set(listsOf(daysOf(base)).flatMap((days, id) => (days.length < 4 ? [`${id}`] : [])))
        const known = ([subject]: (string | number | boolean | string[] | null | undefined)[]) => !few.has(`${subject}`)
        expect(Object.fromEntries(got.filter(known))).toEqual(
          Object.fromEntries(expectedFindings(base, options).filter(known)),
        )
      }),
      seeded,
    )
  })
})
