import type { Measurement, Period } from '../measurement.js'
import { countChurn } from '../metrics/churn/countChurn.js'
import { measureChurnRate } from '../metrics/churn/measureChurnRate.js'
import { measureInactivityChurnRate } from '../metrics/churn/measureInactivityChurnRate.js'
import { measureLeadHandoffQuality } from '../metrics/handoff/measureLeadHandoffQuality.js'
import type { HandoffFigures } from '../metrics/handoff/model.js'
import { measureNetPromoterScore } from '../metrics/nps/measureNetPromoterScore.js'
import { countPurchases } from '../metrics/repeat-purchase/countPurchases.js'
import { measureCohortRepeatRate } from '../metrics/repeat-purchase/measureCohortRepeatRate.js'
import { measureRepeatPurchaseRate } from '../metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import { measureReturningCustomerRate } from '../metrics/repeat-purchase/measureReturningCustomerRate.js'
import { measureSlaAttainment } from '../metrics/service/measureSlaAttainment.js'
import { tallySla } from '../metrics/service/tallySla.js'
import type { CountCells, CountCellsCell } from '../signals/metricSeries.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewRecords, ReviewSegment } from './model.js'

/** Options of one metric, as chosen. */
export type ChosenOptions = { readonly [option: string]: unknown }

/** How a review computes a metric. */
export interface ReviewMetric {
  /** Code of the metric. */
  code: string
  /** Records that it needs, all of them. */
  needs: readonly (keyof ReviewRecords)[]
  /** Options without a default. */
  required: readonly string[]
  /** Options that a definition may ask for. */
  options: readonly string[]
  /** Whether it needs the policy of hand-offs. */
  ofHandoff?: true
  /** Whether its series is watched by the detectors. */
  watched: boolean
  /** Records beside which it is not watched: they say the same more exactly. */
  unwatchedWith?: keyof ReviewRecords
  /** The figure of a period, of one segment when it is given. */
  measure: (sources: ReviewSources, options: ChosenOptions, period: Period, of?: SegmentValue) => Measurement
  /** Counts of periods, by segment when one is given; undefined when it has none by segment. */
  count: (
    sources: ReviewSources,
    options: ChosenOptions,
    periods: readonly Period[],
    segment?: ReviewSegment,
  ) => CountCells | undefined
}

/** One segment of a split. */
interface SegmentValue {
  segment: ReviewSegment
  value: string
}

/** What people choose is checked by the functions themselves: here it passes through. */
function chosen(options: ChosenOptions): object {
  return options
}

/** The metrics of a review, in the order in which it lists them. */
export const reviewMetrics: readonly ReviewMetric[] = [
  {
    code: 'churn-rate',
    needs: ['subscriptions'],
    required: [],
    options: ['method', 'preset', 'level', 'interval'],
    watched: true,
    measure: (sources, options, period, of) => {
      const tally = sources.subscriptions(of?.segment)
      const cells = of === undefined ? tally.cells : tally.cells.filter(({ segment }) => segment === of.value)
      return measureChurnRate({ ...tally, cells }, { ...chosen(options), period })
    },
    count: (sources, _options, periods, segment) => {
      if (segment !== undefined && segment.of !== 'customer') return undefined
      return countChurn(sources.subscriptions(segment), { periods })
    },
  },
  {
    code: 'inactivity-churn-rate',
    needs: ['activities'],
    required: ['inactiveDays'],
    options: ['inactiveDays', 'method', 'historyStart', 'level', 'interval'],
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
    code: 'net-promoter-score',
    needs: ['responses'],
    required: [],
    options: ['scale', 'dedupe', 'unit', 'weights', 'population', 'level', 'interval'],
    watched: true,
    measure: (sources, options, period) => measureNetPromoterScore(sources.responses(), { ...chosen(options), period }),
    count: (sources, options, periods, segment) =>
      segment === undefined
        ? {
            cells: periods.map((period) => {
              const { promoters, passives, detractors } = measureNetPromoterScore(sources.responses(), {
                ...chosen(options),
                period,
              })
              return { period: nameOf(period), counts: { promoters, passives, detractors } }
            }),
          }
        : undefined,
  },
  {
    code: 'repeat-purchase-rate',
    needs: ['orders'],
    required: [],
    options: ['level', 'interval'],
    watched: false,
    measure: (sources, options, period) =>
      measureRepeatPurchaseRate(sources.purchases(), { ...chosen(options), period }),
    count: purchaseCounts,
  },
  {
    code: 'returning-customer-rate',
    needs: ['orders'],
    required: [],
    options: ['before', 'lookAhead', 'historyStart', 'level', 'interval'],
    watched: false,
    measure: (sources, options, period) =>
      measureReturningCustomerRate(sources.purchases(), { ...chosen(options), period }),
    count: purchaseCounts,
  },
  {
    code: 'cohort-repeat-rate',
    needs: ['orders'],
    required: ['withinDays'],
    options: ['withinDays', 'historyStart', 'level', 'interval'],
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
      // A cohort whose days are not over looks worse than it is.
      return { cells: counts.cells.filter(({ counts: { pending = 0 } }) => pending === 0) }
    },
  },
  {
    code: 'sla-attainment',
    needs: ['tickets'],
    required: ['target'],
    options: ['clock', 'target', 'operator', 'calendar', 'pauses', 'bots', 'resolution', 'level', 'interval'],
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
  handoffMetric('clean-handoff-rate', ({ cleanHandoffRate }) => cleanHandoffRate),
  handoffMetric('lead-response-attainment', ({ responseAttainment }) => responseAttainment),
  handoffMetric('lead-acceptance-rate', ({ acceptance }) => acceptance),
  handoffMetric('reassigned-rate', ({ reassigned }) => reassigned),
]

const rateOptions = ['level', 'interval']

function handoffMetric(code: string, figure: (figures: HandoffFigures) => Measurement): ReviewMetric {
  return {
    code,
    needs: ['leads', 'handoffs'],
    required: [],
    options: [],
    ofHandoff: true,
    watched: true,
    measure: (sources, _options, period) => figure(measureLeadHandoffQuality(sources.handoffs(), { period })),
    count: (sources, _options, _periods, segment) =>
      segment === undefined ? { cells: sources.handoffs().cells.map(whole) } : undefined,
  }
}

function purchaseCounts(
  sources: ReviewSources,
  _options: ChosenOptions,
  _periods: readonly Period[],
  segment?: ReviewSegment,
): CountCells | undefined {
  return segment === undefined ? sources.purchaseCounts() : undefined
}

/** The same cell as a part of the whole. */
function whole({ segment: _segment, ...cell }: CountCellsCell): CountCellsCell {
  return cell
}

function without(options: ChosenOptions, names: readonly string[]): ChosenOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)))
}

function nameOf({ start, end }: Period): string {
  return `${new Date(start).toISOString()}/${new Date(end).toISOString()}`
}
