import { describe, expect, it } from 'vitest'
import * as records from '../../src/records/index.js'

type Mapper = (row: records.Row, options?: never) => records.RowResult<unknown>

const at = '2026-01-05T10:00:00Z'
const stages = { wonStages: ['Won'], lostStages: ['Lost'] }

/** The record, or the reason, or the problems as text. */
function run(mapper: unknown, row: unknown, options: object = {}): unknown {
  const result = (mapper as Mapper)(row as records.Row, options as never)
  if (result.status === 'ok') return result.record
  if (result.status === 'skipped') return result.reason
  return result.issues.map(({ column, field, rule, received }) => `${column} ${field} ${rule} ${received}`)
}

describe('HubSpot', () => {
  const deal = { hs_object_id: 1, createdate: at, hs_is_closed: 'true', hs_is_closed_won: 'false', closedate: at }
  it('takes the state of a deal from its flags', () => {
    expect(run(records.mapHubspotDeal, deal)).toMatchObject({ status: 'lost', closedAt: at })
    expect(run(records.mapHubspotDeal, { ...deal, hs_is_closed: 0, hs_is_closed_won: '?' })).toEqual({
      id: '1',
      createdAt: at,
      status: 'open',
      expectedCloseAt: at,
    })
  })

  it('reports every problem of a closed deal', () => {
    expect(run(records.mapHubspotDeal, { ...deal, hs_is_closed_won: '', closedate: 'soon', amount: '1,5' })).toEqual([
      'amount amount invalid_amount text of 3',
      'hs_is_closed_won status missing text of 0',
      'closedate closedAt invalid_instant text of 4',
    ])
    expect(run(records.mapHubspotDeal, { ...deal, hs_is_closed: 'maybe' })).toEqual([
      'hs_is_closed status unknown_value text of 5',
    ])
    expect(run(records.mapHubspotDeal, { ...deal, closedate: '2026-01-04T10:00:00Z' })).toEqual([
      'closedate closedAt event_order text of 20',
    ])
  })

  it('replaces the flags, and no column that does not exist', () => {
    const { hs_is_closed: done, ...row } = deal
    expect(run(records.mapHubspotDeal, { ...row, done }, { columns: { isClosed: 'done' } })).toHaveProperty(
      'status',
      'lost',
    )
    expect(() => records.mapHubspotDeal(deal, { columns: { status: 'x' } })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })

  const call = { hs_object_id: 1, hs_timestamp: at, hs_engagement_type: 'CALL' }
  it.each<[object, object, unknown]>([
    [{ hs_call_direction: 'INBOUND' }, {}, { direction: 'in', channel: 'call' }],
    [{ hs_call_direction: 'OUTBOUND' }, { direction: 'in' }, { direction: 'out' }],
    [{}, { direction: 'out' }, { direction: 'out' }],
    [{ hs_engagement_type: 'EMAIL' }, {}, { direction: 'out', channel: 'email' }],
    [{ hs_engagement_type: 'FORWARDED_EMAIL' }, {}, { direction: 'out', channel: 'email' }],
  ])('reads the direction of an engagement %j', (members, options, expected) => {
    expect(run(records.mapHubspotEngagement, { ...call, ...members }, options)).toMatchObject(expected as object)
  })

  it('guesses no direction', () => {
    expect(run(records.mapHubspotEngagement, call)).toEqual(['hs_call_direction direction missing absent'])
    expect(run(records.mapHubspotEngagement, { ...call, hs_call_direction: 'UP' })).toEqual([
      'hs_call_direction direction unknown_value text of 2',
    ])
    expect(run(records.mapHubspotEngagement, { ...call, hs_engagement_type: 'TASK' })).toBe('other_type')
    expect(() => records.mapHubspotEngagement(call, { direction: 'inbound' as 'in' })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ path: 'options.direction' }) }),
    )
  })
})

describe('Salesforce', () => {
  const row = { Id: '5001', AccountId: '0011', CreatedDate: at, Status: 'Closed', ClosedDate: at }
  it('knows when a case was closed only while it is', () => {
    expect(run(records.mapSalesforceCase, { ...row, IsClosed: 'true' })).toHaveProperty('resolvedAt', at)
    expect(run(records.mapSalesforceCase, { ...row, IsClosed: false })).not.toHaveProperty('resolvedAt')
    expect(run(records.mapSalesforceCase, row)).toEqual(['IsClosed resolvedAt missing absent'])
    expect(run(records.mapSalesforceCase, { ...row, ClosedDate: '' })).not.toHaveProperty('resolvedAt')
  })

  it('tells whom a task was with by the id, and needs a zone for a day', () => {
    const task = { id: '1', who_id: '0031', what_id: '0061', activity_date: '2026-01-05', task_subtype: 'Email' }
    const options = { direction: 'out', timeZone: 'UTC' }
    const record = run(records.mapSalesforceActivity, task, options)
    expect(record).toMatchObject({ opportunityId: '0061', at: '2026-01-05T00:00:00Z', channel: 'email' })
    expect(record).not.toHaveProperty('leadId')
    expect(run(records.mapSalesforceActivity, task, { direction: 'out' })).toEqual([
      'completed_date_time at zone_required text of 10',
    ])
  })
})

describe('Pipedrive', () => {
  it('skips what is deleted or only planned', () => {
    expect(run(records.mapPipedriveDeal, { status: 'deleted' })).toBe('deleted')
    expect(run(records.mapPipedriveActivity, { done: 'maybe' })).toBe('other_type')
    expect(run(records.mapPipedriveActivity, 'text')).toEqual([
      'marked_as_done_time at missing absent',
      ' direction missing absent',
      'type channel missing absent',
    ])
  })

  it('reads look-ups, and a closed deal needs its date', () => {
    const deal = {
      id: 3,
      add_time: '2026-01-05 10:00:00',
      status: 'lost',
      org_id: null,
      person_id: { value: 9, name: 'Kim' },
    }
    expect(run(records.mapPipedriveDeal, deal)).toEqual(['won_time closedAt missing absent'])
    expect(run(records.mapPipedriveDeal, { ...deal, lost_time: '2026-02-01 10:00:00' })).toMatchObject({
      customerId: '9',
      closedAt: '2026-02-01T10:00:00Z',
    })
    expect(run(records.mapPipedriveDeal, { ...deal, status: 'open', close_time: 'x' })).not.toHaveProperty('closedAt')
    const activity = { done: true, marked_as_done_time: at, type: 'call', side: 'inbound' }
    expect(run(records.mapPipedriveActivity, activity, { columns: { direction: 'side' } })).toHaveProperty(
      'direction',
      'in',
    )
  })
})

describe('Zoho', () => {
  const deal = { id: '7', Created_Time: at, Stage: ' Won ', Closing_Date: '2026-03-31' }
  it('knows won and lost by the labels of the caller', () => {
    expect(run(records.mapZohoDeal, deal, stages)).toMatchObject({ status: 'won', closedAt: '2026-03-31' })
    expect(run(records.mapZohoDeal, { ...deal, Stage: 'Lost' }, stages)).toHaveProperty('status', 'lost')
    expect(run(records.mapZohoDeal, { ...deal, Stage: { id: 1, name: 'won' } }, stages)).toMatchObject({
      stage: 'won',
      status: 'open',
      expectedCloseAt: '2026-03-31',
    })
    expect(run(records.mapZohoDeal, { ...deal, Stage: '' }, stages)).toEqual(['Stage status missing text of 0'])
    expect(run(records.mapZohoDeal, { ...deal, Stage: true }, stages)).toEqual(['Stage stage unknown_value boolean'])
  })

  it.each([
    [undefined, 'options.wonStages'],
    [{ wonStages: ['Won'] }, 'options.lostStages'],
    [{ wonStages: ['Won', 'Lost '], lostStages: ['Lost'] }, 'options.lostStages'],
    [{ wonStages: [' '], lostStages: [] }, 'options.wonStages'],
  ])('refuses %j', (options, path) => {
    expect(() => records.mapZohoDeal(deal, options as typeof stages)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})

describe('Odoo', () => {
  const row = { id: 6, type: 'opportunity', create_date: '2026-01-05 10:00:00', date_closed: '2026-02-01 10:00:00' }
  it.each<[object, string]>([
    [{ active: false, lost_reason_id: [3, 'Price'], probability: 100 }, 'lost'],
    [{ active: 'False', lost_reason_id: [3, 'Price'] }, 'lost'],
    [{ active: false, lost_reason_id: false, probability: 100 }, 'won'],
    [{ active: true, lost_reason_id: [3, 'Price'], probability: '100.0' }, 'won'],
    [{ probability: 99.9 }, 'open'],
    [{}, 'open'],
  ])('reads %j as %s', (members, status) => {
    const record = run(records.mapOdooOpportunity, { ...row, ...members }) as records.Opportunity
    expect(record.status).toBe(status)
    expect(record.closedAt).toBe(status === 'open' ? undefined : '2026-02-01T10:00:00Z')
  })

  it('wants to know the kind of a row', () => {
    expect(run(records.mapOdooOpportunity, { ...row, type: 'lead' })).toBe('other_type')
    expect(run(records.mapOdooLead, { ...row, type: '' })).toEqual(['type status missing text of 0'])
    expect(run(records.mapOdooOpportunity, { ...row, type: 'x', probability: 'y' })).toEqual([
      'type status unknown_value text of 1',
      'probability status invalid_number text of 1',
    ])
  })

  it('takes half a pair for no value', () => {
    const ticket = { id: 4, partner_id: [4, 'Acme'], create_date: '2026-01-05 10:00:00', stage_id: [1, 'New'] }
    expect(run(records.mapOdooTicket, { ...ticket, partner_id: ['', 'Acme'], stage_id: [1, ' '] })).toEqual([
      'partner_id customerId unknown_value array',
      'stage_id status unknown_value array',
    ])
    expect(run(records.mapOdooTicket, { ...ticket, partner_id: ['', ''] })).toEqual([
      'partner_id customerId missing array',
    ])
  })

  it('reads pairs by their id or name', () => {
    const order = {
      name: false,
      id: 12,
      date_order: '2026-01-05 10:00:00',
      state: 'draft',
      amount_total: 0,
      currency_id: [1, 'EUR'],
    }
    expect(run(records.mapOdooSaleOrder, order)).toMatchObject({
      id: '12',
      status: 'open',
      total: '0',
      currency: 'EUR',
    })
    expect(run(records.mapOdooSaleOrder, { ...order, state: 'cancel' })).toHaveProperty('status', 'cancelled')
    expect(run(records.mapOdooSaleOrder, { ...order, partner_id: [4, ''], state: [1, ''] })).toEqual([
      'state status unknown_value array',
    ])
  })
})

describe('Zendesk', () => {
  const ticket = {
    id: 1,
    requester_id: 2,
    created_at: at,
    status: 'closed',
    metric_set: { solved_at: '2026-01-04T10:00:00Z' },
  }
  it('reads tags as a list or a text', () => {
    expect(run(records.mapZendeskTicket, { ...ticket, metric_set: {}, tags: 'vip closed_by_merge' })).toHaveProperty(
      'status',
      'merged',
    )
    expect(run(records.mapZendeskTicket, { ...ticket, metric_set: {}, tags: 'vip' })).toHaveProperty('status', 'closed')
    expect(run(records.mapZendeskTicket, ticket)).toEqual(['metric_set.solved_at resolvedAt event_order text of 20'])
  })

  const schedule = { time_zone: 'Europe/Madrid', intervals: [] as object[] }
  it('cuts intervals at midnight and orders them', () => {
    const intervals = [
      { start_time: 8640, end_time: 10080 },
      { start_time: 0, end_time: 1440 },
      { start_time: 4000, end_time: 7000 },
    ]
    expect(run(records.mapZendeskSchedule, { ...schedule, intervals })).toEqual({
      timeZone: 'Europe/Madrid',
      week: {
        tuesday: [{ open: '18:40', close: '24:00' }],
        wednesday: [{ open: '00:00', close: '24:00' }],
        thursday: [{ open: '00:00', close: '20:40' }],
        saturday: [{ open: '00:00', close: '24:00' }],
        sunday: [{ open: '00:00', close: '24:00' }],
      },
    })
    expect(run(records.mapZendeskSchedule, schedule)).toEqual({ timeZone: 'Europe/Madrid', week: {} })
  })

  it.each<[unknown, string[]]>([
    [null, ['time_zone timeZone missing absent', 'intervals week missing absent']],
    [{ ...schedule, time_zone: 'Mars/Base' }, ['time_zone timeZone unknown_value text of 9']],
    [{ ...schedule, intervals: 'x' }, ['intervals week unknown_value text of 1']],
    [{ ...schedule, intervals: [1] }, ['intervals week unknown_value number']],
    [{ ...schedule, intervals: [{ start_time: 5 }] }, ['intervals.end_time week missing absent']],
    [{ ...schedule, intervals: [{ start_time: 5, end_time: 5 }] }, ['intervals.end_time week invalid_number number']],
    [
      { ...schedule, intervals: [{ start_time: 5, end_time: 10081 }] },
      ['intervals.end_time week invalid_number number'],
    ],
  ])('reports %j', (row, issues) => {
    expect(run(records.mapZendeskSchedule, row)).toEqual(issues)
  })

  it.each([
    [{ holidays: {} }, 'options.holidays'],
    [{ holidays: [{ start_date: '2026-12-24' }] }, 'options.holidays[0]'],
    [{ holidays: [{ start_date: '2026-12-24', end_date: '2026-12-23' }] }, 'options.holidays[0]'],
    [{ holidays: [{ start_date: '1900-12-24', end_date: '2200-12-23' }] }, 'options.holidays[0]'],
    [{ timeZone: 'UTC' }, 'options'],
  ])('refuses %j', (options, path) => {
    expect(() => records.mapRows([], records.mapZendeskSchedule, options as object)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})

describe('Shopify', () => {
  const order = { id: 1, processed_at: at, financial_status: 'paid', total_price: '50.00', currency: 'EUR' }
  it.each<[object, unknown]>([
    [{ financial_status: 'refunded' }, { status: 'paid', refunded: '50.00' }],
    [{ financial_status: 'refunded', refunds: [] }, { refunded: '50.00' }],
    [{ financial_status: 'authorized' }, { status: 'open' }],
    [{ financial_status: 'voided' }, { status: 'failed' }],
    [{ financial_status: 'x', cancelled_at: at }, { status: 'cancelled' }],
    [{ refunds: [{}] }, { refunded: '0.00' }],
    [{ customer: { id: 8, orders_count: 2 } }, { customerId: '8' }],
    [
      { line_items: [{ quantity: 3, price: '0.10', total_discount: 0.05 }] },
      { lines: [{ quantity: 3, amount: '0.25' }] },
    ],
    [{ line_items: [{ quantity: 3 }] }, { lines: [{ quantity: 3 }] }],
  ])('reads %j', (members, expected) => {
    expect(run(records.mapShopifyOrder, { ...order, ...members })).toMatchObject(expected as object)
  })

  it.each<[object, string]>([
    [{ refunds: 5 }, 'refunds refunded unknown_value number'],
    [{ refunds: [5] }, 'refunds refunded unknown_value number'],
    [{ refunds: [{ transactions: [null] }] }, 'refunds.transactions refunded unknown_value null'],
    [{ refunds: [{ transactions: [{ kind: 'refund' }] }] }, 'refunds.transactions.amount refunded missing absent'],
    [{ line_items: [{ quantity: 1e21, price: '1' }] }, 'line_items.quantity lines invalid_number number'],
    [
      { refunds: [{ transactions: Array(2).fill({ kind: 'refund', amount: '999999999999999' }) }] },
      'refunds.transactions.amount refunded invalid_amount text of 15',
    ],
    [{ line_items: [{ price: '1' }] }, 'line_items.quantity lines missing absent'],
    [
      { line_items: [{ quantity: 1, price: '1', total_discount: '2' }] },
      'line_items.price lines invalid_amount text of 1',
    ],
    [{ line_items: [{ quantity: 1e9, price: '99999999999' }] }, 'line_items.price lines invalid_amount text of 11'],
    [{ financial_status: '' }, 'financial_status status missing text of 0'],
  ])('reports %j', (members, issue) => {
    expect(run(records.mapShopifyOrder, { ...order, ...members })).toEqual([issue])
  })

  it('refuses another date', () => {
    expect(() => records.mapShopifyOrder(order, { dateField: 'paid_at' as 'created_at' })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ path: 'options.dateField' }) }),
    )
    expect(() => records.mapShopifyOrderCsv([], { dateField: 'processed_at' as 'paid_at' })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })

  const line = { Name: '#1', Id: 7, 'Created at': at, 'Financial Status': 'refunded', Total: '5.00', Currency: 'EUR' }
  it('puts the rows of a CSV order together', () => {
    expect(run(records.mapShopifyOrderCsv, [line, { Id: '7', Note: 'x' }, { Note: 'y', Vendor: 'z' }])).toEqual({
      id: '7',
      placedAt: at,
      status: 'paid',
      total: '5.00',
      refunded: '5.00',
      currency: 'EUR',
      extra: { Note: 'x', Vendor: 'z' },
    })
    expect(run(records.mapShopifyOrderCsv, line)).toHaveProperty('id', '7')
    expect(run(records.mapShopifyOrderCsv, [])).toContain('Id id missing absent')
  })
})

describe('WooCommerce', () => {
  const order = { id: 1, date_created_gmt: '2026-01-05T10:00:00', status: 'refunded', total: '5.00', currency: 'EUR' }
  it('gives back at least the total of a refunded order', () => {
    expect(run(records.mapWooCommerceOrder, order)).toHaveProperty('refunded', '5.00')
    expect(run(records.mapWooCommerceOrder, { ...order, refunds: [{ total: '-1.00' }] })).toHaveProperty(
      'refunded',
      '5.00',
    )
    expect(run(records.mapWooCommerceOrder, { ...order, status: 'completed' })).not.toHaveProperty('refunded')
    expect(run(records.mapWooCommerceOrder, { ...order, refunds: [{ total: 'x' }, {}] })).toEqual([
      'refunds.total refunded invalid_amount text of 1',
      'refunds.total refunded missing absent',
    ])
  })

  it('takes an order for an order whatever its type says not', () => {
    expect(run(records.mapWooCommerceOrder, { ...order, type: 'shop_order', customer_id: '0' })).not.toHaveProperty(
      'customerId',
    )
    expect(run(records.mapWooCommerceOrder, { ...order, type: 'shop_subscription' })).toBe('other_type')
  })
})

describe('ProfitWell', () => {
  const row = { customer_id: 'c', date: at, activity: 'new', mrr: '20.00', currency: 'usd' }
  it.each<[string, unknown]>([
    ['new', { type: 'new' }],
    ['reactivated', { type: 'reactivation' }],
    ['upgrade', { type: 'expansion' }],
    ['downgrade', { type: 'contraction' }],
    ['churn', { type: 'churn', endReason: 'voluntary' }],
  ])('reads %s', (activity, expected) => {
    expect(run(records.mapProfitwellMovement, { ...row, activity })).toMatchObject(expected as object)
  })

  it('reads no movement into a notice or an unknown label', () => {
    expect(run(records.mapProfitwellMovement, { ...row, activity: 'new_cancelled' })).toBe('notice')
    expect(run(records.mapProfitwellMovement, { ...row, activity: 'decrease' })).toBe('plan_length')
    for (const activity of ['x', '__proto__', 'constructor']) {
      expect(run(records.mapProfitwellMovement, { ...row, activity })).toEqual([
        `activity type unknown_value text of ${activity.length}`,
      ])
    }
    expect(run(records.mapProfitwellMovement, { ...row, mrr: -20.5 })).toHaveProperty('delta', '20.5')
  })
})

describe('definitions', () => {
  it('says which names are not confirmed, and no longer those replaced', () => {
    const { definition } = records.mapRows([], records.mapHubspotTicket, { columns: { id: 'ticket' } })
    expect(definition.columns).toMatchObject({ id: 'ticket', createdAt: 'createdate' })
    expect(definition).not.toHaveProperty('unconfirmed')
    expect(records.mapRows([], records.mapHubspotLead).definition).toMatchObject({
      source: 'hubspot',
      object: 'lead',
      columns: { createdAt: ['createdate', 'hs_createdate'] },
      unconfirmed: ['hs_object_id', 'hs_lead_status', 'hubspot_owner_assigneddate', 'hs_lifecyclestage_customer_date'],
    })
    expect(records.mapRows([], records.mapShopifyOrderCsv, { dateField: 'paid_at' }).definition.columns).toHaveProperty(
      'placedAt',
      'Paid at',
    )
    expect(records.mapRows([], records.mapStripeSubscription).definition.unconfirmed).toContain('KWD')
    expect(records.mapRows([], records.mapZendeskTicket).definition.unconfirmed).toEqual(['closed_by_merge'])
    expect(records.mapRows([], records.mapPipedriveActivity).definition.columns).not.toHaveProperty('direction')
  })
})
