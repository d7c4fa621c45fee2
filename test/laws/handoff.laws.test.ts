import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countReassignments,
  findDuplicateLeads,
  type Handoff,
  type HandoffComponents,
  type HandoffPolicy,
  type Lead,
  leadCompleteness,
  leadHandoffQuality,
  measureLeadHandoffQuality,
  mergeTallies,
  scoreHandoff,
  tallyHandoffs,
} from '../../src/index.js'

const settings = { seed: 20240117, numRuns: 60 }
const hour = 3_600_000
const start = Date.UTC(2025, 2, 1)
const asOf = start + 40 * 24 * hour
const instants = fc.integer({ min: 0, max: 45 * 24 }).map((hours) => start + hours * hour)
const policy: HandoffPolicy = {
  calendars: { es: { timeZone: 'Europe/Madrid', week: { monday: [{ open: '09:00', close: '18:00' }] } }, mx: null },
  requiredFields: [{ field: 'email', validator: 'email' }, { field: 'budget' }],
  dimensions: { segment: 1 },
}

const leadIds = ['a', 'b', 'c', 'd', 'e']
const leads: fc.Arbitrary<Lead[]> = fc
  .tuple(
    ...leadIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        createdAt: fc.integer({ min: -200, max: 0 }).map((hours) => start + hours * hour),
        source: fc.constantFrom('web', 'event'),
        fields: fc.record({
          email: fc.constantFrom('x@example.org', 'y@example.org', 'n/a'),
          budget: fc.constantFrom(1, ''),
        }),
        classification: fc.record({
          actual: fc.record({ segment: fc.constantFrom('smb', 'large') }),
          reference: fc.record({ segment: fc.constantFrom('smb', '') }),
        }),
      }),
    ),
  )
  .map((list) => [...list])
const handoffs: fc.Arbitrary<Handoff[]> = fc
  .array(
    fc.record(
      {
        leadId: fc.constantFrom(...leadIds),
        fromTeam: fc.constant('marketing'),
        toTeam: fc.constantFrom('es', 'mx'),
        handedAt: instants,
        assignedTo: fc.constantFrom('ana', 'ben'),
        decision: fc.record({
          outcome: fc.constantFrom('accepted' as const, 'rejected' as const, 'recycled' as const),
          at: instants,
          reason: fc.constantFrom('', 'not_icp', 'no_budget'),
        }),
      },
      { requiredKeys: ['leadId', 'fromTeam', 'toTeam', 'handedAt'] },
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((handoff, index) => ({ ...handoff, id: `H${index}` })))
const interactions = fc.array(
  fc.record({
    leadId: fc.constantFrom(...leadIds),
    at: instants,
    direction: fc.constantFrom('in' as const, 'out' as const),
    channel: fc.constantFrom('call', 'email', 'meeting'),
  }),
  { maxLength: 12 },
)
const companies = fc.record({ leads, handoffs, interactions })

// Few instants, so that changes meet at one of them.
const ownerChanges = fc.array(
  fc.record(
    {
      leadId: fc.constantFrom('a', 'b'),
      at: fc.constantFrom(start + hour, start + 2 * hour),
      to: fc.constantFrom(null, 'ana', 'ben', 'eva'),
      reason: fc.constantFrom('ooo_cover', 'ooo_return', 'wrong_owner', ''),
    },
    { requiredKeys: ['leadId', 'at'] },
  ),
  { maxLength: 8 },
)
const opportunities = fc
  .array(
    fc.record({
      leadId: fc.constantFrom(...leadIds),
      createdAt: instants,
      closedAt: instants,
      status: fc.constantFrom('won' as const, 'lost' as const),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((deal, index) => ({ ...deal, id: `O${index}` })))

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

describe('the order of the records', () => {
  const everything = fc.record({ leads, handoffs, interactions, ownerChanges, opportunities })
  const turned = everything.chain((company) =>
    fc.record({
      company: fc.constant(company),
      again: fc.record({
        leads: shuffled(company.leads),
        handoffs: shuffled(company.handoffs),
        interactions: shuffled(company.interactions),
        ownerChanges: shuffled(company.ownerChanges),
        opportunities: shuffled(company.opportunities),
      }),
    }),
  )

  it('changes no byte of the tally and the figures', () => {
    fc.assert(
      fc.property(turned, ({ company, again }) => {
        expect(JSON.stringify(tallyHandoffs(again, { asOf, policy }))).toBe(
          JSON.stringify(tallyHandoffs(company, { asOf, policy })),
        )
        expect(JSON.stringify(measureLeadHandoffQuality(again, { asOf, policy }))).toBe(
          JSON.stringify(measureLeadHandoffQuality(company, { asOf, policy })),
        )
      }),
      { ...settings, numRuns: 30 },
    )
  })

  it('changes no reassignment, also between changes at one instant', () => {
    fc.assert(
      fc.property(
        ownerChanges.chain((changes) => fc.tuple(fc.constant(changes), shuffled(changes))),
        ([changes, again]) => {
          const count = (given: typeof changes) => countReassignments({ firstOwner: 'ana', changes: given }, { asOf })
          expect(count(again)).toEqual(count(changes))
        },
      ),
      settings,
    )
  })
})

describe('hand-offs', () => {
  it('give the same figures in any order, from records or tally, and survive JSON', () => {
    fc.assert(
      fc.property(companies, (company) => {
        const quality = measureLeadHandoffQuality(company, { asOf, policy })
        const turned = {
          leads: [...company.leads].reverse(),
          handoffs: [...company.handoffs].reverse(),
          interactions: [...company.interactions].reverse(),
        }
        expect(measureLeadHandoffQuality(turned, { asOf, policy })).toEqual(quality)
        expect(leadHandoffQuality(tallyHandoffs(company, { asOf, policy }))).toEqual(quality)
        expect(JSON.parse(JSON.stringify(quality))).toEqual(quality)
      }),
      { ...settings, numRuns: 30 },
    )
  })

  it('merge from parts of whole leads', () => {
    fc.assert(
      fc.property(companies, fc.integer({ min: 0, max: 5 }), (company, cut) => {
        const duplicates = findDuplicateLeads(company.leads)
        const part = (ids: readonly string[], name: string) =>
          tallyHandoffs(
            {
              leads: company.leads.filter(({ id }) => ids.includes(id)),
              handoffs: company.handoffs.filter(({ leadId }) => ids.includes(leadId)),
              interactions: company.interactions.filter(({ leadId }) => ids.includes(leadId)),
              duplicates,
            },
            { asOf, policy, partition: { name: 'leads', part: name } },
          )
        const merged = mergeTallies(part(leadIds.slice(0, cut), '1'), part(leadIds.slice(cut), '2'))
        expect(leadHandoffQuality(merged)).toEqual(measureLeadHandoffQuality(company, { asOf, policy }))
      }),
      settings,
    )
  })

  it('count every hand-off once: clocks, clean and defective, known and pending', () => {
    fc.assert(
      fc.property(companies, (company) => {
        for (const { counts } of tallyHandoffs(company, { asOf, policy }).cells) {
          const of = (name: string): number => counts[name] ?? 0
          for (const side of ['acceptance', 'response']) {
            const states = ['Met', 'Breached', 'Pending', 'NotApplicable'].map((state) => of(`${side}${state}`))
            expect(states.reduce((sum, count) => sum + count, 0)).toBe(of('handed'))
          }
          expect(of('clean')).toBeLessThanOrEqual(of('handed'))
          expect(of('defects')).toBeGreaterThanOrEqual(of('handed') - of('clean'))
          expect(of('firstPass')).toBeLessThanOrEqual(Math.min(of('clean'), of('mature')))
          expect(of('acceptedUntouched')).toBeLessThanOrEqual(of('acceptedDue'))
        }
      }),
      settings,
    )
  })

  it('are not touched by what is known later', () => {
    fc.assert(
      fc.property(companies, (company) => {
        const early = { asOf: start + 20 * 24 * hour, policy }
        const known = (at: unknown): boolean => (at as number) <= early.asOf
        const { excluded: _excluded, ...quality } = measureLeadHandoffQuality(company, early)
        const { excluded: _none, ...before } = measureLeadHandoffQuality(
          {
            leads: company.leads,
            handoffs: company.handoffs
              .filter(({ handedAt }) => known(handedAt))
              .map(({ decision, ...rest }) =>
                decision !== undefined && known(decision.at) ? { ...rest, decision } : rest,
              ),
            interactions: company.interactions.filter(({ at }) => known(at)),
          },
          early,
        )
        expect(quality).toEqual(before)
      }),
      settings,
    )
  })
})

describe('the score', () => {
  const parts = fc.option(fc.integer({ min: 0, max: 1000 }).map((share) => share / 1000))
  const components: fc.Arbitrary<HandoffComponents> = fc.record({
    completeness: parts,
    classification: parts,
    timeliness: parts,
    acceptance: parts,
    stability: parts,
    uniqueness: parts,
  })

  it('lies in 0..100, loses what is missing to 100, and ignores the scale of the weights', () => {
    fc.assert(
      fc.property(components, fc.boolean(), (given, contactable) => {
        const score = scoreHandoff({ components: given, contactable })
        const weights = {
          completeness: 5,
          classification: 5,
          timeliness: 4,
          acceptance: 3,
          stability: 2,
          uniqueness: 1,
        }
        expect(scoreHandoff({ components: given, contactable }, { weights })).toEqual(score)
        if (score.raw === null || score.value === null) return
        expect(score.value).toBeLessThanOrEqual(score.raw)
        expect(score.value).toBeGreaterThanOrEqual(0)
        const lost = score.lost.reduce((sum, { points }) => sum + points, 0)
        expect(lost).toBeCloseTo(100 - score.raw, 9)
      }),
      settings,
    )
  })
})

describe('what a hand-off is judged by', () => {
  const values = fc.constantFrom<unknown>('Acme', ' n/a ', '', 0, 7, null, 'ana@example.org', '+34 600 000 000')
  const fields = fc.record({ company: values, email: values, phone: values, budget: values })
  const requiredFields = [
    { field: 'company', weight: '0.1' },
    { field: 'email', weight: 2, validator: 'email' },
    { field: 'phone', validator: 'phone' },
    { field: 'budget', zeroIsMissing: true },
  ] as const

  it('is complete from 0 to 1, whatever the order, the case and the spaces', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const completeness = leadCompleteness(given, { requiredFields })
        const shouted = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [
            name,
            typeof value === 'string' ? ` ${value.toUpperCase()}` : value,
          ]),
        )
        const turned = leadCompleteness(shouted, { requiredFields: [...requiredFields].reverse() })
        expect(turned.value).toBe(completeness.value)
        expect(completeness.value).toBeGreaterThanOrEqual(0)
        expect(completeness.value).toBeLessThanOrEqual(1)
        const never = { field: 'vat', when: { field: 'company', equals: 'nobody' } }
        expect(leadCompleteness(given, { requiredFields: [...requiredFields, never] }).value).toBe(completeness.value)
      }),
      settings,
    )
  })

  it('repeats an earlier lead in any order of the leads, the earliest never listed', () => {
    fc.assert(
      fc.property(
        leads.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, again]) => {
          const duplicates = findDuplicateLeads(list)
          expect(findDuplicateLeads(again)).toEqual(duplicates)
          const createdAt = new Map(list.map((lead) => [lead.id, lead.createdAt as number]))
          for (const { leadId, duplicateOf } of duplicates) {
            expect(createdAt.get(duplicateOf)).toBeLessThanOrEqual(createdAt.get(leadId) ?? 0)
            expect(duplicateOf).not.toBe(leadId)
          }
          const latest = Math.max(...list.map((lead) => lead.createdAt as number)) + 1
          const later = { ...(list[0] as Lead), id: 'later', createdAt: latest }
          expect(findDuplicateLeads([...list, later]).slice(0, duplicates.length)).toEqual(duplicates)
        },
      ),
      settings,
    )
  })

  it('counts every change of owner once, and a cover with its return as nothing', () => {
    const changes = fc.array(
      fc.record({
        to: fc.constantFrom('ana', 'ben', 'eva'),
        reason: fc.constantFrom('wrong_owner', 'territory_change'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(changes, fc.nat(6), (list, place) => {
        const dated = list.map((change, index) => ({ ...change, at: start + 10 * index * hour }))
        const count = (given: readonly { at: number; to: string; reason: string }[]) =>
          countReassignments({ firstOwner: 'ana', changes: given }, { asOf })
        const plain = count(dated)
        const owners = ['ana', ...list.map(({ to }) => to)]
        const unchanged = list.filter(({ to }, index) => to === owners[index]).length
        expect(plain.counted + plain.neutral + unchanged).toBe(list.length)
        const position = Math.min(place, list.length)
        const at = start + (10 * position - 5) * hour
        const cover = [
          { at, to: 'cover', reason: 'ooo_cover' },
          { at: at + hour, to: owners[position] ?? 'ana', reason: 'ooo_return' },
        ]
        const covered = count([...dated, ...cover])
        expect({ ...covered, neutral: covered.neutral - 2 }).toEqual(plain)
      }),
      settings,
    )
  })

  it('scores a component that is not known as if it had no weight, and never less for a better one', () => {
    const part = fc.integer({ min: 0, max: 100 }).map((share) => share / 100)
    const names = ['completeness', 'classification', 'timeliness', 'acceptance', 'stability', 'uniqueness'] as const
    const known = fc.record({
      completeness: part,
      classification: part,
      timeliness: part,
      acceptance: part,
      stability: part,
      uniqueness: part,
    })
    fc.assert(
      fc.property(known, fc.constantFrom(...names), part, (components, name, better) => {
        const weights = {
          completeness: 3,
          classification: 3,
          timeliness: 2,
          acceptance: 2,
          stability: 2,
          uniqueness: 1,
        }
        const without = scoreHandoff({ components }, { weights: { ...weights, [name]: 0 } })
        expect(scoreHandoff({ components: { ...components, [name]: null } }, { weights }).raw).toBe(without.raw)
        const raised = { ...components, [name]: Math.max(components[name], better) }
        const [low, high] = [
          scoreHandoff({ components }, { weights }),
          scoreHandoff({ components: raised }, { weights }),
        ]
        expect(high.raw).toBeGreaterThanOrEqual(low.raw ?? 0)
      }),
      settings,
    )
  })
})
