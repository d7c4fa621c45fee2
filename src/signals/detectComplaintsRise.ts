import { dayFromNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { type ForecastData, gammaPoissonForecast } from '../statistics/gammaPoissonForecast.js'
import { type RateColumns, ratePriorOf } from '../statistics/ratePriorOf.js'
import { customerResult, portfolioEvidence, testedCustomers, testFinding } from './customerVerdict.js'
import type { CustomerDetectorOptions, CustomerEvent, CustomerPresence, SignalResult } from './model.js'
import { type FindingRanking, rankFindings } from './rankFindings.js'
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
  const histories = historiesOf(eventDays, settings)
  const { known, tooNew } = histories
  const prior = ratePriorOf(histories, settings.minimumCustomers)
  const law = prior.shape === null || prior.rate === null ? null : { shape: prior.shape, rate: prior.rate }
  const tested = law === null ? 0 : known
  const findings = rankFindings(settings)
  if (law !== null) addRises(findings, histories, law, eventDays, settings)
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
      cautions: law === null && known > 0 ? ['no_prior'] : [],
      excluded: {
        ...excluded,
        ...(law === null && known > 0 ? { no_prior: known } : {}),
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

/** What is known of the present customers who were customers before the window, one place each. */
interface ComplaintHistories extends RateColumns {
  /** So many there are. */
  known: number
  /** Number of each. */
  numbers: Int32Array
  /** Days with a complaint before the window. */
  counts: Float64Array
  /** Days as a customer before the window. */
  exposures: Float64Array
  /** Where the days with a complaint in the window begin. */
  firsts: Int32Array
  /** Customers who were none before the window. */
  tooNew: number
}

function historiesOf({ days, starts }: EventDays, { presence, windowStart }: CustomerSettings): ComplaintHistories {
  const { listed, firstDayOf, hasLeft } = presence
  const [numbers, firsts] = [new Int32Array(listed), new Int32Array(listed)]
  const [counts, exposures] = [new Float64Array(listed), new Float64Array(listed)]
  let known = 0
  let tooNew = 0
  for (let customer = 0; customer < listed; customer += 1) {
    if (hasLeft(customer)) continue
    const exposure = windowStart - 1 - firstDayOf(customer)
    if (exposure <= 0) {
      tooNew += 1
      continue
    }
    const from = starts[customer] as number
    let first = starts[customer + 1] as number
    while (first > from && (days[first - 1] as number) >= windowStart) first -= 1
    numbers[known] = customer
    counts[known] = first - from
    exposures[known] = exposure
    firsts[known] = first
    known += 1
  }
  return { known, numbers, counts: counts.subarray(0, known), exposures: exposures.subarray(0, known), firsts, tooNew }
}

function addRises(
  findings: FindingRanking,
  { known, numbers, counts, exposures, firsts }: ComplaintHistories,
  prior: ForecastData['prior'],
  { customers, days, starts }: EventDays,
  settings: CustomerSettings,
): void {
  for (let place = 0; place < known; place += 1) {
    const customer = numbers[place] as number
    const first = firsts[place] as number
    const seen = (starts[customer + 1] as number) - first
    if (seen < fewestSeen) continue
    const history = { count: counts[place] as number, exposure: exposures[place] as number }
    const window = { window: settings.windowDays, windowCount: seen }
    const { pAtLeast, expected } = gammaPoissonForecast({ prior, ...history, ...window })
    const evidence = { effect: seen / expected, effectUnit: 'factor', seen, expected, sampleSize: history.count }
    const describe = () => ({ since: dayFromNumber(days[first] as number), method: 'gamma-poisson', evidence })
    const test = { p: pAtLeast, describe }
    const found = testFinding('customer.complaints_rise', customers[customer] as string, test, 'up', settings)
    if (found !== null) findings.add(found)
  }
}
