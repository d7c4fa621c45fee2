import { assertArray, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { OpportunityCounts, ProspectCounts } from '../metrics/sales/model.js'
import type { Tally } from '../tally/model.js'
import type { CloseRatePeriod } from './closeRatePeriods.js'
import type { ReadingPair } from './contradictionReadings.js'
import type { CustomerFlows } from './customerFlows.js'
import {
  type DetectAcquisitionRetentionImbalanceOptions,
  detectAcquisitionRetentionImbalance,
} from './detectAcquisitionRetentionImbalance.js'
import { type DetectCloseRateFallOptions, detectCloseRateFall } from './detectCloseRateFall.js'
import {
  type DetectCompetitorMentionsOptions,
  detectCompetitorMentions,
  type MentionData,
} from './detectCompetitorMentions.js'
import { type DetectComplaintsRiseOptions, detectComplaintsRise } from './detectComplaintsRise.js'
import { type DetectContradictoryMetricsOptions, detectContradictoryMetrics } from './detectContradictoryMetrics.js'
import { type DetectDissatisfactionSpikeOptions, detectDissatisfactionSpike } from './detectDissatisfactionSpike.js'
import { type DetectInteractionFallOptions, detectInteractionFall } from './detectInteractionFall.js'
import { type DetectNpsFallOptions, detectNpsFall, type NpsWaves } from './detectNpsFall.js'
import { type DetectOwnershipGapOptions, detectOwnershipGap, type OwnershipData } from './detectOwnershipGap.js'
import { type DetectPromiseGapOptions, detectPromiseGap, type PromiseCounts } from './detectPromiseGap.js'
import { type DetectPurchaseFrequencyFallOptions, detectPurchaseFrequencyFall } from './detectPurchaseFrequencyFall.js'
import {
  type DetectRecommendationStoppedOptions,
  detectRecommendationStopped,
  type RecommendationData,
} from './detectRecommendationStopped.js'
import { type DetectRepeatedObjectionsOptions, detectRepeatedObjections } from './detectRepeatedObjections.js'
import { type DetectSegmentsAtRiskOptions, detectSegmentsAtRisk } from './detectSegmentsAtRisk.js'
import { type DetectSilenceRiseOptions, detectSilenceRise } from './detectSilenceRise.js'
import {
  type DetectSlippingCustomersOptions,
  detectSlippingCustomers,
  type SlippingSummaries,
} from './detectSlippingCustomers.js'
import { type DetectSlowResponseOptions, detectSlowResponse, type ResponseGroups } from './detectSlowResponse.js'
import { type DetectSustainedDeclineOptions, detectSustainedDecline } from './detectSustainedDecline.js'
import type { CustomerEvent, CustomerPresence, MetricSeries, SignalResult } from './model.js'
import type { ObjectionPair } from './objectionModel.js'
import type { SegmentCounts } from './segmentComparison.js'
import type { SilenceCohort } from './silenceCohorts.js'

/** One data argument or a list of them. */
export type OneOrMany<T> = T | readonly T[]

/** What there is to look at; each member is the data of its detector. */
export interface SignalData {
  /** Series for {@link detectSustainedDecline}; rates where down is better also for {@link detectDissatisfactionSpike}. */
  readonly series?: readonly MetricSeries[] | undefined
  /** Waves for {@link detectNpsFall}. */
  readonly nps?: OneOrMany<NpsWaves> | undefined
  /** Metrics by segment for {@link detectSegmentsAtRisk}. */
  readonly segments?: OneOrMany<SegmentCounts> | undefined
  /** Customers won and lost for {@link detectAcquisitionRetentionImbalance}. */
  readonly flows?: OneOrMany<CustomerFlows> | undefined
  /** Pairs for {@link detectContradictoryMetrics}. */
  readonly pairs?: readonly ReadingPair[] | undefined
  /** Deals by period for {@link detectCloseRateFall}. */
  readonly closeRates?: readonly CloseRatePeriod[] | Tally<OpportunityCounts> | undefined
  /** Cohorts of prospects for {@link detectSilenceRise}. */
  readonly silence?: readonly SilenceCohort[] | Tally<ProspectCounts> | undefined
  /** Objections now and before for {@link detectRepeatedObjections}. */
  readonly objections?: OneOrMany<ObjectionPair> | undefined
  /** Promises for {@link detectPromiseGap}. */
  readonly promises?: OneOrMany<PromiseCounts> | undefined
  /** Answers in time and late for {@link detectSlowResponse}, which needs its `target`. */
  readonly responses?: OneOrMany<ResponseGroups> | undefined
  /** Open leads and changes of hands for {@link detectOwnershipGap}, which needs its `calendar`. */
  readonly ownership?: OneOrMany<OwnershipData> | undefined
  /** Orders for {@link detectPurchaseFrequencyFall}. */
  readonly purchases?: Iterable<CustomerEvent> | undefined
  /** Interactions for {@link detectInteractionFall}. */
  readonly interactions?: Iterable<CustomerEvent> | undefined
  /** Complaints and returns for {@link detectComplaintsRise}, which needs `customers`. */
  readonly complaints?: Iterable<CustomerEvent> | undefined
  /** Recommendations and answers for {@link detectRecommendationStopped}. */
  readonly recommendations?: RecommendationData | undefined
  /** Mentions of competitors for {@link detectCompetitorMentions}. */
  readonly competitors?: MentionData | undefined
  /** Purchases for {@link detectSlippingCustomers}, whose `fit` and `spendModel` are options of its own. */
  readonly summary?: SlippingSummaries | undefined
}

/** Options of each detector by its name. */
export interface DetectorOptionsByName {
  /** Options of {@link detectSustainedDecline}. */
  detectSustainedDecline: DetectSustainedDeclineOptions
  /** Options of {@link detectDissatisfactionSpike}. */
  detectDissatisfactionSpike: DetectDissatisfactionSpikeOptions
  /** Options of {@link detectNpsFall}. */
  detectNpsFall: DetectNpsFallOptions
  /** Options of {@link detectSegmentsAtRisk}. */
  detectSegmentsAtRisk: DetectSegmentsAtRiskOptions
  /** Options of {@link detectAcquisitionRetentionImbalance}. */
  detectAcquisitionRetentionImbalance: DetectAcquisitionRetentionImbalanceOptions
  /** Options of {@link detectContradictoryMetrics}. */
  detectContradictoryMetrics: DetectContradictoryMetricsOptions
  /** Options of {@link detectCloseRateFall}. */
  detectCloseRateFall: DetectCloseRateFallOptions
  /** Options of {@link detectSilenceRise}. */
  detectSilenceRise: DetectSilenceRiseOptions
  /** Options of {@link detectRepeatedObjections}. */
  detectRepeatedObjections: DetectRepeatedObjectionsOptions
  /** Options of {@link detectPromiseGap}. */
  detectPromiseGap: DetectPromiseGapOptions
  /** Options of {@link detectSlowResponse}. */
  detectSlowResponse: DetectSlowResponseOptions
  /** Options of {@link detectOwnershipGap}. */
  detectOwnershipGap: DetectOwnershipGapOptions
  /** Options of {@link detectPurchaseFrequencyFall}. */
  detectPurchaseFrequencyFall: DetectPurchaseFrequencyFallOptions
  /** Options of {@link detectInteractionFall}. */
  detectInteractionFall: DetectInteractionFallOptions
  /** Options of {@link detectComplaintsRise}. */
  detectComplaintsRise: DetectComplaintsRiseOptions
  /** Options of {@link detectRecommendationStopped}. */
  detectRecommendationStopped: DetectRecommendationStoppedOptions
  /** Options of {@link detectCompetitorMentions}. */
  detectCompetitorMentions: DetectCompetitorMentionsOptions
  /** Options of {@link detectSlippingCustomers}. */
  detectSlippingCustomers: DetectSlippingCustomersOptions
}

/** Own options of the detectors, over the shared ones and the defaults; false switches one off. */
export type DetectorChoices = {
  readonly [D in keyof DetectorOptionsByName]?: Partial<DetectorOptionsByName[D]> | false | undefined
}

/** The shared options by what they are about. */
export interface SharedOptions {
  day: { asOf: Day }
  alarms: { falseAlarmsPerYear?: number }
  cadence: { looksPerYear?: number; falseAlarmsPerYear?: number }
  people: SharedPeople
}

/** Who the customers are. */
interface SharedPeople {
  timeZone?: string
  values?: { readonly [customerId: string]: number }
  customers?: readonly CustomerPresence[]
}

function listOf<T>(data: OneOrMany<T> | undefined): readonly T[] {
  if (data === undefined) return []
  return Array.isArray(data) ? (data as readonly T[]) : [data as T]
}

function seriesOf(series: SignalData['series'] = []): readonly MetricSeries[] {
  assertArray(series, 'data.series')
  series.forEach((one, index) => {
    assertPlain(one, `data.series[${index}]`)
  })
  return series as readonly MetricSeries[]
}

type Run = (data: SignalData, shared: SharedOptions, own: object) => SignalResult[]

/** In the order in which results of the same weight are listed. */
export const detectorRuns: { readonly [D in keyof DetectorOptionsByName]: Run } = {
  detectSustainedDecline: ({ series }, { day, cadence }, own) =>
    seriesOf(series).map((one) => detectSustainedDecline(one, { ...day, ...cadence, ...own })),
  detectDissatisfactionSpike: ({ series }, { day, cadence }, own) =>
    seriesOf(series)
      .filter(({ kind, better }) => kind === 'rate' && better === 'down')
      .map((one) => detectDissatisfactionSpike(one, { ...day, ...cadence, ...own })),
  detectNpsFall: ({ nps }, { day, cadence }, own) =>
    listOf(nps).map((waves) => detectNpsFall(waves, { ...day, ...cadence, ...own })),
  detectSegmentsAtRisk: ({ segments }, { day, cadence }, own) =>
    listOf(segments).map((counts) => detectSegmentsAtRisk(counts, { ...day, ...cadence, ...own })),
  detectAcquisitionRetentionImbalance: ({ flows }, { day, cadence }, own) =>
    listOf(flows).map((one) => detectAcquisitionRetentionImbalance(one, { ...day, ...cadence, ...own })),
  detectContradictoryMetrics: ({ pairs }, { day, alarms }, own) =>
    pairs === undefined ? [] : [detectContradictoryMetrics({ pairs }, { ...day, ...alarms, ...own })],
  detectCloseRateFall: ({ closeRates }, { day, cadence }, own) =>
    closeRates === undefined ? [] : [detectCloseRateFall(closeRates, { ...day, ...cadence, ...own })],
  detectSilenceRise: ({ silence }, { day, cadence }, own) =>
    silence === undefined ? [] : [detectSilenceRise(silence, { ...day, ...cadence, ...own })],
  detectRepeatedObjections: ({ objections }, { day, cadence }, own) =>
    listOf(objections).map((profiles) => detectRepeatedObjections(profiles, { ...day, ...cadence, ...own })),
  detectPromiseGap: ({ promises }, { day }, own) =>
    listOf(promises).map((counts) => detectPromiseGap(counts, { ...day, ...own })),
  // The target and the calendar are decisions of the business: the detectors refuse to go without.
  detectSlowResponse: ({ responses }, { day }, own) =>
    listOf(responses).map((counts) => detectSlowResponse(counts, { ...day, ...own } as DetectSlowResponseOptions)),
  detectOwnershipGap: ({ ownership }, { day }, own) =>
    listOf(ownership).map((one) => detectOwnershipGap(one, { ...day, ...own } as DetectOwnershipGapOptions)),
  detectPurchaseFrequencyFall: ({ purchases }, { day, people }, own) =>
    purchases === undefined ? [] : [detectPurchaseFrequencyFall(purchases, { ...day, ...people, ...own })],
  detectInteractionFall: ({ interactions }, { day, people }, own) =>
    interactions === undefined ? [] : [detectInteractionFall(interactions, { ...day, ...people, ...own })],
  detectComplaintsRise: ({ complaints }, { day, people }, own) =>
    complaints === undefined
      ? []
      : [detectComplaintsRise(complaints, { ...day, ...people, ...own } as DetectComplaintsRiseOptions)],
  detectRecommendationStopped: ({ recommendations }, { day, people }, own) =>
    recommendations === undefined ? [] : [detectRecommendationStopped(recommendations, { ...day, ...people, ...own })],
  detectCompetitorMentions: ({ competitors }, { day, cadence, people }, own) =>
    competitors === undefined ? [] : [detectCompetitorMentions(competitors, { ...day, ...cadence, ...people, ...own })],
  // Dated by its summary: no shared option is about it.
  detectSlippingCustomers: ({ summary }, _shared, own) =>
    summary === undefined ? [] : [detectSlippingCustomers(summary, own)],
}
