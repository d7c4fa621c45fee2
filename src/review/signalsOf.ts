import type { Objective } from '../okr/models/objective.js'
import { detectContradictoryMetrics } from '../signals/detectContradictoryMetrics.js'
import { detectSignals } from '../signals/detectSignals.js'
import type { MetricSeries, SignalResult } from '../signals/model.js'
import type { SignalData } from '../signals/signalData.js'
import type { ChosenMetric } from './chooseOptions.js'
import { contradictionPairs } from './contradictionPairs.js'
import type { ReviewSources } from './createReviewSources.js'
import { detectorChoices } from './detectorChoices.js'
import { detectorsOf } from './detectorsOf.js'
import { keyResultBound } from './keyResultBound.js'
import type { ReviewGap } from './models/figures.js'
import { presenceOf } from './presenceOf.js'
import { purchaseOutlook } from './purchaseOutlook.js'
import { redactCustomers } from './redactCustomers.js'
import type { ReviewContext } from './reviewContext.js'
import { signalDataOf } from './signalDataOf.js'

/** What the detectors look at beside the records. */
export interface SignalInput {
  objectives: readonly Objective[]
  /** Series to watch. */
  watched: readonly MetricSeries[]
  /** All series, for the pairs. */
  series: readonly MetricSeries[]
  chosen: readonly ChosenMetric[]
}

/** What the detectors found, what they looked at, and what the others lack. */
export interface ReviewSignals {
  signals: SignalResult[]
  data: SignalData
  gaps: ReviewGap[]
}

/** Runs every detector that has something to look at, with one control of false discoveries. */
export function signalsOf(input: SignalInput, sources: ReviewSources, context: ReviewContext): ReviewSignals {
  const { objectives, watched, series, chosen } = input
  const { day, timeZone, policy, looksPerYear, top } = context
  const optionsOf = (metric: string) => chosen.find(({ rule }) => rule.code === metric)?.options
  const known = signalDataOf(watched, sources, context, optionsOf)
  const { level, trend } = contradictionPairs(objectives, series, currentAnswers(known), context)
  const isTrend = level.length === 0
  const pairs = isTrend ? trend : level
  const data: SignalData = { ...known, series: watched, ...(pairs.length === 0 ? {} : { pairs }) }
  const outlook = purchaseOutlook(sources, context)
  const responseTarget = keyResultBound('lead-response-attainment', undefined, objectives)
  const choices = detectorChoices(context, data, responseTarget, top, outlook)
  const presence = presenceOf(sources, context)
  const contradictions = choices.detectContradictoryMetrics
  const detected = detectSignals(data, {
    asOf: day,
    timeZone,
    looksPerYear,
    ...(policy.falseAlarmsPerYear === undefined ? {} : { falseAlarmsPerYear: policy.falseAlarmsPerYear }),
    ...(policy.falseDiscoveryRate === undefined ? {} : { falseDiscoveryRate: policy.falseDiscoveryRate }),
    ...presence,
    detectors:
      isTrend && contradictions !== false
        ? { ...choices, detectContradictoryMetrics: { mode: 'trend', ...contradictions } }
        : choices,
  })
  // A detector of pairs runs in one mode: where both are needed, the pairs of series are a family of their own.
  const others =
    isTrend || trend.length === 0 || contradictions === false
      ? []
      : [detectContradictoryMetrics({ pairs: trend }, { ...contradictions, asOf: day, mode: 'trend' })]
  const signals = [...detected, ...others]
  const ran = new Set(signals.map(({ detector }) => detector))
  const { gaps } = detectorsOf((name) => ran.has(name), sources, context)
  return {
    signals:
      policy.redact === 'ids'
        ? redactCustomers(signals, presence.customers ?? [], outlook?.current.customerId ?? [])
        : signals,
    data,
    gaps,
  }
}

/** Answers of the last three periods. */
function currentAnswers({ nps }: SignalData) {
  const waves = Array.isArray(nps) ? nps[0] : nps
  return waves?.current
}
