import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closeIncidence,
  countOpportunities,
  measureCloseRate,
  measureCommitmentFulfilmentRate,
  measurePromiseConsistency,
  measureSalesCycle,
  measureSilentProspectRate,
  measureStageConversionRate,
  mergeTallies,
  profileObjections,
  tallyCommitments,
} from '../../src/index.js'

const settings = { seed: 20250310, numRuns: 60 }
const day = 86_400_000
const start = Date.UTC(2025, 0, 1)
const asOf = start + 90 * day
const instants = fc.integer({ min: 0, max: 100 }).map((days) => start + days * day)

/** Ids for records, so that none is given twice. */
function numbered<T extends object>(records: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<(T & { id: string })[]> {
  return fc.array(records, { maxLength }).map((list) => list.map((record, index) => ({ ...record, id: `r${index}` })))
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

/** Records and the same in another order. */
function turned<T>(records: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  return records.chain((list) => fc.tuple(fc.constant(list), shuffled(list)))
}

const deals = numbered(
  fc.record(
    {
      leadId: fc.constantFrom('a', 'b', 'c'),
      createdAt: instants,
      status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      closedAt: instants,
      amount: fc.integer({ min: 0, max: 500 }).map((cents) => (cents / 100).toFixed(2)),
    },
    { requiredKeys: ['createdAt', 'status'] },
  ),
  15,
)

describe('deals', () => {
  it('give the same bytes in any order and survive JSON', () => {
    const periods = [{ start, end: start + 40 * day }]
    fc.assert(
      fc.property(turned(deals), ([list, again]) => {
        const measures = (given: typeof list) => [
          measureCloseRate(given, { asOf }),
          measureCloseRate(given, { asOf, by: 'value' }),
          measureCloseRate(given, { asOf, basis: 'created', windowDays: 20 }),
          closeIncidence(given, { asOf }),
          measureSalesCycle(given, { asOf, outcome: 'closed' }),
          countOpportunities(given, { asOf, periods, segmentBy: 'leadId' }),
        ]
        const results = measures(list)
        expect(JSON.stringify(measures(again))).toBe(JSON.stringify(results))
        expect(JSON.parse(JSON.stringify(results))).toEqual(results)
      }),
      settings,
    )
  })

  it('are won, lost or open by every age', () => {
    fc.assert(
      fc.property(deals, (list) => {
        const [won, lost, closed] = (['won', 'lost', 'closed'] as const).map((outcome) =>
          closeIncidence(list, { asOf, outcome }).curve.map(({ incidence }) => incidence),
        ) as [number[], number[], number[]]
        closed.forEach((share, index) => {
          expect((won[index] ?? 0) + (lost[index] ?? 0)).toBeCloseTo(share, 12)
          expect(share).toBeGreaterThanOrEqual(closed[index - 1] ?? 0)
          expect(share).toBeLessThanOrEqual(1)
        })
      }),
      settings,
    )
  })

  it('count from parts as from the whole, and as they are measured', () => {
    const periods = [{ start, end: start + 40 * day }]
    fc.assert(
      fc.property(deals, fc.nat(15), (list, cut) => {
        const count = (given: typeof list) => countOpportunities(given, { asOf, periods })
        const whole = count(list)
        expect(mergeTallies(count(list.slice(0, cut)), count(list.slice(cut)))).toEqual(whole)
        const { won = 0, lost = 0 } = whole.cells[0]?.counts ?? {}
        const rate = measureCloseRate(list, { asOf, period: periods[0] })
        expect([rate.numerator, rate.denominator]).toEqual([won, won + lost])
      }),
      settings,
    )
  })

  it('are mature for good: a later record changes no cohort whose window is over', () => {
    fc.assert(
      fc.property(deals, (list) => {
        const options = { basis: 'created', windowDays: 20, period: { start, end: start + 30 * day } } as const
        const early = measureCloseRate(list, { ...options, asOf: start + 60 * day })
        const late = measureCloseRate(
          list.filter(({ status, closedAt }) => status === 'open' || closedAt !== undefined),
          { ...options, asOf },
        )
        expect([late.numerator, late.denominator]).toEqual([early.numerator, early.denominator])
      }),
      settings,
    )
  })
})

describe('a funnel', () => {
  const stages = ['lead', 'demo', 'offer', 'won']
  const entries = fc.array(
    fc.record({
      opportunityId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      stage: fc.constantFrom(...stages, 'lost'),
      at: instants,
    }),
    { maxLength: 20 },
  )

  it('multiplies its conversions, in any order of the entries', () => {
    fc.assert(
      fc.property(turned(entries), ([list, again]) => {
        const convert = (given: typeof list, from: string, to: string) =>
          measureStageConversionRate(given, { asOf, stages, from, to, windowDays: null }).value ?? 0
        expect(convert(list, 'lead', 'demo') * convert(list, 'demo', 'won')).toBeCloseTo(
          convert(list, 'lead', 'won'),
          12,
        )
        expect(convert(again, 'lead', 'won')).toBe(convert(list, 'lead', 'won'))
      }),
      settings,
    )
  })
})

describe('prospects', () => {
  const handoffs = numbered(
    fc.record({
      leadId: fc.constantFrom('a', 'b', 'c', 'd'),
      fromTeam: fc.constant('marketing'),
      toTeam: fc.constant('sales'),
      handedAt: instants,
    }),
    8,
  )
  const interactions = fc.array(
    fc.record({
      leadId: fc.constantFrom('a', 'b', 'c', 'd'),
      at: instants,
      direction: fc.constantFrom('in' as const, 'out' as const, 'out' as const, 'out' as const),
      channel: fc.constant('email'),
      bounced: fc.boolean(),
    }),
    { maxLength: 30 },
  )

  it('are silent or not for good, each counted once, in any order', () => {
    fc.assert(
      fc.property(turned(handoffs), turned(interactions), deals, ([list, again], [touches, others], opportunities) => {
        const rate = measureSilentProspectRate({ handoffs: list, interactions: touches, opportunities }, { asOf })
        const turnedRate = measureSilentProspectRate({ handoffs: again, interactions: others, opportunities }, { asOf })
        expect(JSON.stringify(turnedRate)).toBe(JSON.stringify(rate))
        const known = touches.filter(({ at }) => at <= asOf)
        const later = measureSilentProspectRate(
          {
            handoffs: list,
            interactions: [...known, ...known.map((touch) => ({ ...touch, at: asOf + day }))],
            opportunities,
          },
          { asOf },
        )
        expect([later.numerator, later.denominator]).toEqual([rate.numerator, rate.denominator])
        const leads = new Set(list.filter(({ handedAt }) => handedAt <= asOf).map(({ leadId }) => leadId)).size
        const { not_open = 0, untouched = 0, unreachable = 0 } = rate.excluded ?? {}
        expect(rate.sampleSize + (rate.pending ?? 0) + not_open + untouched + unreachable).toBe(leads)
      }),
      settings,
    )
  })
})

describe('promises and objections', () => {
  const commitments = numbered(
    fc.record({
      customerId: fc.constantFrom('a', 'b'),
      topic: fc.constantFrom('price', 'Price ', 'delivery'),
      team: fc.constantFrom('sales', 'marketing'),
      madeAt: instants,
      value: fc.constantFrom<string | number>(1, 2, '2', '2 days', 'yes'),
    }),
    8,
  )

  it('agree in any order, and an equal statement makes no conflict', () => {
    fc.assert(
      fc.property(turned(commitments), ([list, again]) => {
        const consistency = measurePromiseConsistency(list, { asOf })
        expect(JSON.stringify(measurePromiseConsistency(again, { asOf }))).toBe(JSON.stringify(consistency))
        const known = list.filter(({ madeAt }) => madeAt <= asOf)
        const [first] = known
        if (first === undefined) return
        const more = measurePromiseConsistency([...known, { ...first, id: 'again' }], { asOf })
        expect(more.conflicts).toHaveLength(consistency.conflicts.length)
      }),
      settings,
    )
  })

  it('have shares that sum to one', () => {
    const objections = fc.array(
      fc.record({
        prospectId: fc.constantFrom('a', 'b', 'c'),
        theme: fc.constantFrom('price', 'trust', 'fit'),
        at: instants,
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(turned(objections), ([list, again]) => {
        const profile = profileObjections(list)
        expect(JSON.stringify(profileObjections(again))).toBe(JSON.stringify(profile))
        const shares = profile.themes.reduce((sum, { share }) => sum + share, 0)
        expect(shares).toBeCloseTo(list.length === 0 ? 0 : 1, 12)
      }),
      settings,
    )
  })
})

describe('promises kept', () => {
  const promises = numbered(
    fc.record(
      {
        customerId: fc.constant('k'),
        groupId: fc.constantFrom('g', 'h'),
        team: fc.constantFrom('sales', 'support'),
        madeAt: fc.constant(start),
        dueAt: fc.oneof(instants, fc.constantFrom('2025-02-01', '2025-03-15', '2025-06-01')),
        fulfilledAt: instants,
        promisedQuantity: fc.constantFrom(1, '2.0'),
        deliveredQuantity: fc.constantFrom(1, 2),
        cancelledAt: instants,
        cancelledBy: fc.constantFrom('us' as const, 'customer' as const),
      },
      { requiredKeys: ['customerId', 'madeAt', 'dueAt'] },
    ),
    12,
  )
  const units = fc.constantFrom('commitment' as const, 'group' as const)

  it('are counted once, alike from records and tallies, in any order and from any parts', () => {
    fc.assert(
      fc.property(turned(promises), units, fc.nat(12), ([list, again], unit, cut) => {
        const options = { asOf, unit }
        const rate = measureCommitmentFulfilmentRate(list, options)
        expect(JSON.stringify(measureCommitmentFulfilmentRate(again, options))).toBe(JSON.stringify(rate))
        const tally = (given: typeof list) => tallyCommitments(given, options)
        const merged = mergeTallies(tally(list.slice(0, cut)), tally(list.slice(cut)))
        expect(merged).toEqual(tally(list))
        expect(measureCommitmentFulfilmentRate(merged, {})).toEqual(rate)
        const { cancelled_by_customer: cancelled = 0 } = rate.excluded ?? {}
        if (unit === 'commitment') expect(rate.sampleSize + (rate.pending ?? 0) + cancelled).toBe(list.length)
        const [onTime = 0, ever = 0] = [rate.onTimeRate?.numerator, rate.keptEver?.numerator]
        expect(rate.numerator).toBeLessThanOrEqual(onTime)
        expect(onTime).toBeLessThanOrEqual(ever)
      }),
      settings,
    )
  })

  it('are judged for good once they are due', () => {
    fc.assert(
      fc.property(promises, (list) => {
        const kept = list.filter(({ cancelledAt }) => cancelledAt === undefined)
        const options = { period: { start, end: start + 40 * day } }
        const early = measureCommitmentFulfilmentRate(kept, { ...options, asOf: start + 45 * day })
        const late = measureCommitmentFulfilmentRate(kept, { ...options, asOf })
        expect([late.numerator, late.denominator]).toEqual([early.numerator, early.denominator])
      }),
      settings,
    )
  })
})
