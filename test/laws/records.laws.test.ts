import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import * as records from '../../src/records/index.js'
import * as schemas from '../../src/schemas/index.js'
import { deepFreeze } from './deepFreeze.js'

type Result = records.RowResult<object>
type Mapper = (row: records.Row, options?: never) => Result

interface Subject {
  mapper: Mapper
  schema: z.ZodType<unknown>
  row: Record<string, unknown>
  options: object
}

const at = '2026-01-05T10:00:00Z'
const price = { unit_amount: 1050, currency: 'eur', recurring: { interval: 'month', interval_count: 1 } }
const shop = { id: 1, currency: 'EUR', line_items: [{ quantity: 2, price: '1.10', total: '2.20' }] }

function subject(mapper: unknown, schema: z.ZodType<unknown>, row: object, options: object = {}): Subject {
  return { mapper: mapper as Mapper, schema, row: row as Record<string, unknown>, options }
}

const columns = { id: 'No', customerId: 'Who', startedAt: 'From', endedAt: 'To', mrr: 'Sum', currency: 'Cur' }
const { leadSchema, opportunitySchema, ticketSchema, orderSchema, customerSchema, interactionSchema } = schemas
const subjects: readonly Subject[] = [
  subject(records.mapColumns('subscription', { columns }), schemas.subscriptionSchema, {
    No: 1,
    Who: 'c',
    From: at,
    To: null,
    Sum: '5.00',
    Cur: 'eur',
    Plan: 'pro',
  }),
  subject(records.mapHubspotLead, leadSchema, {
    hs_object_id: 1,
    createdate: at,
    hubspot_owner_id: '',
    email: 'a@b.co',
  }),
  subject(records.mapHubspotDeal, opportunitySchema, {
    hs_object_id: 1,
    createdate: at,
    hs_is_closed: true,
    hs_is_closed_won: true,
    closedate: at,
    amount: 5,
  }),
  subject(
    records.mapHubspotTicket,
    ticketSchema,
    { hs_object_id: 1, createdate: at, hs_pipeline_stage: '4', company: 'c' },
    { columns: { customerId: 'company' } },
  ),
  subject(records.mapHubspotEngagement, interactionSchema, {
    hs_object_id: 1,
    hs_timestamp: at,
    hs_engagement_type: 'CALL',
    hs_call_direction: 'INBOUND',
  }),
  subject(records.mapSalesforceLead, leadSchema, {
    id: 'a',
    created_date: at,
    owner_id: 'u',
    converted_date: '2026-01-06',
  }),
  subject(records.mapSalesforceOpportunity, opportunitySchema, {
    id: 'a',
    created_date: at,
    is_closed: false,
    is_won: false,
    close_date: '2026-03-01',
  }),
  subject(records.mapSalesforceCase, ticketSchema, {
    Id: 'a',
    AccountId: 'c',
    CreatedDate: at,
    Status: 'New',
    IsClosed: true,
    ClosedDate: at,
  }),
  subject(records.mapSalesforceActivity, interactionSchema, {
    id: 'a',
    who_id: '00Q1',
    completed_date_time: at,
    task_subtype: 'Call',
    call_type: 'Outbound',
  }),
  subject(records.mapPipedriveLead, leadSchema, {
    id: 'a',
    add_time: '2026-01-05 10:00:00',
    owner_id: { value: 5, name: 'N' },
    person_id: 9,
  }),
  subject(records.mapPipedriveDeal, opportunitySchema, {
    id: 1,
    add_time: '2026-01-05 10:00:00',
    status: 'won',
    won_time: '2026-01-06 10:00:00',
    value: 5.5,
  }),
  subject(
    records.mapPipedriveActivity,
    interactionSchema,
    { id: 1, done: 1, marked_as_done_time: at, type: 'call' },
    { direction: 'out' },
  ),
  subject(records.mapZohoLead, leadSchema, { id: '1', Created_Time: at, Owner: { id: 'u', name: 'N' }, Phone: '+34' }),
  subject(
    records.mapZohoDeal,
    opportunitySchema,
    { id: '1', Created_Time: at, Stage: 'Won', Closing_Date: '2026-03-01', Amount: 5 },
    { wonStages: ['Won'], lostStages: ['Lost'] },
  ),
  subject(records.mapZohoDeskTicket, ticketSchema, {
    id: '1',
    contactId: 'c',
    createdTime: at,
    status: 'Open',
    closedTime: at,
  }),
  subject(records.mapOdooLead, leadSchema, {
    id: 1,
    type: 'lead',
    create_date: '2026-01-05 10:00:00',
    user_id: [1, 'N'],
    source_id: false,
  }),
  subject(records.mapOdooOpportunity, opportunitySchema, {
    id: 1,
    type: 'opportunity',
    create_date: '2026-01-05 10:00:00',
    probability: 100,
    date_closed: '2026-01-06 10:00:00',
  }),
  subject(records.mapOdooSaleOrder, orderSchema, {
    name: 'S1',
    date_order: '2026-01-05 10:00:00',
    state: 'sale',
    amount_total: 5.5,
    currency_id: [1, 'EUR'],
  }),
  subject(records.mapOdooPartner, customerSchema, { id: 1, create_date: '2026-01-05 10:00:00', email: 'A@b.co' }),
  subject(records.mapOdooTicket, ticketSchema, {
    id: 1,
    partner_id: [4, 'N'],
    create_date: '2026-01-05 10:00:00',
    stage_id: [1, 'New'],
  }),
  subject(records.mapZendeskTicket, ticketSchema, {
    id: 1,
    requester_id: 2,
    created_at: at,
    status: 'solved',
    tags: ['a'],
    metric_set: { solved_at: at, reopens: 0 },
  }),
  subject(records.mapZendeskSchedule, schemas.businessCalendarSchema, {
    time_zone: 'Europe/Madrid',
    intervals: [{ start_time: 1980, end_time: 2460 }],
  }),
  subject(records.mapShopifyOrder, orderSchema, {
    ...shop,
    processed_at: at,
    financial_status: 'refunded',
    total_price: '5.50',
    refunds: [{ transactions: [{ kind: 'refund', amount: '1' }] }],
  }),
  subject(records.mapShopifyOrderCsv, orderSchema, {
    Id: 1,
    'Created at': '2026-01-05 10:00:00 +0100',
    'Financial Status': 'paid',
    Total: '5.50',
    Currency: 'EUR',
    'Lineitem quantity': 2,
    'Lineitem price': '1.1',
  }),
  subject(records.mapShopifyCustomer, customerSchema, { id: 1, created_at: at, email: 'a@b.co' }),
  subject(records.mapShopifyReturn, schemas.returnSchema, {
    id: 1,
    order_id: 2,
    created_at: at,
    total_quantity: 1,
    status: 'open',
  }),
  subject(records.mapWooCommerceOrder, orderSchema, {
    ...shop,
    date_created_gmt: '2026-01-05T10:00:00',
    status: 'refunded',
    total: '5.50',
    customer_id: 7,
    refunds: [{ total: '-1.00' }],
  }),
  subject(records.mapWooCommerceCustomer, customerSchema, {
    id: 1,
    date_created_gmt: '2026-01-05T10:00:00',
    email: 'a@b.co',
  }),
  subject(records.mapStripeSubscription, schemas.subscriptionSchema, {
    id: 's',
    customer: 'c',
    status: 'active',
    currency: 'eur',
    start_date: 1_700_000_000,
    items: [{ price }],
  }),
  subject(records.mapStripeCustomer, customerSchema, { id: 'c', created: 1_700_000_000, email: 'a@b.co' }),
  subject(records.mapProfitwellMovement, schemas.mrrMovementSchema, {
    customer_id: 'c',
    date: at,
    activity: 'upgrade',
    mrr: '-5.00',
    currency: 'eur',
  }),
]

const settings: fc.Parameters<unknown> = { seed: 20261127, numRuns: 150 }
const marker = 'MARKER-7261'
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<fc.JsonValue>(
    '',
    ' ',
    null,
    false,
    0,
    -1,
    1e21,
    1e-7,
    '0',
    '1,5',
    '-3',
    marker,
    [],
    {},
    [marker],
    { id: marker },
    ['x', ''],
    '2026-02-31',
    '2026-01-05',
    '1e999999999',
  ),
)
const names = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'a.b', marker)

/** A good row with a few cells replaced, dropped or added. */
const cases = fc.record({
  index: fc.nat(subjects.length - 1),
  edits: fc.array(fc.tuple(fc.nat(20), fc.option(junk, { nil: undefined })), { maxLength: 3 }),
  more: fc.array(fc.tuple(names, junk), { maxLength: 2 }),
})

function rowOf({
  index,
  edits,
  more,
}: {
  index: number
  edits: [number, unknown][]
  more: [string, unknown][]
}): [Subject, object] {
  const chosen = subjects[index] as Subject
  const keys = Object.keys(chosen.row)
  const entries = new Map<string, unknown>([...Object.entries(chosen.row), ...more])
  for (const [at, value] of edits) {
    const key = keys[at % keys.length] ?? ''
    if (value === undefined) entries.delete(key)
    else entries.set(key, value)
  }
  // Through JSON, which has no negative zero.
  return [chosen, deepFreeze(JSON.parse(JSON.stringify(Object.fromEntries(entries))) as object)]
}

describe('mappers', () => {
  it('take every good row', () => {
    for (const { mapper, schema, row, options } of subjects) {
      const result = mapper(row, options as never)
      expect(result).toHaveProperty('record')
      expect(schema.safeParse((result as { record: object }).record).error).toBeUndefined()
    }
  })

  it('never throw on a row; what they take passes its schema and stays itself through JSON', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const [{ mapper, schema, options }, row] = rowOf(input)
        const result = mapper(row, options as never)
        expect(mapper(row, options as never)).toEqual(result)
        if (result.status === 'bad') expect(result.issues.length).toBeGreaterThan(0)
        if (result.status !== 'ok') return
        expect(schema.safeParse(result.record).error?.issues).toBeUndefined()
        expect(JSON.parse(JSON.stringify(result.record))).toEqual(result.record)
      }),
      { ...settings, numRuns: 600 },
    )
  })

  it('never throw on any JSON value', () => {
    fc.assert(
      fc.property(fc.nat(subjects.length - 1), fc.jsonValue(), (index, row) => {
        const { mapper, options } = subjects[index] as Subject
        expect(['ok', 'bad', 'skipped']).toContain(mapper(row as object, options as never).status)
      }),
      settings,
    )
  })

  it('tell no text of a cell', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const [{ mapper, options }, row] = rowOf(input)
        const { bad, definition } = records.mapRows([row], mapper as never, options as never)
        expect(JSON.stringify({ bad, definition })).not.toContain(marker)
      }),
      settings,
    )
  })

  it('give an open deal no closing date, and every closed one its own', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const [{ mapper, schema, options }, row] = rowOf(input)
        const result = mapper(row, options as never)
        if (schema !== opportunitySchema || result.status !== 'ok') return
        const { status, closedAt } = result.record as records.Opportunity
        expect(closedAt === undefined).toBe(status === 'open')
      }),
      settings,
    )
  })
})

describe('mapRows', () => {
  const rows = fc.array(cases, { maxLength: 12 })
  const columnsMapper = subjects[0]?.mapper as Mapper
  const some = rows.map((list) => list.map((input) => rowOf({ ...input, index: 0 })[1]))

  it('accounts for every row, and parts add up to the whole', () => {
    fc.assert(
      fc.property(some, fc.nat(12), (list, cut) => {
        const whole = records.mapRows(list, columnsMapper as never)
        const parts = [list.slice(0, cut), list.slice(cut)].map((part) => records.mapRows(part, columnsMapper as never))
        const skipped = Object.values(whole.skipped).reduce((sum, count) => sum + count, 0)
        expect(whole.records.length + whole.bad.length + skipped).toBe(list.length)
        expect(parts.flatMap((part) => part.records)).toEqual(whole.records)
        const first = Math.min(cut, list.length)
        const bad = parts.flatMap((part, at) =>
          part.bad.map(({ index, issues }) => ({ index: index + at * first, issues })),
        )
        expect(bad).toEqual(whole.bad)
      }),
      settings,
    )
  })

  it('permutes with its rows', () => {
    fc.assert(
      fc.property(some, (list) => {
        const forth = records.mapRows(list, columnsMapper as never)
        const back = records.mapRows([...list].reverse(), columnsMapper as never)
        expect(back.records).toEqual([...forth.records].reverse())
        expect(back.bad.map(({ issues }) => issues)).toEqual(forth.bad.map(({ issues }) => issues).reverse())
      }),
      settings,
    )
  })

  it('changes nothing but the definition when columns are renamed on both sides', () => {
    const renamed = Object.fromEntries(Object.entries(columns).map(([field, name]) => [field, `${name} 2`]))
    const other = records.mapColumns('subscription', { columns: renamed as typeof columns })
    fc.assert(
      fc.property(some, (list) => {
        const rename = (row: object): object =>
          Object.fromEntries(
            Object.entries(row).map(([key, value]) => [Object.values(columns).includes(key) ? `${key} 2` : key, value]),
          )
        const before = records.mapRows(list, columnsMapper as never)
        const after = records.mapRows(list.map(rename), other)
        expect(after.records.map((record) => JSON.stringify(record)).sort()).toEqual(
          before.records.map((record) => JSON.stringify(record)).sort(),
        )
        expect(after.bad.map(({ index }) => index)).toEqual(before.bad.map(({ index }) => index))
      }),
      settings,
    )
  })
})

describe('amounts', () => {
  it('are the exact decimals of their source, in minor units of the currency', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.constantFrom(['eur', 2], ['jpy', 0], ['kwd', 3]),
        (units, [currency, decimals]) => {
          const items = [{ price: { ...price, unit_amount: units, currency } }]
          const row = {
            ...subjects.find(({ mapper }) => mapper === (records.mapStripeSubscription as unknown))?.row,
            currency,
            items,
          }
          const result = records.mapStripeSubscription(row)
          const text = result.status === 'ok' ? String(result.record.mrr) : ''
          expect(text).toMatch(/^\d+\.\d{2,}$/)
          const [whole = '', fraction = ''] = text.split('.')
          expect(BigInt(whole + fraction) * 10n ** BigInt(4)).toBe(
            BigInt(units) * 10n ** BigInt(4 + fraction.length - Number(decimals)),
          )
        },
      ),
      settings,
    )
  })

  it('reads decimal text of either separator as the same amount', () => {
    const point = records.mapColumns('customerRevenue', { columns: { customerId: 'c', start: 's', end: 's' } })
    const comma = records.mapColumns('customerRevenue', {
      columns: { customerId: 'c', start: 's', end: 's' },
      decimalSeparator: ',',
    })
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,15}(\.\d{1,12})?$/), (text) => {
        const [a, b] = [point({ c: 'x', s: text }), comma({ c: 'x', s: text.replace('.', ',') })]
        expect(a).toEqual(b)
        expect(a).toEqual({ status: 'ok', record: { customerId: 'x', start: text, end: text } })
      }),
      settings,
    )
  })
})

describe('groups', () => {
  it('hold every row once, in order', () => {
    const row = fc.record({ n: fc.constantFrom('a', ' a', 'b', '', null, 7, '7') })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        fc.pre(rows.some(({ n }) => n !== undefined))
        expect(records.groupRows(rows, 'n').flat()).toEqual(rows)
      }),
      settings,
    )
  })
})
