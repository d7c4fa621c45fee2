import type { Period } from '../measurement.js'
import { countCommitments } from '../metrics/commitments/countCommitments.js'
import { measureCommitmentFulfilmentRate } from '../metrics/commitments/measureCommitmentFulfilmentRate.js'
import { countComplaints } from '../metrics/complaints/countComplaints.js'
import { measureComplaintRate } from '../metrics/complaints/measureComplaintRate.js'
import { measureRecurringComplaintRate } from '../metrics/complaints/measureRecurringComplaintRate.js'
import { countFirstContacts } from '../metrics/service/countFirstContacts.js'
import { measureFirstContactResolutionRate } from '../metrics/service/measureFirstContactResolutionRate.js'
import { measureFirstResponseTime } from '../metrics/service/measureFirstResponseTime.js'
import { measureSlaAttainment } from '../metrics/service/measureSlaAttainment.js'
import { measureTimeToResolution } from '../metrics/service/measureTimeToResolution.js'
import { tallySla } from '../metrics/service/tallySla.js'
import type { CountCells } from '../signals/metricSeries.js'
import type { ReviewSources } from './createReviewSources.js'
import { chosen, type MetricRule, rateOptions, without } from './metricRule.js'
import type { ReviewSegment } from './model.js'

const recurrenceOptions = ['lookbackDays', 'key', 'historyStart']

/** Metrics of tickets and promises. */
export const serviceMetrics: readonly MetricRule[] = [
  {
    code: 'sla-attainment',
    needs: ['tickets'],
    required: ['target'],
    options: ['clock', 'target', 'operator', 'calendar', 'pauses', 'bots', 'resolution', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureSlaAttainment(sources.records('tickets'), {
        ...sources.shared,
        ...chosen(options),
        target: options['target'] as number,
        period,
      }),
    count: (sources, options, periods, segment) =>
      segment === undefined
        ? tallySla(sources.records('tickets'), {
            ...sources.shared,
            ...chosen(without(options, rateOptions)),
            target: options['target'] as number,
            periods,
          })
        : undefined,
  },
  {
    code: 'first-response-time',
    needs: ['tickets'],
    options: ['calendar', 'bots', 'limits', 'level', 'interval'],
    watched: true,
    values: { better: 'down', unit: 'milliseconds' },
    measure: (sources, options, period) =>
      measureFirstResponseTime(sources.records('tickets'), { ...sources.shared, ...chosen(options), period }),
  },
  {
    code: 'time-to-resolution',
    needs: ['tickets'],
    options: ['calendar', 'resolution', 'pauses', 'limits', 'level', 'interval'],
    watched: true,
    values: { better: 'down', unit: 'milliseconds' },
    measure: (sources, options, period) =>
      measureTimeToResolution(sources.records('tickets'), { ...sources.shared, ...chosen(options), period }),
  },
  {
    code: 'first-contact-resolution-rate',
    needs: ['tickets'],
    options: ['method', 'windowDays', 'key', 'denominator', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureFirstContactResolutionRate(sources.records('tickets'), { ...sources.shared, ...chosen(options), period }),
    count: (sources, options, periods, segment) => {
      if (segment !== undefined) return undefined
      const counts = countFirstContacts(sources.records('tickets'), {
        ...sources.shared,
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
    measure: (sources, options, period) =>
      measureComplaintRate(sources.records('tickets'), {
        ...sources.shared,
        ...chosen(options),
        period,
        exposure: ordersOf(sources, [period])[0] ?? 0,
      }),
    count: complaintCounts,
  },
  {
    code: 'recurring-complaint-rate',
    needs: ['tickets'],
    options: [...recurrenceOptions, ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureRecurringComplaintRate(sources.records('tickets'), { ...sources.shared, ...chosen(options), period }),
    count: (sources, options, periods, segment) =>
      segment === undefined
        ? countComplaints(sources.records('tickets'), {
            ...sources.shared,
            ...chosen(without(options, rateOptions)),
            periods,
          })
        : undefined,
  },
  {
    code: 'commitment-fulfilment-rate',
    needs: ['commitments'],
    options: ['dueBasis', 'graceDays', 'countEarly', 'earlyToleranceDays', 'unit', ...rateOptions],
    watched: true,
    measure: (sources, options, period) =>
      measureCommitmentFulfilmentRate(sources.records('commitments'), {
        ...sources.shared,
        ...chosen(options),
        period,
      }),
    count: (sources, options, periods, segment) =>
      segment === undefined
        ? countCommitments(sources.records('commitments'), {
            ...sources.shared,
            ...chosen(without(options, rateOptions)),
            periods,
          })
        : undefined,
  },
]

/** Orders placed in each period: what complaints are counted over. */
function ordersOf(sources: ReviewSources, periods: readonly Period[]): number[] {
  const cells = new Map(sources.purchaseCounts().cells.map(({ period, counts }) => [period, counts.occasions]))
  return periods.map((period) => cells.get(periodText(period)) ?? 0)
}

/** Complaints of each period, by ticket segment when one is given, with the orders placed in it. */
function complaintCounts(
  sources: ReviewSources,
  _options: object,
  periods: readonly Period[],
  segment?: ReviewSegment,
): CountCells | undefined {
  if (segment !== undefined && segment.of !== 'ticket') return undefined
  const counts = countComplaints(sources.records('tickets'), {
    ...sources.shared,
    periods,
    ...(segment === undefined ? {} : { segmentBy: segment.field }),
  })
  const orders = new Map(sources.purchaseCounts().cells.map(({ period, counts: { occasions } }) => [period, occasions]))
  return {
    cells: counts.cells.map((cell) => ({
      ...cell,
      counts: { complaints: cell.counts.complaints, exposure: orders.get(cell.period) ?? 0 },
    })),
  }
}

function periodText({ start, end }: Period): string {
  return `${new Date(start).toISOString()}/${new Date(end).toISOString()}`
}
