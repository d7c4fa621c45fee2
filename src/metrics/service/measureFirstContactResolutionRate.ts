import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { type FirstContactResolutionRateOptions, firstContactResolutionRate } from './firstContactResolutionRate.js'
import { firstContactRules } from './firstContactRules.js'
import { type FirstContactOptions, firstContactOptionNames, firstContactsOf } from './firstContactsOf.js'

/** Options of {@link measureFirstContactResolutionRate}. */
export interface MeasureFirstContactResolutionRateOptions
  extends OptionalPeriodOptions,
    FirstContactOptions,
    FirstContactResolutionRateOptions {}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  ...firstContactOptionNames,
  'level',
  'interval',
]

/**
 * Measures the share of solved tickets that the first contact solved, by date of creation.
 *
 * By default a ticket was solved at first contact when it never was reopened and no further one on the same matter, of the
 * same customer and category, came within 7 days of its solution; it is pending until those days are over, whatever has
 * happened. A ticket without a category is of no matter with any other (caveat `missing_category`, with their share). The
 * other methods take what the ticket says of itself.
 *
 * @param source - tickets, or their tally of kind `first-contacts`
 * @param options - instant of knowledge, period of creation, method, window, what is one matter, level
 * @returns `first-contact-resolution-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending;
 * left out: `duplicate`, `future`, `merged`, `deleted`, `spam`, `no_answer` (lacks the field of the method)
 * @throws {@link RetentionOkrError} EVENT_ORDER for a solution before the creation
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureFirstContactResolutionRate } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', status: 'solved', category: 'delivery' }
 * const tickets = [
 *   { ...ticket, id: '1', createdAt: '2024-05-01', resolvedAt: '2024-05-02' },
 *   { ...ticket, id: '2', createdAt: '2024-05-05', resolvedAt: '2024-05-06' },
 * ]
 * measureFirstContactResolutionRate(tickets, { asOf: '2024-06-01' }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureFirstContactResolutionRate(
  source: RecordSource<Ticket> | Tally<object>,
  options: MeasureFirstContactResolutionRateOptions = {},
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval } = options
  const opened = openSource(source, options, firstContactRules(source, undefined))
  const { period } = opened
  const isInside = (at: number): boolean => isMeasured(at, period, false)
  const { contacts, definition } = firstContactsOf(opened, options, isInside)
  const inside = contacts.filter(({ at }) => isInside(at))
  const decided = inside.filter(({ state }) => state !== 'pending')
  const counts = {
    resolvedFirst: decided.filter(({ state }) => state === 'first').length,
    resolved: decided.length,
    pending: inside.length - decided.length,
  }
  const matters = definition.method === 'noRepeat' && definition.key === 'customer-category'
  const missing = matters ? decided.filter(({ hasCategory }) => !hasCategory).length : 0
  return describeMeasurement(firstContactResolutionRate(counts, { level, interval }), opened, {
    definition: { ...definition, ...(missing === 0 ? {} : { missingCategoryShare: missing / decided.length }) },
    caveats: missing === 0 ? [] : ['missing_category'],
    needsEnd: false,
  })
}
