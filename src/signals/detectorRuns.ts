import { assertArray, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { detectAcquisitionRetentionImbalance } from './detectAcquisitionRetentionImbalance.js'
import { detectCloseRateFall } from './detectCloseRateFall.js'
import { detectCompetitorMentions } from './detectCompetitorMentions.js'
import { type DetectComplaintsRiseOptions, detectComplaintsRise } from './detectComplaintsRise.js'
import { detectContradictoryMetrics } from './detectContradictoryMetrics.js'
import { detectDissatisfactionSpike } from './detectDissatisfactionSpike.js'
import { detectInteractionFall } from './detectInteractionFall.js'
import { detectNpsFall } from './detectNpsFall.js'
import { type DetectOwnershipGapOptions, detectOwnershipGap } from './detectOwnershipGap.js'
import type { DetectorOptionsByName } from './detectorOptions.js'
import { detectPromiseGap } from './detectPromiseGap.js'
import { detectPurchaseFrequencyFall } from './detectPurchaseFrequencyFall.js'
import { detectRecommendationStopped } from './detectRecommendationStopped.js'
import { detectRepeatedObjections } from './detectRepeatedObjections.js'
import { detectSegmentsAtRisk } from './detectSegmentsAtRisk.js'
import { detectSilenceRise } from './detectSilenceRise.js'
import { detectSlippingCustomers } from './detectSlippingCustomers.js'
import { type DetectSlowResponseOptions, detectSlowResponse } from './detectSlowResponse.js'
import { detectSustainedDecline } from './detectSustainedDecline.js'
import type { CustomerPresence, MetricSeries, SignalResult } from './model.js'
import type { OneOrMany, SignalData } from './signalData.js'

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
