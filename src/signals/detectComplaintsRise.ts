import { dayFromNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { gammaPoissonForecast } from '../statistics/gammaPoissonForecast.js'
import {
  customerResult,
  portfolioEvidence,
  type RankedFinding,
  testedCustomers,
  testFinding,
} from './customerVerdict.js'
import type { CustomerDetectorOptions, CustomerEvent, CustomerPresence, SignalResult } from './model.js'
import { ratePriorOf } from './ratePriorOf.js'
import { type CustomerSettings, customerOptionNames, readCustomerSettings } from './readCustomerSettings.js'
import { type EventDays, readEventDays } from './readEventDays.js'

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
  const eventDays = readEventDays(events, 'events', settings)
  const { excluded } = eventDays
  const { histories, tooNew } = historiesOf(eventDays, settings)
  const columns = {
    counts: Float64Array.from(histories, ({ before }) => before),
    exposures: Float64Array.from(histories, ({ exposure }) => exposure),
  }
  const prior = ratePriorOf(columns, settings.minimumCustomers)
  const law = prior.shape === null || prior.rate === null ? null : { shape: prior.shape, rate: prior.rate }
  const tested = law === null ? 0 : histories.length
  const findings = law === null ? [] : risesOf(histories, law, settings)
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

function risesOf(
  histories: readonly ComplaintHistory[],
  prior: { shape: number; rate: number },
  settings: CustomerSettings,
): RankedFinding[] {
  const findings: RankedFinding[] = []
  for (const { customerId, before, exposure, seen, first } of histories) {
    if (seen < fewestSeen) continue
    const window = { window: settings.windowDays, windowCount: seen }
    const { pAtLeast, expected } = gammaPoissonForecast({ prior, count: before, exposure, ...window })
    const evidence = { effect: seen / expected, effectUnit: 'factor', seen, expected, sampleSize: before }
    const describe = () => ({ since: dayFromNumber(first), method: 'gamma-poisson', evidence })
    const found = testFinding('customer.complaints_rise', customerId, { p: pAtLeast, describe }, 'up', settings)
    if (found !== null) findings.push(found)
  }
  return findings
}

interface ComplaintHistory {
  customerId: string
  /** Days with a complaint before the window. */
  before: number
  /** Days as a customer before the window. */
  exposure: number
  /** Days with a complaint in the window. */
  seen: number
  /** Number of the first of them. */
  first: number
}

/** Every present customer who was one before the window. */
function historiesOf(
  { customers, days, starts }: EventDays,
  { presence, windowStart }: CustomerSettings,
): { histories: ComplaintHistory[]; tooNew: number } {
  const numbers = new Map<string, number>()
  for (let number = 0; number < customers.length; number += 1) numbers.set(customers[number] as string, number)
  const histories: ComplaintHistory[] = []
  let tooNew = 0
  for (const [customerId, since] of presence.since ?? []) {
    const exposure = windowStart - 1 - since
    if (exposure <= 0) {
      tooNew += 1
      continue
    }
    const number = numbers.get(customerId)
    const from = number === undefined ? 0 : (starts[number] as number)
    const to = number === undefined ? 0 : (starts[number + 1] as number)
    let first = to
    while (first > from && (days[first - 1] as number) >= windowStart) first -= 1
    histories.push({ customerId, before: first - from, exposure, seen: to - first, first: days[first] ?? 0 })
  }
  return { histories, tooNew }
}
