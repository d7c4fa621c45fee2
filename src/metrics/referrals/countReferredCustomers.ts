import { assertKnownOptions } from '../../internal/guards.js'
import type { Customer } from '../../records/model.js'
import type { CountTally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import type { ReferredCustomerCounts } from './model.js'
import { addNewCustomers, newCustomerRules } from './readNewCustomers.js'

/** Options of {@link countReferredCustomers}. */
export interface CountReferredCustomersOptions extends CountOptions<Customer> {
  /** Acquisition sources that are a referral, trimmed and in any case; default `['referral']`. */
  readonly sources?: readonly string[] | undefined
}

/**
 * Counts new customers, and those of them who came by a referral, per period and segment.
 *
 * @param customers - customers with the day they became known and their source
 * @param options - instant of knowledge, periods, sources, segments
 * @returns a tally of kind `referred-customer-counts`, one cell a period and segment; left out: `duplicate`, `future`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT
 * @example
 * ```ts
 * import { countReferredCustomers } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { id: 'a', createdAt: '2024-01-05', source: 'Referral' },
 *   { id: 'b', createdAt: '2024-01-09', source: 'web' },
 * ]
 * const periods = [{ start: '2024-01-01', end: '2024-02-01' }]
 * const [january] = countReferredCustomers(customers, { asOf: '2024-02-01', periods }).cells
 * january?.counts // => { referred: 1, newCustomers: 2 }
 * ```
 * @since 0.1.0
 */
export function countReferredCustomers(
  customers: Iterable<Customer>,
  options: CountReferredCustomersOptions,
): CountTally<ReferredCustomerCounts> {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition', 'sources'])
  const { segmentBy, periods, partition, sources } = options
  const opened = openSource(customers, options, newCustomerRules(customers, sources, segmentBy))
  return countTally<ReferredCustomerCounts>(opened, {
    kind: 'referred-customer-counts',
    distinct: 'customer',
    periods,
    partition,
    segments: new Set(opened.rows.map(({ segment }) => segment)),
    empty: () => ({ referred: 0, newCustomers: 0 }),
    add: (period, countsOf) => addNewCustomers(opened.rows, period, countsOf),
  })
}
