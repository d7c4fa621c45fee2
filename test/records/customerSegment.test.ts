import { describe, expect, it } from 'vitest'
import { type Customer, customerSegment } from '../../src/records/index.js'

const createdAt = '2026-01-05T10:00:00Z'

describe('customerSegment', () => {
  it('looks up own members of the customer, then of extra', () => {
    const customers: Customer[] = [
      { id: 'a', createdAt, segment: ' smb ' },
      { id: 'b', createdAt, extra: { segment: true } },
      { id: 'c', createdAt, extra: { segment: ['x'] } },
      { id: 'd', createdAt },
    ]
    const segmentOf = customerSegment(customers, 'segment')
    expect(['a', 'b', 'c', 'd'].map((customerId) => segmentOf({ customerId }))).toEqual(['smb', 'true', '', ''])
    expect(segmentOf({})).toBe('')
    expect(segmentOf.unknown).toBe(0)
    expect(customerSegment(customers, 'toString')({ customerId: 'a' })).toBe('')
  })

  it('allows a customer twice with one segment', () => {
    const customer = { id: 'a', createdAt, segment: 'smb' }
    expect(customerSegment([customer, { ...customer, segment: 'smb ' }], 'segment')({ customerId: 'a' })).toBe('smb')
  })

  it.each<[unknown, unknown, string]>([
    [[], ' ', 'INVALID_OPTION'],
    [[], undefined, 'INVALID_OPTION'],
    [undefined, 'plan', 'INVALID_INPUT'],
    [[1], 'plan', 'INVALID_INPUT'],
    [[{ createdAt }], 'plan', 'INVALID_INPUT'],
  ])('refuses %j by %j', (customers, field, code) => {
    expect(() => customerSegment(customers as [], field as string)).toThrow(expect.objectContaining({ code }))
  })
})
