import { describe, expect, it } from 'vitest'
import { findDuplicateLeads } from '../../src/metrics/index.js'
import {
  measureAll,
  type ReviewTally,
  reviewRetention,
  type SomeRecords,
  tallyRecords,
} from '../../src/review/index.js'
import { mergeTallies } from '../../src/tally/index.js'
import { type CompanyRecords, inputOf, makeCompany, options, policy } from './company.js'
import { faultOf } from './faultOf.js'

const { asOf, timeZone } = options
const tallyOptions = { asOf, timeZone, policy }

/** Merges two tallies name by name. */
function merge(a: ReviewTally, b: ReviewTally): ReviewTally {
  const names = [...new Set([...Object.keys(a.tallies), ...Object.keys(b.tallies)])]
  const merged = names.map((name) => {
    const [first, second] = [a.tallies[name], b.tallies[name]]
    return [name, first === undefined || second === undefined ? (first ?? second) : mergeTallies(first, second)]
  })
  return { ...a, tallies: Object.fromEntries(merged) }
}

/** The records in parts: whole customers with what they did, whole leads with what happened to them. */
function partsOf(records: CompanyRecords, count: number): SomeRecords[] {
  const partOf = (id: string): number => Number(id.replace(/\D/g, '')) % count
  const ownerOf: { readonly [type: string]: (record: never) => string } = {
    customers: ({ id }: { id: string }) => id,
    referrals: ({ referrerId }: { referrerId: string }) => referrerId,
    leads: ({ id }: { id: string }) => id,
    objections: ({ prospectId }: { prospectId: string }) => prospectId,
  }
  const usual = ({ customerId, leadId }: { customerId?: string; leadId?: string }): string => leadId ?? customerId ?? ''
  const duplicates = findDuplicateLeads(records.leads)
  return Array.from({ length: count }, (_, part) => ({
    ...Object.fromEntries(
      Object.entries(records).map(([type, all]) => {
        const idOf = (ownerOf[type] ?? usual) as (record: object) => string
        return [type, (all as object[]).filter((record) => partOf(idOf(record)) === part)]
      }),
    ),
    duplicates,
  }))
}

describe('tallyRecords', () => {
  const records = makeCompany()
  const whole = reviewRetention(inputOf(), options)

  it('is plain JSON that a review takes in place of the records', () => {
    const tally = tallyRecords(records, tallyOptions)
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally)
    expect(reviewRetention({ ...inputOf(), records: tally }, options)).toEqual(whole)
  })

  it.each([2, 3])('gives the review of the whole when %i parts are merged, in any order', (count) => {
    const tallies = partsOf(records, count).map((part, index) =>
      tallyRecords(part, { ...tallyOptions, partition: { name: 'region', part: String(index) } }),
    )
    const forth = tallies.reduce(merge)
    const back = [...tallies].reverse().reduce(merge)
    expect(reviewRetention({ ...inputOf(), records: forth }, options)).toEqual(whole)
    expect(reviewRetention({ ...inputOf(), records: back }, options)).toEqual(whole)
  })

  it('is measured like the records', () => {
    const tally = tallyRecords(records, tallyOptions)
    expect(measureAll(tally, tallyOptions)).toEqual(measureAll(records, tallyOptions))
  })

  it('holds only what the records allow', () => {
    const { tallies } = tallyRecords({ opportunities: records.opportunities }, tallyOptions)
    expect(Object.keys(tallies).sort()).toEqual(['given', 'kept.opportunities'])
  })

  it('refuses options that shaped it otherwise', () => {
    const tally = tallyRecords(records, tallyOptions)
    const other = { ...policy, segments: [] }
    const fault = faultOf(() => measureAll(tally, { ...tallyOptions, policy: other }))
    expect(fault).toEqual({ code: 'TALLY_MISMATCH', path: 'records.definition.segments' })
    expect(faultOf(() => measureAll(tally, { ...tallyOptions, asOf: '2025-12-16' })).path).toBe(
      'records.definition.asOf',
    )
  })

  it('refuses a tally that lacks what the records had', () => {
    const { tallies, ...rest } = tallyRecords(records, tallyOptions)
    const { 'kept.opportunities': _gone, ...others } = tallies
    const fault = faultOf(() => measureAll({ ...rest, tallies: others }, tallyOptions))
    expect(fault).toEqual({ code: 'TALLY_MISMATCH', path: 'records.tallies.kept.opportunities' })
  })

  it('needs the duplicates of all leads for a part', () => {
    const partition = { name: 'region', part: '1' }
    expect(faultOf(() => tallyRecords(records, { ...tallyOptions, partition }))).toEqual({
      code: 'INVALID_INPUT',
      path: 'records.duplicates',
    })
  })

  it('leaves a definition that it was not made with to a gap', () => {
    const sla = {
      id: 'sla',
      title: 'Within an hour',
      kind: 'change',
      unit: 'ratio',
      baseline: '0.5',
      target: '0.9',
      metricRef: { metric: 'sla-attainment', definition: { target: 3_600_000 } },
    } as const
    const objectives = [{ id: 'o', title: 'Support', cycleId: '2025-Q4', keyResults: [sla] }]
    const tally = tallyRecords(records, tallyOptions)
    const { gaps } = reviewRetention({ ...inputOf(), objectives, records: tally }, options)
    expect(gaps).toContainEqual({ what: 'sla-attainment', code: 'definition_mismatch', needs: ['target'] })
  })
})
