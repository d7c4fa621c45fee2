import { describe, expect, it } from 'vitest'
import { countReferrals } from '../../../src/metrics/referrals/countReferrals.js'
import { countReferredCustomers } from '../../../src/metrics/referrals/countReferredCustomers.js'
import { measureReferralRate } from '../../../src/metrics/referrals/measureReferralRate.js'
import { measureReferralsPerCustomer } from '../../../src/metrics/referrals/measureReferralsPerCustomer.js'
import { measureReferredShare } from '../../../src/metrics/referrals/measureReferredShare.js'
import { referralRate } from '../../../src/metrics/referrals/referralRate.js'
import { referralsPerCustomer } from '../../../src/metrics/referrals/referralsPerCustomer.js'
import { referredShare } from '../../../src/metrics/referrals/referredShare.js'
import { tallyReferrals } from '../../../src/metrics/referrals/tallyReferrals.js'
import type { ActiveCustomer, Customer, Referral } from '../../../src/records/model.js'
import { mergeTallies } from '../../../src/tally/mergeTallies.js'

const june = { start: '2024-06-01', end: '2024-07-01' }
const asOf = '2024-07-01'
const customers: ActiveCustomer[] = [
  { customerId: 'a', startedAt: '2024-01-01', emailKey: ' A@x.org' },
  { customerId: 'b', startedAt: '2024-01-01', endedAt: '2024-06-01' },
  { customerId: 'c', startedAt: '2024-06-30' },
]

function referral(id: string, referrerId: string, refereeKey: string, at: string, converted?: string): Referral {
  return { id, referrerId, refereeKey, at, ...(converted === undefined ? {} : { convertedCustomerId: converted }) }
}

function refuses(call: () => unknown, code: string, path: string): void {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

describe('referrals', () => {
  it.each([
    ['by e-mail', referral('1', 'a', 'a@X.org ', '2024-06-05')],
    ['by id', referral('1', 'a', 'A', '2024-06-05')],
    ['by conversion', referral('1', 'a', 'z', '2024-06-05', 'a')],
  ])('of oneself do not count: %s', (_how, self) => {
    const measured = measureReferralRate({ customers, referrals: [self] }, { asOf, period: june })
    expect(measured).toMatchObject({ value: 0, denominator: 2, excluded: { self_referral: 1 } })
  })

  it('count for the first who referred, ties by id, ever', () => {
    const referrals = [
      referral('2', 'c', 'Z', '2024-06-30T12:00:00Z'),
      referral('1', 'a', ' z', '2024-06-30T12:00:00Z'),
      referral('3', 'a', 'y', '2024-05-30'),
      referral('4', 'c', 'y', '2024-06-30'),
    ]
    const measured = measureReferralsPerCustomer({ customers, referrals }, { asOf, period: june })
    expect(measured).toMatchObject({ value: 0.5, numerator: 1, excluded: { duplicate_referee: 2 }, unit: 'count' })
  })

  it('by others than customers of the period are left out', () => {
    const referrals = [referral('1', 'b', 'z', '2024-06-05'), referral('2', 'who', 'y', '2024-06-05')]
    const measured = measureReferralRate({ customers, referrals }, { asOf, period: june })
    expect(measured).toMatchObject({ numerator: 0, denominator: 2, excluded: { not_active: 2 } })
    const may = { start: '2024-05-01', end: '2024-06-01' }
    const counts = countReferrals({ customers, referrals }, { asOf, periods: [may, june] })
    expect(counts.cells.map((cell) => cell.counts.customers)).toEqual([2, 2])
    expect(counts.excluded).toEqual({ not_active: 2 })
  })

  it('are the same from a merged tally', () => {
    const referrals = [referral('1', 'a', 'z', '2024-06-05'), referral('2', 'c', 'z', '2024-06-30')]
    const options = { asOf, period: june }
    const merged = mergeTallies(
      tallyReferrals({ customers: customers.slice(0, 1), referrals: referrals.slice(1) }, { asOf }),
      tallyReferrals({ customers: customers.slice(1), referrals: referrals.slice(0, 1) }, { asOf }),
    )
    expect(merged).toEqual(tallyReferrals({ customers, referrals }, { asOf }))
    expect(measureReferralRate(merged, options)).toEqual(measureReferralRate({ customers, referrals }, options))
  })

  it('wait for the end of the period, unless it is cut', () => {
    const referrals = [referral('1', 'a', 'z', '2024-06-05'), referral('2', 'a', 'y', '2024-06-25')]
    const running = { asOf: '2024-06-20', period: june }
    const measured = measureReferralRate({ customers, referrals }, running)
    expect(measured).toMatchObject({ value: null, reason: 'not_mature', excluded: { future: 2 } })
    const cut = measureReferralsPerCustomer({ customers, referrals }, { ...running, partial: true })
    expect(cut).toMatchObject({ value: 1, definition: { caveats: ['partial_period'] } })
  })

  it.each([
    [
      { customers: [{ ...customers[0], endedAt: '2023-01-01' }], referrals: [] },
      {},
      'EVENT_ORDER',
      'customers[0].endedAt',
    ],
    [{ customers, referrals: [{ id: '1', referrerId: 'a', at: 0 }] }, {}, 'INVALID_INPUT', 'referrals[0].refereeKey'],
    [
      { customers, referrals: [referral('1', 'a', 'z', asOf), referral('1', 'a', 'y', asOf)] },
      {},
      'CONFLICTING_RECORDS',
      'referrals[1].id',
    ],
    [{ customers }, {}, 'INVALID_INPUT', 'referrals'],
    [{ customers, referrals: [] }, { key: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuse bad records', (records, options, code, path) => {
    refuses(() => measureReferralRate(records as never, { asOf, period: june, ...options }), code, path)
  })

  it('have counts of their own', () => {
    refuses(() => referralRate({ referrers: 2, customers: 1 }), 'COUNT_EXCEEDS_BASE', 'counts.referrers')
    refuses(() => referredShare({ referred: 2, newCustomers: 1 }), 'COUNT_EXCEEDS_BASE', 'counts.referred')
    expect(referralsPerCustomer({ referrals: 2, customers: 0 })).toMatchObject({ reason: 'zero_denominator' })
    expect(referralsPerCustomer({ referrals: 2, customers: 4 }, { interval: 'none' })).not.toHaveProperty('interval')
    refuses(
      () => referralsPerCustomer({ referrals: 2, customers: 4 }, { interval: 'wilson' as never }),
      'INVALID_OPTION',
      'options.interval',
    )
  })
})

describe('referred customers', () => {
  const arrivals: Customer[] = [
    { id: '1', createdAt: '2024-06-01', source: ' Referral' },
    { id: '2', createdAt: '2024-06-30', source: 'Partner' },
    { id: '3', createdAt: '2024-06-09' },
    { id: '4', createdAt: '2024-07-01', source: 'referral' },
  ]

  it('came by one of the sources', () => {
    const share = measureReferredShare(arrivals, { asOf, period: june })
    expect(share).toMatchObject({ value: 1 / 3, definition: { sources: ['referral'] } })
    const both = measureReferredShare(arrivals, { asOf, period: june, sources: ['REFERRAL', ' partner '] })
    expect(both).toMatchObject({ value: 2 / 3, definition: { sources: ['referral', 'partner'] } })
  })

  it('are counted by segment', () => {
    const segmentBy = ({ source = '' }: Customer) => source.trim().toLowerCase()
    const { cells } = countReferredCustomers(arrivals, { asOf, periods: [june], segmentBy })
    expect(cells.map(({ segment, counts }) => [segment, counts.referred, counts.newCustomers])).toEqual([
      ['', 0, 1],
      ['partner', 0, 1],
      ['referral', 1, 1],
    ])
  })

  it('refuse sources that are no list', () => {
    const options = { asOf, period: june, sources: 'referral' }
    refuses(() => measureReferredShare(arrivals, options as never), 'INVALID_OPTION', 'options.sources')
    const twice = [arrivals[0], { ...arrivals[0], source: 'web' }] as Customer[]
    refuses(() => measureReferredShare(twice, { asOf, period: june }), 'CONFLICTING_RECORDS', 'customers[1].id')
  })
})
