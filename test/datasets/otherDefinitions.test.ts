import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readHandoffPolicy, syntheticHandoffs } from '../../docs/examples/folders/syntheticHandoffs.js'
import {
  type Commitment,
  leadCompleteness,
  measureCommitmentFulfilmentRate,
  measureLeadHandoffQuality,
  measureRepeatPurchaseRate,
  type Order,
} from '../../src/index.js'
import { meanOf } from './figureShapes.js'
import { hasDatasets, readFigures, readRows } from './readDataset.js'

/** The figures are computed by one definition; here is what the other ones give that are named beside it. */
describe.skipIf(!hasDatasets)('figures by another definition (skipped without ../shared/data)', () => {
  const completenessOf = (rows: readonly Record<string, string>[], fields: readonly string[]) => {
    const requiredFields = fields.map((field) => ({ field }))
    const read = rows.map((row) => leadCompleteness(row, { requiredFields }))
    const mean = meanOf(read.map(({ value }) => value ?? Number.NaN))
    return { mean: Number(mean.toFixed(6)), complete: read.filter(({ missing }) => missing.length === 0).length }
  }

  it('takes "unknown" as missing by default: fewer deals of the funnel are complete', () => {
    const { byField } = readFigures<{ dealCompleteness: { byField: object } }>('olist_funnel').dealCompleteness
    const deals = readRows('olist_funnel/closed_deals.csv')
    expect(completenessOf(deals, Object.keys(byField))).toEqual({ mean: 0.564001, complete: 34 })
  })

  it('takes "unknown" as missing by default: a few forms of leads are less complete, as many complete', () => {
    const { definitions, fullyComplete } = readFigures<{
      definitions: { required: string[] }
      fullyComplete: { k: number }
    }>('xeducation_leads')
    const leads = readRows('xeducation_leads/leads.csv.gz')
    expect(completenessOf(leads, definitions.required)).toEqual({ mean: 0.734979, complete: fullyComplete.k })
  })

  it('counts free orders by default', () => {
    const orders = readRows('cdnow/cdnow_master_transactions.csv').map(
      ({ customer_id, date = '', value = '' }, index): Order => ({
        id: String(index),
        customerId: customer_id,
        placedAt: date,
        status: 'paid',
        total: value,
        currency: 'USD',
      }),
    )
    const period = { start: '1997-01-01', end: '1998-07-01' }
    const rate = measureRepeatPurchaseRate(orders, { asOf: period.end, period, occasion: 'day' })
    expect([rate.numerator, rate.denominator]).toEqual([11_516, 23_570])
  })

  it('leaves promises that were kept before they were due pending by default', () => {
    const commitments = readRows('synthetic_handoffs/commitments.csv').map(
      (row): Commitment => ({
        id: row['commitment_id'] ?? '',
        customerId: row['lead_id'] ?? '',
        madeAt: row['at'] ?? '',
        dueAt: row['due_at'],
        ...(row['fulfilled_at'] === '' ? {} : { fulfilledAt: row['fulfilled_at'] }),
      }),
    )
    const rate = measureCommitmentFulfilmentRate(commitments, { asOf: '2025-07-01T00:00:00Z' })
    const { numerator, denominator, pending, keptEver } = rate
    expect({ numerator, denominator, pending }).toEqual({ numerator: 210, denominator: 505, pending: 30 })
    expect([keptEver?.numerator, keptEver?.denominator]).toEqual([422, 505])
  })

  it('takes a budget of the number 0 as missing, but not the text', () => {
    const folder = fileURLToPath(new URL('../../../shared/data/synthetic_handoffs', import.meta.url))
    const keep = <T>(_name: string, { records }: { records: T[] }): T[] => records
    const { leads = [], handoffs = [], ...records } = syntheticHandoffs.read(folder, { say: () => {}, keep })
    const parsed = [...leads].map(({ fields, ...lead }) => {
      const { budget } = fields
      const isNumber = typeof budget === 'string' && /^\d+$/.test(budget)
      return { ...lead, fields: isNumber ? { ...fields, budget: Number(budget) } : fields }
    })
    const options = { asOf: '2025-07-01T00:00:00Z', policy: readHandoffPolicy(folder) }
    const missingOf = (some: typeof parsed) =>
      measureLeadHandoffQuality({ ...records, leads: some, handoffs }, options).defectsByKind['missing:budget']
    expect([missingOf([...leads]), missingOf(parsed)]).toEqual([54, 61])
  })
})
