import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { createMessages as createSpanish, es } from '../../src/locales/es/index.js'
import type { Order, Subscription } from '../../src/records/index.js'
import { renderMarkdown } from '../../src/report/index.js'
import { type ReviewPolicy, reviewRetention, type SomeRecords, tallyRecords } from '../../src/review/index.js'

const asOf = '2025-07-01'
const dayLength = 86_400_000
const first = Date.parse('2024-07-01T10:00:00Z')

/** Forty customers with gaps of 20 to 39 days; the first four stopped in winter. */
function ordersOf(): Order[] {
  return Array.from({ length: 40 }, (_, customer) => {
    const last = customer < 4 ? 170 + customer : 360
    const gap = 20 + (customer % 20)
    return Array.from(
      { length: Math.floor(last / gap) },
      (_, index): Order => ({
        id: `${customer}-${index}`,
        customerId: `c${customer}`,
        placedAt: new Date(first + (index * gap + (customer % 7)) * dayLength).toISOString(),
        status: 'paid',
        total: `${20 + ((customer + index) % 9)}.50`,
        currency: 'EUR',
      }),
    )
  }).flat()
}

const reviewOf = (records: SomeRecords, policy: ReviewPolicy = {}) =>
  reviewRetention({ cycle, objectives: [], records }, { asOf, policy })
const cycle = { id: 'q3', kind: 'quarter', firstDay: '2025-07-01', lastDay: '2025-09-30' } as const

describe('the work list of a review', () => {
  const orders = ordersOf()

  it('names those who stopped first, with what is lost', () => {
    const { customersAtRisk, signals } = reviewOf({ orders })
    const ids = customersAtRisk?.rows.map(({ customerId }) => customerId) ?? []
    expect(customersAtRisk?.method).toBe('mbg-nbd')
    expect(ids.slice(0, 4).sort()).toEqual(['c0', 'c1', 'c2', 'c3'])
    expect(customersAtRisk?.rows[0]?.valueAtRisk).toMatchObject({ currency: 'EUR' })
    const slipping = signals.find(({ detector }) => detector === 'detectSlippingCustomers')
    expect(slipping).toMatchObject({ status: 'signal', asOf: '2025-06-30' })
    expect(slipping?.evidence?.['customers']).toEqual(expect.arrayContaining(['c0', 'c1', 'c2', 'c3']))
  })

  it('leaves out who has ended the subscription', () => {
    const subscriptions = [...new Set(orders.map(({ customerId = '' }) => customerId))].map(
      (customerId): Subscription => ({
        id: customerId,
        customerId,
        startedAt: '2024-07-01',
        mrr: 10,
        currency: 'EUR',
        ...(customerId === 'c0' ? { endedAt: '2025-02-01' } : {}),
      }),
    )
    const ids = reviewOf({ orders, subscriptions }).customersAtRisk?.rows.map(({ customerId }) => customerId)
    expect(ids).not.toContain('c0')
    expect(ids).toContain('c1')
  })

  it('goes by the own rhythm where the policy says so', () => {
    const { customersAtRisk } = reviewOf({ orders }, { purchaseModel: null })
    expect(customersAtRisk).toMatchObject({ method: 'own_rhythm', totals: { levels: { at_risk: 4 } } })
  })

  it('names nobody where the policy says so, and one name the same everywhere', () => {
    const review = reviewOf({ orders }, { redact: 'ids' })
    expect(JSON.stringify([review.customersAtRisk, review.signals])).not.toMatch(/"c\d+"/)
    const named = review.signals.find(({ detector }) => detector === 'detectSlippingCustomers')?.evidence?.['customers']
    const listed = review.customersAtRisk?.rows.map(({ customerId }) => customerId)
    expect(listed).toEqual(expect.arrayContaining(named as string[]))
  })

  it('is the same from tallied records and in any order', () => {
    const plain = reviewOf({ orders })
    const tallied = reviewRetention({ cycle, objectives: [], records: tallyRecords({ orders }, { asOf }) }, { asOf })
    expect(tallied.customersAtRisk).toEqual(plain.customersAtRisk)
    expect(reviewOf({ orders: [...orders].reverse() }).customersAtRisk).toEqual(plain.customersAtRisk)
  })

  it('is absent without orders', () => {
    expect(reviewOf({})).not.toHaveProperty('customersAtRisk')
  })

  it('is read in both languages', () => {
    const review = reviewOf({ orders })
    const english = renderMarkdown(review, { messages: createMessages(en) })
    expect(english).toContain('### Whom to call first')
    expect(english).toMatch(/\| c0 \| \*\*■ probably lost\*\* \| \d+ \|/)
    const spanish = renderMarkdown(review, { messages: createSpanish(es) })
    expect(spanish).toContain('### A quién llamar primero')
    expect(spanish).toContain('probablemente perdido')
  })
})
