import { describe, expect, it } from 'vitest'
import {
  complaintRate,
  complaintShare,
  countComplaints,
  measureComplaintRate,
  measureComplaintShare,
  measureRecurringComplaintRate,
  mergeTallies,
  recurringComplaintRate,
  type Ticket,
  tallyComplaints,
} from '../../../src/index.js'

const asOf = '2024-07-01'
const june = { start: '2024-06-01', end: '2024-07-01' }
const complaint: Ticket = {
  id: '1',
  customerId: 'a',
  createdAt: '2024-06-10T08:00:00Z',
  status: 'open',
  category: 'delivery',
  isComplaint: true,
}

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

describe('the complaint rate', () => {
  it('is of complaints alone: other tickets are not looked at', () => {
    const tickets = [
      complaint,
      { ...complaint, id: '2', isComplaint: false },
      { ...complaint, id: '3', isComplaint: undefined, status: 'spam' },
      { ...complaint, id: '4', status: 'spam' },
      { ...complaint, id: '5', createdAt: '2024-07-02' },
      complaint,
    ]
    const measured = measureComplaintRate(tickets, { asOf, period: june, exposure: 10 })
    // The one of July lies outside the period.
    expect(measured).toMatchObject({ numerator: 1, denominator: 10, excluded: { duplicate: 1, spam: 1 } })
  })

  it('can exceed 1, and has any exposure above 0', () => {
    expect(complaintRate({ complaints: 3, exposure: 0.5 }).value).toBe(6)
    expect(complaintRate({ complaints: 3, exposure: 0 })).toMatchObject({ value: null, reason: 'zero_denominator' })
  })

  it('of a running period is null, or cut', () => {
    const options = { asOf: '2024-06-15', period: june, exposure: 10 }
    expect(measureComplaintRate([complaint], options)).toMatchObject({ value: null, reason: 'not_mature' })
    expect(measureComplaintRate([complaint], { ...options, partial: true })).toMatchObject({
      value: 0.1,
      definition: { caveats: ['not_a_probability', 'partial_period'] },
    })
  })

  it.each([
    [{ exposure: -1 }, 'INVALID_COUNT', 'counts.exposure'],
    [{ exposure: Number.NaN }, 'INVALID_COUNT', 'counts.exposure'],
    [{ exposure: undefined }, 'INVALID_OPTION', 'options.exposure'],
    [{ period: undefined }, 'INVALID_PERIOD', 'options.period'],
    [{ interval: 'wilson' }, 'INVALID_OPTION', 'options.interval'],
    [{ per: 1000 }, 'INVALID_OPTION', 'options'],
  ])('with %o is %s', (change, code, path) => {
    const options = { asOf, period: june, exposure: 10, ...change }
    expect(() => measureComplaintRate([], options as never)).toThrow(thrown(code, path))
  })

  it('needs its exposure also from counts', () => {
    expect(() => complaintRate({ complaints: 1 } as never)).toThrow(thrown('MISSING_COUNT', 'counts.exposure'))
  })
})

describe('the complaint share', () => {
  it('counts a customer once', () => {
    const tickets = [complaint, { ...complaint, id: '2' }, { ...complaint, id: '3', customerId: 'b' }]
    const options = { asOf, period: june }
    expect(measureComplaintShare(tickets, { ...options, customers: 4 }).value).toBe(0.5)
    expect(measureComplaintShare(tickets, { ...options, customers: ['a', 'a', 'z'] })).toMatchObject({
      value: 0.5,
      excluded: { not_in_base: 1 },
    })
    expect(() => measureComplaintShare(tickets, { ...options, customers: 1 })).toThrow(
      thrown('COUNT_EXCEEDS_BASE', 'counts'),
    )
  })

  it.each([
    [{ customers: undefined }, 'INVALID_OPTION', 'options.customers'],
    [{ customers: [1] }, 'INVALID_OPTION', 'options.customers[0]'],
    [{ customers: 1.5 }, 'INVALID_COUNT', 'options.customers'],
    [{ customers: 5, period: undefined }, 'INVALID_PERIOD', 'options.period'],
  ])('with %o is %s', (change, code, path) => {
    expect(() => measureComplaintShare([], { asOf, period: june, ...change } as never)).toThrow(thrown(code, path))
  })
})

describe('a recurring complaint', () => {
  const options = { asOf, period: june, lookbackDays: 10 }

  it.each([
    ['at the end of the look-back', { createdAt: '2024-05-31T08:00:00Z' }, 1],
    ['before it', { createdAt: '2024-05-31T07:59:59Z' }, 0],
    ['at the same instant with a lower id', { id: '0', createdAt: complaint.createdAt }, 1],
    ['of another category', { createdAt: '2024-06-09', category: 'billing' }, 0],
    ['without a category', { createdAt: '2024-06-09', category: '' }, 0],
    ['of another customer', { createdAt: '2024-06-09', customerId: 'b' }, 0],
    ['that was merged', { createdAt: '2024-06-09', status: 'merged' }, 0],
  ])('has an earlier one %s', (_name, change, recurring) => {
    const tickets = [complaint, { ...complaint, id: '2', ...change }]
    expect(measureRecurringComplaintRate(tickets, options).numerator).toBe(recurring)
  })

  it('can be of a customer or of a category alone', () => {
    const tickets = [
      complaint,
      { ...complaint, id: '2', createdAt: '2024-06-09', category: undefined },
      { ...complaint, id: '3', createdAt: '2024-06-08', customerId: 'b' },
    ]
    const by = (key: 'customer' | 'category') => measureRecurringComplaintRate(tickets, { ...options, key })
    expect([by('customer').numerator, by('customer').definition.caveats]).toEqual([1, []])
    expect(by('category')).toMatchObject({
      numerator: 1,
      definition: { caveats: ['missing_category'], missingCategoryShare: 1 / 3 },
    })
  })

  it('needs a history of the look-back', () => {
    const caveats = (historyStart: string) =>
      measureRecurringComplaintRate([complaint], { ...options, historyStart }).definition.caveats
    expect(caveats('2024-05-22')).toEqual([])
    expect(caveats('2024-05-22T00:00:01Z')).toEqual(['short_history'])
  })

  it('is found over merged tallies, and over segments', () => {
    const earlier = { ...complaint, id: '2', createdAt: '2024-06-05', priority: 'low' }
    const tickets = [{ ...complaint, priority: 'high' }, earlier]
    const shape = { asOf, segmentBy: 'priority' }
    const merged = mergeTallies(tallyComplaints([earlier], shape), tallyComplaints(tickets.slice(0, 1), shape))
    const counts = countComplaints(merged, { periods: [june], lookbackDays: 10 }).cells
    expect(counts).toEqual(countComplaints(tickets, { ...shape, periods: [june], lookbackDays: 10 }).cells)
    expect(counts.map(({ segment, counts: own }) => [segment, own.recurring])).toEqual([
      ['high', 1],
      ['low', 0],
    ])
    expect(measureRecurringComplaintRate(merged, { period: june, lookbackDays: 10 }).value).toBe(0.5)
    expect(measureRecurringComplaintRate(merged, { period: june }).definition).toMatchObject({ lookbackDays: 90 })
  })

  it.each([
    [{ lookbackDays: 0 }, 'options.lookbackDays'],
    [{ key: 'account' }, 'options.key'],
    [{ windowDays: 7 }, 'options'],
  ])('with %o is an invalid option', (change, path) => {
    expect(() => measureRecurringComplaintRate([], { ...options, ...change } as never)).toThrow(
      thrown('INVALID_OPTION', path),
    )
  })

  it('never exceeds its base', () => {
    expect(() => recurringComplaintRate({ recurring: 2, complaints: 1 })).toThrow(
      thrown('COUNT_EXCEEDS_BASE', 'counts'),
    )
    expect(() => complaintShare({ customersWithComplaint: 2, customers: 1 })).toThrow(
      thrown('COUNT_EXCEEDS_BASE', 'counts'),
    )
  })
})
