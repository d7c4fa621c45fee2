import { dayFromNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { gammaPoissonForecast } from '../statistics/gammaPoissonForecast.js'
import { pooledRatePrior } from '../statistics/pooledRatePrior.js'
import { customerResult, portfolioEvidence, testedCustomers, testFinding } from './customerVerdict.js'
import type { CustomerDetectorOptions, CustomerEvent, CustomerPresence, SignalResult } from './model.js'
import { type CustomerSettings, customerOptionNames, readCustomerSettings } from './readCustomerSettings.js'
import { readEventDays } from './readEventDays.js'

/** A customer with a first day. */
export interface PresentCustomer extends CustomerPresence {
  /** First day as a customer. */
  since: Day
}

/** Options of {@link detectComplaintsRise}. */
export interface DetectComplaintsRiseOptions extends CustomerDetectorOptions {
  /** All who are customers, also those without complaints: they shape what is usual. */
  readonly customers: readonly PresentCustomer[]
}

// The first complaint is not a rise.
const fewestSeen = 2

/**
 * Finds customers who complain or return more than usual.
 *
 * The days with a complaint in the window against the customer's days before it and a gamma prior pooled over all
 * customers; a rise needs two days in the window. Linear in complaints and customers.
 *
 * @param events - complaints and returns
 * @param options - day of the verdict, all customers with their first day, window, levels
 * @returns verdict with a finding a customer, those with most at stake first, and how many alerts chance alone would
 * raise; `not_enough_data` without a prior: fewer than `minimumCustomers`, or no complaint before the window
 * @throws {@link RetentionOkrError} INVALID_INSTANT for a complaint without an instant, INVALID_TIME_ZONE
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is missing, unknown or out of range,
 * CONFLICTING_RECORDS for a customer listed twice
 * @example
 * ```ts
 * import { detectComplaintsRise } from 'retention-okr/signals'
 *
 * const ids = Array.from({ length: 25 }, (_, index) => `customer-${index}`)
 * const customers = ids.map((customerId) => ({ customerId, since: '2025-01-01' }))
 * const usual = ids.slice(0, 5).map((customerId) => ({ customerId, at: '2025-06-01T12:00:00Z' }))
 * const recent = ['03', '12', '20'].map((day) => ({ customerId: 'customer-7', at: `2026-03-${day}T12:00:00Z` }))
 * const { findings } = detectComplaintsRise([...usual, ...recent], { asOf: '2026-03-31', customers })
 * findings[0]?.subject // => 'customer-7'
 * findings[0]?.severity // => 'critical'
 * findings[0]?.since // => '2026-03-03'
 * ```
 * @see Gelman et al. 2013, Bayesian Data Analysis, §2.6 (Poisson counts with a gamma prior)
 * @since 0.1.0
 */
export function detectComplaintsRise(
  events: Iterable<CustomerEvent>,
  options: DetectComplaintsRiseOptions,
): SignalResult {
  assertKnownOptions(options, customerOptionNames)
  const settings = readCustomerSettings(options)
  assertSince(options.customers)
  const { days, excluded } = readEventDays(events, 'events', settings)
  const { histories, tooNew } = historiesOf(days, settings)
  const prior = pooledRatePrior(
    histories.map(({ before, exposure }) => ({ count: before, exposure })),
    { minimumCustomers: settings.minimumCustomers },
  )
  const law = prior.shape === null || prior.rate === null ? null : { shape: prior.shape, rate: prior.rate }
  const tested = law === null ? 0 : histories.length
  const findings =
    law === null
      ? []
      : histories.flatMap(({ customerId, before, exposure, seen }) => {
          if (seen.length < fewestSeen) return []
          const window = { window: settings.windowDays, windowCount: seen.length }
          const { pAtLeast, expected } = gammaPoissonForecast({ prior: law, count: before, exposure, ...window })
          const test = {
            p: pAtLeast,
            since: dayFromNumber(seen[0] as number),
            method: 'gamma-poisson',
            evidence: {
              effect: seen.length / expected,
              effectUnit: 'factor',
              seen: seen.length,
              expected,
              sampleSize: before,
            },
          }
          return testFinding('customer.complaints_rise', customerId, test, 'up', settings)
        })
  return customerResult(
    {
      detector: 'detectComplaintsRise',
      findings,
      missing: testedCustomers(tested),
      evidence: {
        ...portfolioEvidence(tested, settings),
        ...(law === null ? {} : { priorShape: law.shape, priorRate: law.rate }),
      },
      comparisons: tested,
      cautions: law === null && histories.length > 0 ? ['no_prior'] : [],
      excluded: {
        ...excluded,
        ...(law === null && histories.length > 0 ? { no_prior: histories.length } : {}),
        ...(tooNew > 0 ? { too_new: tooNew } : {}),
      },
    },
    settings,
  )
}

function assertSince(customers: unknown): void {
  if (!Array.isArray(customers)) fail('INVALID_OPTION', 'options.customers', 'is required', customers)
  customers.forEach((customer: CustomerPresence, index) => {
    if (customer.since !== undefined) return
    fail('INVALID_OPTION', `options.customers[${index}].since`, 'is required', customer.since)
  })
}

interface ComplaintHistory {
  customerId: string
  /** Days with a complaint before the window. */
  before: number
  /** Days as a customer before the window. */
  exposure: number
  /** Days with a complaint in the window. */
  seen: readonly number[]
}

/** Every present customer who was one before the window. */
function historiesOf(
  days: ReadonlyMap<string, readonly number[]>,
  { presence, windowStart }: CustomerSettings,
): { histories: ComplaintHistory[]; tooNew: number } {
  const histories: ComplaintHistory[] = []
  let tooNew = 0
  for (const [customerId, since] of presence.since ?? []) {
    const exposure = windowStart - 1 - since
    if (exposure <= 0) tooNew += 1
    else {
      const own = days.get(customerId) ?? []
      const seen = own.filter((day) => day >= windowStart)
      histories.push({ customerId, before: own.length - seen.length, exposure, seen })
    }
  }
  return { histories, tooNew }
}
