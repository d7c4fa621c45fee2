import type { Period } from '../measurement.js'
import { countCommitments } from '../metrics/commitments/countCommitments.js'
import { measureCommitmentFulfilmentRate } from '../metrics/commitments/measureCommitmentFulfilmentRate.js'
import { countComplaints } from '../metrics/complaints/countComplaints.js'
import { measureComplaintRate } from '../metrics/complaints/measureComplaintRate.js'
import { measureComplaintShare } from '../metrics/complaints/measureComplaintShare.js'
import { measureRecurringComplaintRate } from '../metrics/complaints/measureRecurringComplaintRate.js'
import { countFirstContacts } from '../metrics/service/countFirstContacts.js'
import { measureFirstContactResolutionRate } from '../metrics/service/measureFirstContactResolutionRate.js'
import { measureFirstResponseTime } from '../metrics/service/measureFirstResponseTime.js'
import { measureSlaAttainment } from '../metrics/service/measureSlaAttainment.js'
import { measureTimeToResolution } from '../metrics/service/measureTimeToResolution.js'
import { chosen, noOptions, only, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import { leastOf } from './leastOf.js'
import type { MetricRule } from './metricRule.js'
import type { ReviewSegment } from './models/policy.js'
import { churnCounts, purchaseCounts } from './periodCounts.js'
import { thinSummary } from './thinSteps.js'

const deadline = ['clock', 'target', 'operator', 'calendar', 'pauses', 'bots', 'resolution']
const responseShape = ['calendar', 'bots']
const resolutionShape = ['calendar', 'resolution', 'pauses']

const complaintFields = ['tickets.customerId', 'tickets.isComplaint']

/** Metrics of tickets and promises. */
export const serviceMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  {
    code: 'sla-attainment',
    needs: ['tickets'],
    required: ['target'],
    options: rateOptions,
    shape: deadline,
    watched: true,
    tallies: ['sla'],
    measure: (sources, options, period) =>
      measureSlaAttainment(sources.tally('sla', only(options, deadline)), {
        ...chosen(without(options, deadline)),
        target: options['target'] as number,
        period,
      }),
    count: (sources, options) => sources.tally('sla', only(options, deadline)) as never,
  },
  {
    code: 'first-response-time',
    needs: ['tickets'],
    options: ['limits', 'level', 'interval'],
    shape: responseShape,
    watched: true,
    values: { better: 'down', unit: 'milliseconds' },
    tallies: ['firstResponse'],
    measure: (sources, options, period) =>
      thinSummary(
        measureFirstResponseTime(sources.tally('firstResponse', only(options, responseShape)), {
          ...chosen(without(options, responseShape)),
          period,
        }),
      ),
  },
  {
    code: 'time-to-resolution',
    needs: ['tickets'],
    options: ['limits', 'level', 'interval'],
    shape: resolutionShape,
    watched: true,
    values: { better: 'down', unit: 'milliseconds' },
    tallies: ['resolution'],
    measure: (sources, options, period) =>
      thinSummary(
        measureTimeToResolution(sources.tally('resolution', only(options, resolutionShape)), {
          ...chosen(without(options, resolutionShape)),
          period,
        }),
      ),
  },
  {
    code: 'first-contact-resolution-rate',
    needs: ['tickets'],
    options: ['method', 'windowDays', 'key', 'denominator', ...rateOptions],
    watched: true,
    rowFields: ['tickets.customerId', 'tickets.reopenCount'],
    tallies: ['firstContacts'],
    measure: (sources, options, period) =>
      measureFirstContactResolutionRate(sources.tally('firstContacts'), { ...chosen(options), period }),
    count: (sources, options, periods) => {
      const counts = countFirstContacts(sources.tally('firstContacts'), {
        ...chosen(without(options, rateOptions)),
        periods,
      })
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
  {
    code: 'complaint-rate',
    needs: ['tickets', 'orders'],
    options: rateOptions,
    watched: true,
    segmentOf: 'ticket',
    rowFields: complaintFields,
    tallies: ['complaints', 'purchases'],
    measure: (sources, options, period) =>
      measureComplaintRate(sources.tally('complaints'), {
        ...chosen(options),
        period,
        exposure: purchaseCounts(sources, [period]).cells[0]?.counts.occasions ?? 0,
      }),
    count: complaintsOverOrders,
  },
  {
    code: 'complaint-share',
    needs: ['tickets', 'subscriptions'],
    options: ['customers', ...rateOptions],
    rowFields: complaintFields,
    tallies: ['complaints', 'subscriptions'],
    measure: (sources, options, period) =>
      measureComplaintShare(sources.tally('complaints'), {
        customers: customersIn(sources, period),
        ...chosen(options),
        period,
      }),
  },
  {
    code: 'recurring-complaint-rate',
    needs: ['tickets'],
    options: ['lookbackDays', 'key', 'historyStart', ...rateOptions],
    watched: true,
    rowFields: complaintFields,
    tallies: ['complaints'],
    firstInstant: (sources) =>
      leastOf(sources.tally('complaints').cells.flatMap(({ rows = [] }) => rows.map(({ at }) => at as number))),
    measure: (sources, options, period) =>
      measureRecurringComplaintRate(sources.tally('complaints'), { ...chosen(options), period }),
    count: (sources, options, periods) =>
      countComplaints(sources.tally('complaints'), { ...chosen(without(options, rateOptions)), periods }),
  },
  {
    code: 'commitment-fulfilment-rate',
    needs: ['commitments'],
    options: ['dueBasis', 'graceDays', 'countEarly', 'earlyToleranceDays', 'unit', ...rateOptions],
    watched: true,
    tallies: [],
    measure: (sources, options, period) =>
      measureCommitmentFulfilmentRate(sources.rows('commitments'), {
        ...sources.shared,
        ...chosen(options),
        period,
      }),
    count: (sources, options, periods) =>
      countCommitments(sources.rows('commitments'), {
        ...sources.shared,
        ...chosen(without(options, rateOptions)),
        periods,
      }),
  },
])()

/** Complaints of each period, by ticket segment when one is given, with the orders placed in it. */
function complaintsOverOrders(
  sources: ReviewSources,
  _options: object,
  periods: readonly Period[],
  segment?: ReviewSegment,
) {
  const counts = countComplaints(sources.tally('complaints', noOptions, segment), { periods })
  const { cells } = purchaseCounts(sources, periods)
  const orders = new Map(cells.map(({ period, counts: { occasions } }) => [period, occasions]))
  return {
    cells: counts.cells.map((cell) => ({
      ...cell,
      counts: { complaints: cell.counts.complaints, exposure: orders.get(cell.period) ?? 0 },
    })),
  }
}

/** Ids of the customers who paid at some time of a period. */
function customersIn(sources: ReviewSources, period: Period): number {
  const [cell] = churnCounts(sources, [period]).cells
  return (cell?.counts.opening ?? 0) + (cell?.counts.joined ?? 0)
}
