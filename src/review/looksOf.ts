import { seriesMetrics } from '../signals/seriesMetrics.js'
import type { SignalData } from '../signals/signalData.js'
import type { ChosenMetric } from './chooseOptions.js'
import { usualPairs } from './contradictionPairs.js'
import type { ReviewSources } from './createReviewSources.js'
import type { DetectorName } from './detectorsOf.js'
import { segmentsOf } from './figuresOf.js'
import { keyResultBound } from './keyResultBound.js'
import type { ReviewInput } from './models/input.js'
import type { ReviewContext } from './reviewContext.js'

/** Tells, before anything is read, whether a detector will have something to look at. */
export function looksOf(
  { objectives, series = [] }: ReviewInput,
  chosen: readonly ChosenMetric[],
  sources: ReviewSources,
  context: ReviewContext,
): (name: DetectorName) => boolean {
  const { policy } = context
  const { has, isColumns } = sources
  const codes = new Set(chosen.map(({ rule }) => rule.code))
  const isSeries = (metric: string): boolean => codes.has(metric) || series.some((row) => row.metric === metric)
  const isSplit = ({ rule }: ChosenMetric): boolean =>
    seriesMetrics.get(rule.code)?.kind === 'proportion' && segmentsOf({ rule }, sources, context).length > 0
  const slow = policy.signals?.detectSlowResponse
  const target =
    (slow === false ? undefined : slow?.target) ?? keyResultBound('lead-response-attainment', undefined, objectives)
  const data: { readonly [D in keyof SignalData]-?: boolean } = {
    series: series.length > 0 || chosen.some(({ rule }) => rule.watched),
    nps: codes.has('net-promoter-score'),
    segments:
      chosen.some(isSplit) || series.some(({ kind, segment }) => kind === 'proportion' && segment !== undefined),
    flows: codes.has('churn-rate'),
    pairs: (policy.contradictions ?? usualPairs).some(
      ({ first, second }) => isSeries(first.metric) && isSeries(second.metric),
    ),
    closeRates: codes.has('close-rate'),
    silence: codes.has('silent-prospect-rate'),
    objections: has('objections'),
    promises: has('commitments'),
    responses: codes.has('lead-response-attainment') && target !== undefined,
    ownership: codes.has('reassigned-rate'),
    purchases: has('orders'),
    summary: has('orders'),
    interactions: has('activities'),
    complaints: has('tickets') && !isColumns('tickets') && (has('subscriptions') || has('orders') || has('activities')),
    recommendations: has('referrals') || (has('responses') && !isColumns('responses')),
    competitors: false,
  }
  const isSpikable =
    isSeries('complaint-rate') || series.some(({ kind, better }) => kind === 'rate' && better === 'down')
  return (name) => (name === 'detectDissatisfactionSpike' ? isSpikable : data[dataOf[name]])
}

/** The data of each detector. */
const dataOf: { readonly [D in DetectorName]: keyof SignalData } = {
  detectSustainedDecline: 'series',
  detectDissatisfactionSpike: 'series',
  detectNpsFall: 'nps',
  detectSegmentsAtRisk: 'segments',
  detectAcquisitionRetentionImbalance: 'flows',
  detectContradictoryMetrics: 'pairs',
  detectCloseRateFall: 'closeRates',
  detectSilenceRise: 'silence',
  detectRepeatedObjections: 'objections',
  detectPromiseGap: 'promises',
  detectSlowResponse: 'responses',
  detectOwnershipGap: 'ownership',
  detectPurchaseFrequencyFall: 'purchases',
  detectSlippingCustomers: 'summary',
  detectInteractionFall: 'interactions',
  detectComplaintsRise: 'complaints',
  detectRecommendationStopped: 'recommendations',
  detectCompetitorMentions: 'competitors',
}
