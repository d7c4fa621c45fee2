import { countChurn } from '../metrics/churn/countChurn.js'
import { measureChurnRate } from '../metrics/churn/measureChurnRate.js'
import { measureInactivityChurnRate } from '../metrics/churn/measureInactivityChurnRate.js'
import { countReturns } from '../metrics/complaints/countReturns.js'
import { measureReturnRate } from '../metrics/complaints/measureReturnRate.js'
import { countParticipations } from '../metrics/engagement/countParticipations.js'
import { measureParticipationRate } from '../metrics/engagement/measureParticipationRate.js'
import { countInvites } from '../metrics/nps/countInvites.js'
import { countResponses } from '../metrics/nps/countResponses.js'
import { measureNetPromoterScore } from '../metrics/nps/measureNetPromoterScore.js'
import { measureResponseRate } from '../metrics/nps/measureResponseRate.js'
import { countPurchases } from '../metrics/repeat-purchase/countPurchases.js'
import { measureCohortRepeatRate } from '../metrics/repeat-purchase/measureCohortRepeatRate.js'
import { measurePurchaseFrequency } from '../metrics/repeat-purchase/measurePurchaseFrequency.js'
import { measureRepeatPurchaseRate } from '../metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import { measureReturningCustomerRate } from '../metrics/repeat-purchase/measureReturningCustomerRate.js'
import { measureMrr } from '../metrics/revenue/measureMrr.js'
import { chosen, type MetricRule, rateOptions, without } from './metricRule.js'

/** Metrics of customers, what they buy, say and do. */
export const customerMetrics: readonly MetricRule[] = [
  {
    code: 'churn-rate',
    needs: ['subscriptions'],
    options: ['method', 'preset', ...rateOptions],
    watched: true,
    measure: (sources, options, period, of) => {
      const tally = sources.subscriptions(of?.segment)
      const cells = of === undefined ? tally.cells : tally.cells.filter(({ segment }) => segment === of.value)
      return measureChurnRate({ ...tally, cells }, { ...chosen(options), period })
    },
    count: (sources, _options, periods, segment) =>
      segment === undefined || segment.of === 'customer'
        ? countChurn(sources.subscriptions(segment), { periods })
        : undefined,
  },
  {
    code: 'inactivity-churn-rate',
    needs: ['activities'],
    required: ['inactiveDays'],
    options: ['inactiveDays', 'method', 'historyStart', ...rateOptions],
    watched: true,
    unwatchedWith: 'subscriptions',
    measure: (sources, options, period) =>
      measureInactivityChurnRate(sources.activity(), {
        ...chosen(options),
        inactiveDays: options['inactiveDays'] as number,
        period,
      }),
    count: (sources, { inactiveDays }, periods, segment) =>
      segment === undefined
        ? countChurn(sources.activity(), { periods, inactiveDays: inactiveDays as number })
        : undefined,
  },
  {
    code: 'mrr',
    needs: ['subscriptions'],
    measure: (sources, options) => measureMrr(sources.subscriptions(), chosen(options)),
  },
  {
    code: 'net-promoter-score',
    needs: ['responses'],
    options: ['scale', 'dedupe', 'unit', 'weights', 'population', ...rateOptions],
    watched: true,
    measure: (sources, options, period) => measureNetPromoterScore(sources.responses(), { ...chosen(options), period }),
    count: (sources, { dedupe }, periods, segment) =>
      segment === undefined
        ? countResponses(sources.records('responses'), {
            ...sources.shared,
            kind: 'nps',
            periods,
            ...chosen(dedupe === undefined ? {} : { dedupe }),
          })
        : undefined,
  },
  {
    code: 'response-rate',
    needs: ['invites', 'responses'],
    required: ['answerWindowDays'],
    options: ['answerWindowDays', 'lateAnswers', 'countBlank', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureResponseRate(invitesOf(sources), { ...sources.shared, ...chosen(options), period }),
    count: (sources, options, periods, segment) => {
      if (segment !== undefined) return undefined
      const counts = countInvites(invitesOf(sources), {
        ...sources.shared,
        ...chosen(without(options, rateOptions)),
        periods,
      })
      // Invitations whose window is not over look unanswered.
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
  {
    code: 'repeat-purchase-rate',
    needs: ['orders'],
    options: rateOptions,
    measure: (sources, options, period) =>
      measureRepeatPurchaseRate(sources.purchases(), { ...chosen(options), period }),
    count: (sources, _options, _periods, segment) => (segment === undefined ? sources.purchaseCounts() : undefined),
  },
  {
    code: 'returning-customer-rate',
    needs: ['orders'],
    options: ['before', 'lookAhead', 'historyStart', ...rateOptions],
    measure: (sources, options, period) =>
      measureReturningCustomerRate(sources.purchases(), { ...chosen(options), period }),
    count: (sources, _options, _periods, segment) => (segment === undefined ? sources.purchaseCounts() : undefined),
  },
  {
    code: 'cohort-repeat-rate',
    needs: ['orders'],
    required: ['withinDays'],
    options: ['withinDays', 'historyStart', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureCohortRepeatRate(sources.purchases(), {
        ...chosen(options),
        withinDays: options['withinDays'] as number,
        period,
      }),
    count: (sources, { withinDays }, periods, segment) => {
      if (segment !== undefined) return undefined
      const counts = countPurchases(sources.purchases(), { periods, withinDays: withinDays as number })
      // A cohort whose days are not over looks worse than it is; the first ones hold buyers from before the records.
      return { cells: counts.cells.filter(({ counts: { pending = 0 } }) => pending === 0) }
    },
  },
  {
    code: 'purchase-frequency',
    needs: ['orders'],
    options: ['per', 'perDays', ...rateOptions],
    measure: (sources, options, period) =>
      measurePurchaseFrequency(sources.purchases(), { ...chosen(options), period }),
    count: (sources, _options, _periods, segment) => (segment === undefined ? sources.purchaseCounts() : undefined),
  },
  {
    code: 'return-rate',
    needs: ['orders', 'returns'],
    options: ['windowDays', 'include', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureReturnRate(returnsOf(sources), { ...sources.shared, ...chosen(options), period }),
    count: (sources, options, periods, segment) => {
      if (segment !== undefined) return undefined
      const counts = countReturns(returnsOf(sources), {
        ...sources.shared,
        ...chosen(without(options, rateOptions)),
        periods,
      })
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
  {
    code: 'participation-rate',
    needs: ['memberships', 'participations'],
    options: ['programmeId', 'admitParticipants', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureParticipationRate(participationOf(sources), { ...sources.shared, ...chosen(options), period }),
    count: (sources, options, periods, segment) =>
      segment === undefined
        ? countParticipations(participationOf(sources), {
            ...sources.shared,
            ...chosen(without(options, rateOptions)),
            periods,
          })
        : undefined,
  },
]

function invitesOf(sources: Parameters<MetricRule['measure']>[0]) {
  return { invites: sources.records('invites'), responses: sources.records('responses') }
}

function returnsOf(sources: Parameters<MetricRule['measure']>[0]) {
  return { orders: sources.records('orders'), returns: sources.records('returns') }
}

function participationOf(sources: Parameters<MetricRule['measure']>[0]) {
  return { memberships: sources.records('memberships'), participations: sources.records('participations') }
}
