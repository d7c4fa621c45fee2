import { createInstantReader } from '../calendar/createInstantReader.js'
import type { Measurement, Period } from '../measurement.js'
import { countChurn } from '../metrics/churn/countChurn.js'
import { measureChurnRate } from '../metrics/churn/measureChurnRate.js'
import { measureInactivityChurnRate } from '../metrics/churn/measureInactivityChurnRate.js'
import { countParticipations } from '../metrics/engagement/countParticipations.js'
import { measureParticipationRate } from '../metrics/engagement/measureParticipationRate.js'
import { measureStickiness } from '../metrics/engagement/measureStickiness.js'
import { countReferrals } from '../metrics/referrals/countReferrals.js'
import { measureReferralRate } from '../metrics/referrals/measureReferralRate.js'
import { measureReferralsPerCustomer } from '../metrics/referrals/measureReferralsPerCustomer.js'
import { measureReferredShare } from '../metrics/referrals/measureReferredShare.js'
import { countMrrMovements } from '../metrics/revenue/countMrrMovements.js'
import { grossRevenueRetention } from '../metrics/revenue/grossRevenueRetention.js'
import { measureMrr } from '../metrics/revenue/measureMrr.js'
import type { MrrMovements } from '../metrics/revenue/model.js'
import { netRevenueRetention } from '../metrics/revenue/netRevenueRetention.js'
import { chosen, only, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import { leastOf } from './leastOf.js'
import type { MetricRule } from './metricRule.js'
import { tallyOf } from './tallyOf.js'

/** Metrics of who is a customer, what they are worth, and what they do. */
export const customerMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  {
    code: 'churn-rate',
    needs: ['subscriptions'],
    options: ['method', 'preset', ...rateOptions],
    watched: true,
    segmentOf: 'customer',
    measuresSegments: true,
    tallies: ['subscriptions'],
    measure: (sources, options, period, of) =>
      measureChurnRate(tallyOf(sources, 'subscriptions', {}, of), { ...chosen(options), period }),
    count: (sources, _options, periods, segment) =>
      countChurn(sources.tally('subscriptions', {}, segment), { periods }),
  },
  {
    code: 'inactivity-churn-rate',
    needs: ['activities'],
    required: ['inactiveDays'],
    options: ['inactiveDays', 'method', 'historyStart', ...rateOptions],
    watched: true,
    unwatchedWith: 'subscriptions',
    segmentOf: 'customer',
    measuresSegments: true,
    tallies: ['activity'],
    firstInstant: (sources) =>
      leastOf(
        sources
          .tally('activity')
          .cells.flatMap(({ lists = {} }) => Object.values(lists).map(([first]) => first as number)),
      ),
    measure: (sources, options, period, of) =>
      measureInactivityChurnRate(tallyOf(sources, 'activity', {}, of), {
        ...chosen(options),
        inactiveDays: options['inactiveDays'] as number,
        period,
      }),
    count: (sources, { inactiveDays }, periods, segment) =>
      countChurn(sources.tally('activity', {}, segment), { periods, inactiveDays: inactiveDays as number }),
  },
  {
    code: 'mrr',
    needs: ['subscriptions'],
    options: ['currency', 'rates'],
    tallies: ['subscriptions'],
    measure: (sources, options) => measureMrr(sources.tally('subscriptions'), chosen(options)),
  },
  revenueRetention('net-revenue-retention', netRevenueRetention),
  revenueRetention('gross-revenue-retention', grossRevenueRetention),
  {
    code: 'stickiness',
    needs: ['activities'],
    options: ['method', 'windowDays', 'weekdaysOnly', 'minimumEvents', ...rateOptions],
    tallies: ['activity'],
    measure: (sources, options) => measureStickiness(sources.tally('activity'), chosen(options)),
  },
  {
    code: 'participation-rate',
    needs: ['memberships', 'participations'],
    options: ['admitParticipants', ...rateOptions],
    shape: ['programmeId'],
    watched: true,
    tallies: ['participations'],
    measure: (sources, options, period) =>
      measureParticipationRate(sources.tally('participations', only(options, ['programmeId'])), {
        ...chosen(without(options, ['programmeId'])),
        period,
      }),
    count: (sources, options, periods) =>
      countParticipations(sources.tally('participations', only(options, ['programmeId'])), {
        ...chosen(without(options, ['programmeId', ...rateOptions])),
        periods,
      }),
  },
  {
    code: 'referral-rate',
    needs: ['referrals', 'subscriptions'],
    options: rateOptions,
    tallies: ['referrals'],
    measure: (sources, options, period) =>
      measureReferralRate(sources.tally('referrals'), { ...chosen(options), period }),
    count: (sources, _options, periods) => countReferrals(sources.tally('referrals'), { periods }),
  },
  {
    code: 'referrals-per-customer',
    needs: ['referrals', 'subscriptions'],
    options: rateOptions,
    tallies: ['referrals'],
    measure: (sources, options, period) =>
      measureReferralsPerCustomer(sources.tally('referrals'), { ...chosen(options), period }),
    count: (sources, _options, periods) => countReferrals(sources.tally('referrals'), { periods }),
  },
  {
    code: 'referred-share',
    needs: ['customers'],
    options: ['sources', ...rateOptions],
    tallies: [],
    // Where nobody says how customers came, nobody knows who was referred.
    isPresent: (sources) => sources.rows('customers').some(({ source }) => source !== undefined),
    absent: { code: 'missing_field', needs: ['customers.source'] },
    measure: (sources, options, period) =>
      measureReferredShare(sources.rows('customers'), { ...sources.shared, ...chosen(options), period }),
  },
])()

/** Recurring revenue kept of the period before: of movements, which need its length only. */
function revenueRetention(code: string, rate: (movements: MrrMovements, options: object) => Measurement): MetricRule {
  return {
    code,
    needs: ['subscriptions'],
    options: ['includeReactivation', ...rateOptions],
    instead: 'movements',
    tallies: [],
    measure: (sources, options, period) =>
      rate(
        sources.has('subscriptions')
          ? countMrrMovements(sources.tally('subscriptions'), { period })
          : ledgerMovements(sources, period),
        chosen(options),
      ),
  }
}

/** Movements of a ledger in a period; what came before them in the ledger is the revenue that they begin with. */
function ledgerMovements(sources: ReviewSources, period: Period): MrrMovements {
  const ledger = sources.rows('movements')
  const { shared } = sources
  const read = createInstantReader(shared.timeZone)
  const first = leastOf(ledger.map(({ at }, index) => read(at, () => `movements[${index}].at`)))
  if (first === undefined || first >= (period.start as number)) {
    return countMrrMovements(ledger, { ...shared, period, opening: 0 })
  }
  const before = countMrrMovements(ledger, { ...shared, period: { start: first, end: period.start }, opening: 0 })
  return before.reason === undefined
    ? countMrrMovements(ledger, { ...shared, period, opening: before.closing })
    : before
}
