import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CustomerEvent,
  detectAcquisitionRetentionImbalance,
  detectComplaintsRise,
  detectContradictoryMetrics,
  detectDissatisfactionSpike,
  detectNpsFall,
  detectPurchaseFrequencyFall,
  detectRecommendationStopped,
  detectSegmentsAtRisk,
  detectSignals,
  detectSustainedDecline,
  type FlowPeriod,
  type RateSeries,
  type SignalResult,
  type ValueSeries,
} from '../../src/signals/index.js'
import { frozen } from '../okr/errorAt.js'
import { complaints, everyDays, months, values } from '../signals/examples.js'

const settings = { seed: 20250601, numRuns: 25 }
const asOf = '2025-06-01'
const rates = fc
  .array(fc.option(fc.nat(30), { freq: 8 }), { minLength: 7, maxLength: 16 })
  .map((list) => complaints(...list))
const series = fc
  .array(fc.option(fc.integer({ min: -40, max: 40 }), { freq: 8 }), { minLength: 6, maxLength: 22 })
  .map((list) => values(...list.map((value) => (value === null ? null : 100 + value / 4))))
const answers = fc.record({ promoters: fc.nat(90), passives: fc.nat(40), detractors: fc.nat(90) })
const segments = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 7 })
  .map((list) => list.map(([a, b], index) => ({ id: `s${index}`, successes: a, trials: a + b })))
const flows = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 9, maxLength: 11 }).map((rows) =>
  months(rows.length).map(
    (period, index): FlowPeriod => ({
      ...period,
      opening: 400,
      lost: rows[index]?.[0] ?? 0,
      won: rows[index]?.[1] ?? 0,
    }),
  ),
)
const customers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 14 }), fc.nat(200)), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) => list.map(([gap, times, last], index) => everyDays(`c${index}`, gap, times, last)))

const segmentsAtRisk = (list: readonly { id: string; successes: number; trials: number }[], options: object = {}) =>
  detectSegmentsAtRisk({ metric: 'churn-rate', better: 'down', segments: list }, { asOf, ...options })

function plainJson(result: SignalResult): void {
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  expect(result.missing !== undefined).toBe(result.status === 'not_enough_data')
  expect(result.detectable !== undefined).toBe(result.status === 'no_signal')
  expect(result.cautions).toEqual([...result.cautions].sort())
}

function codes({ findings }: SignalResult): string[] {
  return findings.map(({ code, subject }) => `${code} ${subject}`)
}

describe('signals of the base', () => {
  it('find nothing in what does not change', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 7, max: 20 }), (count, length) => {
        const same = Array.from({ length }, () => count)
        expect(detectDissatisfactionSpike(complaints(...same), { asOf }).findings).toEqual([])
        expect(detectSustainedDecline(complaints(...same), { asOf }).findings).toEqual([])
        expect(detectSustainedDecline(values(...same), { asOf, method: 'monitor' }).findings).toEqual([])
        expect(segmentsAtRisk(same.map((successes, id) => ({ id: `s${id}`, successes, trials: 40 }))).findings).toEqual(
          [],
        )
        const wave = { promoters: count, passives: length, detractors: 5 }
        expect(detectNpsFall({ baseline: wave, current: wave }, { asOf }).findings).toEqual([])
        const periods = months(9).map((period) => ({ ...period, opening: 400, lost: count, won: count }))
        expect(detectAcquisitionRetentionImbalance({ periods }, { asOf }).findings).toEqual([])
      }),
      settings,
    )
  })

  it('are plain JSON, the same for the same, and leave their input alone', () => {
    fc.assert(
      fc.property(rates, series, answers, answers, segments, flows, (rate, value, baseline, current, list, periods) => {
        const judge = [
          () => detectDissatisfactionSpike(frozen(rate), { asOf }),
          () => detectDissatisfactionSpike(frozen(value), { asOf }),
          () => detectSustainedDecline(frozen(rate), { asOf }),
          () => detectSustainedDecline(frozen(value), { asOf, method: 'monitor', baselinePeriods: 10 }),
          () => detectNpsFall(frozen({ baseline, current }), { asOf }),
          () => segmentsAtRisk(frozen(list)),
          () => detectAcquisitionRetentionImbalance(frozen({ periods }), { asOf }),
        ]
        for (const call of judge) {
          const result = call()
          plainJson(result)
          expect(call()).toEqual(result)
        }
      }),
      settings,
    )
  })

  it('mirror: what falls where up is good rises where down is good', () => {
    const mirrored = (one: ValueSeries): ValueSeries => ({
      ...one,
      better: 'down',
      periods: one.periods.map((period) => ({ ...period, value: period.value === null ? null : -period.value })),
    })
    fc.assert(
      fc.property(series, (one) => {
        for (const judge of [
          (given: ValueSeries) => detectDissatisfactionSpike(given, { asOf }),
          (given: ValueSeries) => detectSustainedDecline(given, { asOf }),
          (given: ValueSeries) => detectSustainedDecline(given, { asOf, method: 'monitor', baselinePeriods: 10 }),
        ]) {
          const [up, down] = [judge(one), judge(mirrored(one))]
          expect([down.status, codes(down), down.cautions]).toEqual([up.status, codes(up), up.cautions])
          const [effect, opposite] = [up.evidence?.['effect'], down.evidence?.['effect']]
          if (typeof effect === 'number') expect(Number(opposite)).toBeCloseTo(-effect, 9)
        }
      }),
      settings,
    )
  })

  it('stay when the last period gets worse', () => {
    const worse = (one: RateSeries, by: number): RateSeries => ({
      ...one,
      periods: one.periods.map((period, index) =>
        index === one.periods.length - 1 && period.count !== null ? { ...period, count: period.count + by } : period,
      ),
    })
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 60 }), (one, by) => {
        const monitor = { asOf, method: 'monitor', baselinePeriods: 8 } as const
        if (detectDissatisfactionSpike(one, { asOf }).status === 'signal') {
          expect(detectDissatisfactionSpike(worse(one, by), { asOf }).status).toBe('signal')
        }
        if (detectSustainedDecline(one, monitor).status === 'signal') {
          expect(detectSustainedDecline(worse(one, by), monitor).status).toBe('signal')
        }
      }),
      settings,
    )
  })

  it('keep every effect and narrow the intervals of larger counts', () => {
    const width = (evidence: Record<string, unknown> = {}, lower = 'lower', upper = 'upper') =>
      Number(evidence[upper]) - Number(evidence[lower])
    const some = answers.filter(({ promoters, passives, detractors }) => promoters + passives + detractors >= 10)
    const times = <T extends object>(counts: T, k: number): T =>
      Object.fromEntries(
        Object.entries(counts).map(([name, value]) => [name, typeof value === 'number' ? k * value : value]),
      ) as T
    fc.assert(
      fc.property(some, some, flows, fc.integer({ min: 2, max: 9 }), (baseline, current, periods, k) => {
        const small = detectNpsFall({ baseline, current }, { asOf }).evidence
        const large = detectNpsFall({ baseline: times(baseline, k), current: times(current, k) }, { asOf }).evidence
        expect(Number(large?.['effect'])).toBeCloseTo(Number(small?.['effect']), 9)
        expect(width(large)).toBeLessThan(width(small))
        const few = detectAcquisitionRetentionImbalance({ periods }, { asOf }).evidence
        const more = { periods: periods.map((period) => times(period, k)) }
        const many = detectAcquisitionRetentionImbalance(more, { asOf }).evidence
        if (few === undefined) return
        expect(Number(many?.['firstEffect'])).toBeCloseTo(Number(few['firstEffect']), 9)
        expect(width(many, 'firstLower', 'firstUpper')).toBeLessThan(width(few, 'firstLower', 'firstUpper'))
      }),
      settings,
    )
  })

  it('know nothing of what comes after the day of the verdict', () => {
    fc.assert(
      fc.property(rates, series, fc.integer({ min: 6, max: 20 }), (rate, value, length) => {
        const day = months(length).at(-1)?.end ?? asOf
        const cut = <T extends RateSeries | ValueSeries>(one: T): T => ({
          ...one,
          periods: one.periods.slice(0, length),
        })
        const { excluded: _, ...whole } = detectDissatisfactionSpike(rate, { asOf: day })
        expect(detectDissatisfactionSpike(cut(rate), { asOf: day })).toMatchObject(whole)
        const { excluded: __, ...trend } = detectSustainedDecline(value, { asOf: day })
        expect(detectSustainedDecline(cut(value), { asOf: day })).toMatchObject(trend)
      }),
      settings,
    )
  })

  it('do not depend on the order of segments', () => {
    fc.assert(
      fc.property(segments, (list) => {
        expect(segmentsAtRisk([...list].reverse())).toEqual(segmentsAtRisk(list))
      }),
      settings,
    )
  })

  it('have no finding more when one looks more often or accepts fewer false alarms', () => {
    fc.assert(
      fc.property(rates, answers, answers, segments, flows, (rate, baseline, current, list, periods) => {
        for (const judge of [
          (options: object) => detectDissatisfactionSpike(rate, { asOf, ...options }),
          (options: object) => detectSustainedDecline(rate, { asOf, ...options }),
          (options: object) => detectNpsFall({ baseline, current }, { asOf, ...options }),
          (options: object) => segmentsAtRisk(list, options),
          (options: object) => detectAcquisitionRetentionImbalance({ periods }, { asOf, ...options }),
        ]) {
          const seldom = codes(judge({ looksPerYear: 4, falseAlarmsPerYear: 0.2 }))
          for (const stricter of [
            { looksPerYear: 12, falseAlarmsPerYear: 0.2 },
            { looksPerYear: 4, falseAlarmsPerYear: 0.1 },
          ]) {
            expect(seldom).toEqual(expect.arrayContaining(codes(judge(stricter))))
          }
        }
      }),
      settings,
    )
  })

  it('hold both halves of an imbalance when its p is below the level, and of a contradiction', () => {
    fc.assert(
      fc.property(flows, answers, fc.nat(60), (periods, wave, lost) => {
        const { evidence, findings } = detectAcquisitionRetentionImbalance(
          { periods },
          { asOf, minimumRelativeRise: 0 },
        )
        const both =
          Number(evidence?.['firstPValue']) < Number(evidence?.['firstThreshold']) &&
          Number(evidence?.['secondPValue']) < Number(evidence?.['secondThreshold'])
        expect(Number(evidence?.['pValue']) < Number(evidence?.['threshold'])).toBe(both)
        if (both && Number(evidence?.['firstEffect']) > 0) {
          expect(findings.some(({ code }) => code === 'retention.acquisition_imbalance')).toBe(true)
        }
        const pair = {
          first: { metric: 'net-promoter-score', better: 'up', threshold: 20, answers: wave },
          second: { metric: 'churn-rate', better: 'down', threshold: 0.2, successes: lost, trials: 120 },
        } as const
        const read = detectContradictoryMetrics({ pairs: [pair] }, { asOf }).evidence
        if (read === undefined) return
        expect(read['pValue']).toBe(Math.max(Number(read['firstPValue']), Number(read['secondPValue'])))
      }),
      settings,
    )
  })
})

describe('signals of customers', () => {
  const judge = (events: readonly CustomerEvent[], options: object = {}) =>
    detectPurchaseFrequencyFall(events, { asOf, ...options })

  it('are plain JSON, the same in any order, and expect the false alerts of their level', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const events = list.flat()
        const result = judge(frozen(events), { minimumCustomers: 5 })
        plainJson(result)
        expect(judge([...events].reverse(), { minimumCustomers: 5 })).toEqual(result)
        if (result.evidence === undefined) return
        expect(result.evidence['expectedFalseAlerts']).toBe(0.01 * result.comparisons)
        expect(result.evidence['testsPerformed']).toBe(result.comparisons)
      }),
      settings,
    )
  })

  it('know nothing of later events, nor of who has left', () => {
    fc.assert(
      fc.property(customers, customers, fc.integer({ min: 1, max: 90 }), (list, others, days) => {
        const events = list.flat()
        const { excluded: _, ...alone } = judge(events)
        const later = events.map(({ customerId }) => ({
          customerId,
          at: Date.parse('2025-06-02T00:00:00Z') + days * 1e8,
        }))
        expect(judge([...events, ...later])).toMatchObject(alone)
        const present = list.map((_events, index) => ({ customerId: `c${index}` }))
        const gone = others.flat().map((event) => ({ ...event, customerId: `gone ${event.customerId}` }))
        const left = [...new Set(gone.map(({ customerId }) => customerId))].map((customerId) => ({
          customerId,
          endedAt: '2025-05-01',
        }))
        const both = judge([...gone, ...events], { customers: [...left, ...present] })
        expect(both).toMatchObject(alone)
        expect(both.excluded['left']).toBe(left.length)
      }),
      settings,
    )
  })

  it('find a longer silence less likely, and one of rarer orders more likely', () => {
    const p = (gap: number, last: number) => {
      const all = { triageLevel: 0.999999, alertLevel: 0.9, windowDays: 5000 }
      return Number(judge(everyDays('a', gap, 8, last), all).findings[0]?.evidence['pValue'] ?? 1)
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300 }), (gap, last) => {
        expect(p(gap, last + 1)).toBeLessThan(p(gap, last))
        expect(p(gap + 1, last)).toBeGreaterThan(p(gap, last))
      }),
      settings,
    )
  })

  it('are the same in any order of complaints, customers and answers', () => {
    const answered = fc.array(fc.tuple(fc.nat(4), fc.nat(120), fc.nat(10)), { maxLength: 20 })
    fc.assert(
      fc.property(customers, answered, (list, given) => {
        const events = list.flat()
        const listed = Array.from({ length: 30 }, (_, index) => ({ customerId: `c${index}`, since: '2023-06-01' }))
        const once = detectComplaintsRise(events, { asOf, customers: listed })
        expect(detectComplaintsRise([...events].reverse(), { asOf, customers: [...listed].reverse() })).toEqual(once)
        plainJson(once)
        const replies = given.flatMap(([id, day, score]) =>
          everyDays(`c${id}`, 1, 1, day).map((event) => ({ ...event, score })),
        )
        const data = { recommendations: events, answers: replies }
        const reversed = { recommendations: [...events].reverse(), answers: [...replies].reverse() }
        expect(detectRecommendationStopped(reversed, { asOf })).toEqual(detectRecommendationStopped(data, { asOf }))
      }),
      settings,
    )
  })
})

describe('detectSignals', () => {
  it('keeps the findings of a severity that survive, whatever the order of the data', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 2, maxLength: 6 }), segments, (waves, list) => {
        const baseline = { promoters: 40, passives: 20, detractors: 10 }
        const nps = waves.map((current, index) => ({ baseline, current, segment: { wave: `${index}` } }))
        const counted = { metric: 'churn-rate', better: 'down' as const, segments: list }
        const all = detectSignals({ nps, segments: counted }, { asOf })
        const turned = detectSignals({ nps: [...nps].reverse(), segments: counted }, { asOf })
        const byText = (results: SignalResult[]) => results.map((result) => JSON.stringify(result)).sort()
        expect(byText(turned)).toEqual(byText(all))
        for (const result of all) {
          plainJson(result)
          for (const { severity, evidence } of result.findings) {
            const stands = Number(evidence['familyPValue']) <= 0.1 + 1e-12
            if (severity !== 'info') expect(stands).toBe(true)
          }
          expect(result.status === 'signal').toBe(result.findings.some(({ severity }) => severity !== 'info'))
        }
      }),
      settings,
    )
  })
})
