import { assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, SurveyResponse, SurveyScale } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { meanLimits } from '../internal/meanLimits.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import { dedupeOf } from './dedupeOf.js'
import { type GoodScoreOptions, goodScores } from './goodScores.js'
import { type Dedupe, latestAnswers } from './latestAnswers.js'
import { responseRules } from './responseRules.js'

/** What satisfaction and effort are measured with. */
export interface ScoreOptions extends OptionalPeriodOptions, ProportionOptions, GoodScoreOptions {
  readonly scale?: SurveyScale | undefined
  readonly statistic?: 'topBox' | 'mean' | undefined
  readonly dedupe?: Dedupe | undefined
}

/** The share of good answers to a question, by its noun, or the mean score. */
export function measureScores(
  source: RecordSource<SurveyResponse> | Tally<object>,
  kind: 'csat' | 'ces',
  options: ScoreOptions,
  share: (good: number, answered: number, options: ProportionOptions) => Measurement,
): Measurement {
  const { statistic = 'topBox', level, interval, scale } = options
  assertOneOf(statistic, ['topBox', 'mean'], 'options.statistic')
  const opened = openSource(source, options, responseRules(source, { kind, scale }, undefined))
  const dedupe = dedupeOf(opened.definition, options.dedupe) ?? 'all'
  const bounds = opened.shape.scale as SurveyScale
  const good = statistic === 'mean' ? undefined : goodScores(kind, bounds, options)
  const inside = opened.rows.filter(({ at }) => isMeasured(at, opened.period, true))
  const scores = latestAnswers(inside, dedupe, opened.exclusions).map(({ score }) => score)
  const measured =
    good === undefined
      ? meanOf(scores, bounds, { metric: kind, level, interval })
      : share(scores.filter(good.isGood).length, scores.length, { level, interval })
  return describeMeasurement(measured, opened, {
    definition: { statistic, dedupe, ...good?.definition },
    needsEnd: true,
  })
}

/** The mean score with its t interval, clipped to the scale. */
function meanOf(
  scores: readonly number[],
  { min, max }: SurveyScale,
  options: { metric: string; level: number | undefined; interval: ProportionOptions['interval'] },
): Measurement {
  const { metric, level = 0.95, interval } = options
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const n = scores.length
  const common = { metric, unit: 'score' as const, sampleSize: n, definition: {} }
  if (n === 0) return { ...common, value: null, reason: 'empty_base' }
  // Whole scores add up exactly, in any order.
  const value = scores.reduce((sum, score) => sum + score, 0) / n
  if (interval === 'none' || n < 2) return { ...common, value }
  const squares = [...scores].sort((a, b) => a - b).reduce((sum, score) => sum + (score - value) ** 2, 0)
  const limits = meanLimits({ mean: value, variance: squares / (n - 1), n }, level, { minimum: min, maximum: max })
  return { ...common, value, ...(limits === undefined ? {} : { interval: limits }) }
}
