import { assertKnownOptions } from '../../internal/guards.js'
import type { ActiveCustomer } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { countedReferrals } from './countedReferrals.js'
import type { ReferralCounts, ReferralRecords } from './model.js'
import { referralRules } from './readReferrals.js'
import { referralsOfPeriod } from './referralsOfPeriod.js'

/** Options of {@link countReferrals}. */
export interface CountReferralsOptions extends CountOptions<ActiveCustomer> {}

/**
 * Counts customers, referrers and referrals per period and segment of the referring customer.
 *
 * Customers are those at any time in the period. Of several referrals of one referee only the first ever counts, a
 * referral of oneself never does; who was referred is compared trimmed and in lower case.
 *
 * @param source - customers and referrals, or their tally of kind `referrals`
 * @param options - instant of knowledge, periods, segments of the customer
 * @returns a tally of kind `referral-counts`, one cell a period and segment; left out: `duplicate`, `future`,
 * `self_referral`, `duplicate_referee`, and `not_active`, added up over the periods
 * @throws {@link RetentionOkrError} EVENT_ORDER, CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { countReferrals } from 'retention-okr/metrics'
 *
 * const customers = [{ customerId: 'a', startedAt: '2024-01-01' }, { customerId: 'b', startedAt: '2024-01-01' }]
 * const referrals = [{ id: '1', referrerId: 'a', refereeKey: 'zoe@example.org', at: '2024-01-02' }]
 * const periods = [{ start: '2024-01-01', end: '2024-02-01' }]
 * const [january] = countReferrals({ customers, referrals }, { asOf: '2024-02-01', periods }).cells
 * january?.counts // => { referrals: 1, referrers: 1, customers: 2 }
 * ```
 * @since 0.1.0
 */
export function countReferrals(
  source: ReferralRecords | Tally<object>,
  options: CountReferralsOptions,
): CountTally<ReferralCounts> {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition'])
  const { segmentBy, periods, partition } = options
  const opened = openSource(source, options, referralRules(source, segmentBy))
  const { rows, exclusions } = opened
  const { counted, leftOut } = countedReferrals(rows)
  for (const { reason } of leftOut) exclusions.add(reason)
  return countTally<ReferralCounts>(opened, {
    kind: 'referral-counts',
    distinct: 'customer',
    periods,
    partition,
    segments: new Set(rows.filter(({ row }) => row.start !== undefined).map(({ row }) => row.segment)),
    empty: () => ({ referrals: 0, referrers: 0, customers: 0 }),
    add: (period, countsOf) => {
      const { customers, referrals, notActive } = referralsOfPeriod(rows, counted, period)
      exclusions.add('not_active', notActive)
      for (const [customer, segments] of customers) {
        const made = referrals.get(customer) ?? 0
        for (const segment of segments) {
          const counts = countsOf(segment)
          counts.customers += 1
          counts.referrals += made
          if (made > 0) counts.referrers += 1
        }
      }
    },
  })
}
