import type { Period } from '../measurement.js'
import { countReturns } from '../metrics/complaints/countReturns.js'
import { measureReturnRate } from '../metrics/complaints/measureReturnRate.js'
import { countPurchases } from '../metrics/repeat-purchase/countPurchases.js'
import { measureCohortRepeatRate } from '../metrics/repeat-purchase/measureCohortRepeatRate.js'
import { measurePurchaseFrequency } from '../metrics/repeat-purchase/measurePurchaseFrequency.js'
import { measureRepeatPurchaseRate } from '../metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import { measureReturningCustomerRate } from '../metrics/repeat-purchase/measureReturningCustomerRate.js'
import { measureTimeBetweenPurchases } from '../metrics/repeat-purchase/measureTimeBetweenPurchases.js'
import { type ChosenOptions, chosen, only, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import { leastOf } from './leastOf.js'
import type { MetricRule } from './metricRule.js'
import type { ReviewSegment } from './models/policy.js'
import { purchaseCounts } from './periodCounts.js'
import { tallyOf } from './tallyOf.js'

const ofOrders = {
  needs: ['orders'],
  segmentOf: 'customer',
  measuresSegments: true,
  tallies: ['purchases'],
} as const

/** Metrics of what customers buy and send back. */
export const purchaseMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  {
    ...ofOrders,
    code: 'repeat-purchase-rate',
    options: rateOptions,
    measure: (sources, options, period, of) =>
      measureRepeatPurchaseRate(tallyOf(sources, 'purchases', {}, of), { ...chosen(options), period }),
    count,
  },
  {
    ...ofOrders,
    code: 'returning-customer-rate',
    options: ['before', 'lookAhead', 'historyStart', ...rateOptions],
    firstInstant,
    measure: (sources, options, period, of) =>
      measureReturningCustomerRate(tallyOf(sources, 'purchases', {}, of), { ...chosen(options), period }),
    count,
  },
  {
    ...ofOrders,
    code: 'cohort-repeat-rate',
    required: ['withinDays'],
    options: ['withinDays', 'historyStart', ...rateOptions],
    watched: true,
    firstInstant,
    // The first cohorts of the records are full of slow old customers, and seem to improve for a year.
    newcomerDays: 365,
    measure: (sources, options, period, of) =>
      measureCohortRepeatRate(tallyOf(sources, 'purchases', {}, of), {
        ...chosen(options),
        withinDays: options['withinDays'] as number,
        period,
      }),
    count: (sources, { withinDays }, periods, segment) => {
      const counts = countPurchases(sources.tally('purchases', {}, segment), {
        periods,
        withinDays: withinDays as number,
      })
      // A cohort whose days are not over looks worse than it is.
      return { cells: counts.cells.filter(({ counts: { pending = 0 } }) => pending === 0) }
    },
  },
  {
    ...ofOrders,
    code: 'purchase-frequency',
    options: ['per', 'perDays', ...rateOptions],
    measure: (sources, options, period, of) =>
      measurePurchaseFrequency(tallyOf(sources, 'purchases', {}, of), { ...chosen(options), period }),
    count,
  },
  {
    code: 'time-between-purchases',
    needs: ['orders'],
    options: ['preset', ...rateOptions],
    tallies: ['purchases'],
    measure: (sources, options) => {
      const { curve: _curve, ...gap } = measureTimeBetweenPurchases(sources.tally('purchases'), chosen(options))
      return gap
    },
  },
  {
    code: 'return-rate',
    needs: ['orders', 'returns'],
    options: ['windowDays', 'method', 'weight', ...rateOptions],
    shape: ['include'],
    watched: true,
    rowFields: ['orders.id', 'orders.lines'],
    tallies: ['returns'],
    measure: (sources, options, period) =>
      measureReturnRate(sources.tally('returns', only(options, ['include'])), {
        ...chosen(without(options, ['include'])),
        period,
      }),
    count: (sources, options, periods) => {
      const counts = countReturns(sources.tally('returns', only(options, ['include'])), {
        ...chosen(only(options, ['windowDays'])),
        periods,
      })
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
])()

function count(sources: ReviewSources, _options: ChosenOptions, periods: readonly Period[], segment?: ReviewSegment) {
  if (segment === undefined) return purchaseCounts(sources, periods)
  return countPurchases(sources.tally('purchases', {}, segment), { periods })
}

function firstInstant(sources: ReviewSources): number | undefined {
  return leastOf(sources.tally('purchases').cells.flatMap(({ rows = [] }) => rows.map(({ at }) => at as number)))
}
