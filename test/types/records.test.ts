import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  groupRows,
  type Lead,
  type MappedRows,
  mapColumns,
  mapHubspotLead,
  mapRows,
  mapShopifyOrderCsv,
  mapZohoDeal,
  type Opportunity,
  type Order,
  type RowResult,
  type Ticket,
} from '../../src/records/index.js'

describe('types of mappers', () => {
  it('give the records of their model', () => {
    expectTypeOf(mapRows([], mapHubspotLead)).toEqualTypeOf<MappedRows<Lead>>()
    expectTypeOf(mapRows(groupRows([], 'Name'), mapShopifyOrderCsv, { dateField: 'paid_at' })).toEqualTypeOf<
      MappedRows<Order>
    >()
    expectTypeOf(mapColumns<'ticket'>).returns.returns.toEqualTypeOf<RowResult<Ticket>>()
  })

  it('want the options that a mapper needs, and no others', () => {
    const stages = { wonStages: ['Won'], lostStages: ['Lost'] }
    expectTypeOf(mapRows([], mapZohoDeal, stages)).toEqualTypeOf<MappedRows<Opportunity>>()
    // @ts-expect-error the stages are missing
    expect(() => mapRows([], mapZohoDeal)).toThrow()
    // @ts-expect-error an option of another mapper
    expect(() => mapRows([], mapHubspotLead, { dateField: 'created_at' })).toThrow()
    // @ts-expect-error no such model
    expect(() => mapColumns('orders', { columns: {} })).toThrow()
  })
})
