import { describe, expect, it } from 'vitest'
import { encodeActivity, encodeOrders, encodeResponses, encodeTickets } from '../../src/records/index.js'
import {
  planReview,
  type RetentionReview,
  reviewRetention,
  type SomeRecords,
  tallyRecords,
} from '../../src/review/index.js'
import { inputOf, makeCompany, options } from './company.js'
import { faultOf } from './faultOf.js'

const { timeZone } = options
const rows = makeCompany()
const encoding = { timeZone }
const responses = rows.responses.filter(({ kind }) => kind === 'nps')
const columns: SomeRecords = {
  ...rows,
  orders: encodeOrders(rows.orders, encoding),
  activities: encodeActivity(rows.activities, encoding),
  responses: encodeResponses(responses, encoding),
  tickets: encodeTickets(rows.tickets, { ...encoding, segmentBy: 'category' }),
}
const review = reviewRetention(inputOf(columns), options)
const whole = reviewRetention(inputOf({ ...rows, responses }), options)

function valuesOf({ measurements }: RetentionReview): Map<string, number | null> {
  return new Map(
    measurements.map(({ metric, segment, current }) => [`${metric} ${JSON.stringify(segment ?? '')}`, current.value]),
  )
}

describe('a review of columns', () => {
  it('has the figures of the records, but for those that need more than columns hold', () => {
    const [found, expected] = [valuesOf(review), valuesOf(whole)]
    for (const [name, value] of found) expect([name, value]).toEqual([name, expected.get(name)])
    const lacking = [...expected.keys()].filter((name) => !found.has(name))
    expect(lacking.map((name) => name.split(' ')[0])).toEqual([
      'response-rate',
      'return-rate',
      'first-contact-resolution-rate',
      'complaint-rate',
      'complaint-rate',
      'complaint-rate',
      'complaint-share',
      'recurring-complaint-rate',
    ])
  })

  it('says which fields are missing for the others', () => {
    const missing = review.gaps.filter(({ code }) => code === 'missing_field').map(({ what, needs }) => [what, needs])
    expect(missing).toEqual([
      ['response-rate', ['responses.surveyId', 'responses.customerId']],
      ['return-rate', ['orders.id', 'orders.lines']],
      ['first-contact-resolution-rate', ['tickets.customerId', 'tickets.reopenCount']],
      ['complaint-rate', ['tickets.customerId', 'tickets.isComplaint']],
      ['complaint-share', ['tickets.customerId', 'tickets.isComplaint']],
      ['recurring-complaint-rate', ['tickets.customerId', 'tickets.isComplaint']],
    ])
  })

  it('finds the same about single customers by their orders and activity', () => {
    for (const name of ['detectPurchaseFrequencyFall', 'detectInteractionFall']) {
      const resultOf = ({ signals }: RetentionReview) => signals.find(({ detector }) => detector === name)
      expect(resultOf(review)?.findings).toEqual(resultOf(whole)?.findings)
    }
  })

  it('splits columns by the segment that they were made with, and by no other', () => {
    const policy = {
      segments: [
        { name: 'plan', of: 'customer', field: 'plan' },
        { name: 'country', of: 'customer', field: 'country' },
      ],
      bySegment: ['purchase-frequency', 'net-promoter-score'],
    } as const
    const planOf = new Map(rows.customers.map(({ id, extra }) => [id, extra?.['plan'] as string]))
    const orders = rows.orders.map((order) => ({ ...order, extra: { plan: planOf.get(order.customerId ?? '') } }))
    const { customers } = rows
    const split = (given: SomeRecords['orders']) =>
      reviewRetention({ ...inputOf({ customers, orders: given }), objectives: [] }, { ...options, policy })
    const segmentsOf = ({ measurements }: RetentionReview) =>
      measurements.flatMap(({ segment, current }) => (segment === undefined ? [] : [[segment, current.value]]))
    const known = segmentsOf(split(rows.orders))
    const found = segmentsOf(split(encodeOrders(orders, { ...encoding, segmentBy: 'plan' })))
    expect(known.map(([segment]) => segment)).toEqual([
      { plan: 'basic' },
      { plan: 'pro' },
      { country: 'ES' },
      { country: 'MX' },
    ])
    expect(found).toEqual(known.slice(0, 2))
    expect(segmentsOf(split(encodeOrders(orders, encoding)))).toEqual([])
  })

  it('is that of their tally, and planned the same', () => {
    const { asOf, policy } = options
    const tally = tallyRecords(columns, { asOf, timeZone, policy })
    expect(reviewRetention(inputOf(tally as never), options)).toEqual(review)
    const { metrics, gaps } = planReview(inputOf(columns), options)
    expect(metrics).not.toContain('complaint-rate')
    expect(gaps).toContainEqual({ what: 'return-rate', code: 'missing_field', needs: ['orders.id', 'orders.lines'] })
  })

  it('refuses columns that no encode function made, and those of another zone', () => {
    const made = { columns: 'orders', length: 0 } as never
    expect(faultOf(() => reviewRetention(inputOf({ orders: made }), options))).toMatchObject({ code: 'INVALID_INPUT' })
    const bare = encodeOrders([{ ...(rows.orders[0] as never as object), placedAt: '2025-11-03' } as never])
    expect(faultOf(() => reviewRetention(inputOf({ orders: bare }), options))).toMatchObject({ code: 'INVALID_OPTION' })
  })
})
