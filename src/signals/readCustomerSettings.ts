import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertFinite, assertInteger, assertPlain } from '../internal/guards.js'
import type { Day, JsonObject } from '../measurement.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import type { CustomerDetectorOptions } from './model.js'
import { type Presence, readPresence } from './readPresence.js'

/** Options of a detector of customers with every default filled in; days are numbers. */
export interface CustomerSettings {
  /** Day of the verdict. */
  asOf: Day
  /** Its number. */
  today: number
  /** Number of the first day of the window. */
  windowStart: number
  /** Days of the window. */
  windowDays: number
  /** Zone of the days. */
  timeZone: string
  /** Level of an info. */
  triageLevel: number
  /** Level of a warning. */
  alertLevel: number
  /** Gaps from which the own rhythm counts. */
  minimumGaps: number
  /** Customers that a pooled estimate needs. */
  minimumCustomers: number
  /** Findings returned. */
  limit: number
  /** What a customer is worth; null when that is not known. */
  worthOf: (customerId: string) => number | null
  /** Whether any value is known. */
  valued: boolean
  /** Who is there. */
  presence: Presence
  /** The options as a result states them. */
  definition: JsonObject
}

/** Names of the options of every detector of customers. */
export const customerOptionNames: readonly string[] = [
  'asOf',
  'timeZone',
  'windowDays',
  'triageLevel',
  'alertLevel',
  'minimumGaps',
  'minimumCustomers',
  'values',
  'limit',
  'customers',
]

const countable = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }

/** Reads the options that the detectors of customers share. */
export function readCustomerSettings(options: CustomerDetectorOptions): CustomerSettings {
  const { asOf, timeZone = 'UTC', windowDays = 90, triageLevel = 0.05, alertLevel = 0.01 } = options
  const { minimumGaps = 3, minimumCustomers = 20, limit = 100, values, customers } = options
  assertAsOf(asOf)
  assertTimeZone(timeZone, 'options.timeZone')
  assertInteger(windowDays, countable, 'options.windowDays')
  assertInteger(minimumGaps, countable, 'options.minimumGaps')
  assertInteger(minimumCustomers, countable, 'options.minimumCustomers')
  assertInteger(limit, countable, 'options.limit')
  assertOpenShare(triageLevel, 'options.triageLevel')
  assertOpenShare(alertLevel, 'options.alertLevel')
  if (alertLevel > triageLevel) {
    fail('INVALID_OPTION', 'options.alertLevel', 'must not exceed the triage level', alertLevel)
  }
  if (values !== undefined) assertValues(values)
  const today = dayNumber(asOf)
  const stated = { timeZone, windowDays, triageLevel, alertLevel, minimumGaps, minimumCustomers, limit }
  return {
    asOf,
    today,
    windowStart: today - windowDays + 1,
    ...stated,
    worthOf: (customerId) =>
      values !== undefined && Object.hasOwn(values, customerId) ? (values[customerId] as number) : null,
    valued: values !== undefined,
    presence: readPresence(customers, today),
    definition: stated,
  }
}

function assertValues(values: unknown): void {
  assertPlain(values, 'options.values')
  for (const [customerId, value] of Object.entries(values)) {
    assertFinite(value, `options.values.${customerId}`, 'INVALID_OPTION')
  }
}
