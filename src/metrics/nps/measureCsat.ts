import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, SurveyResponse, SurveyScale } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { type CsatOptions, csat } from './csat.js'
import type { Dedupe } from './latestAnswers.js'
import { measureScores } from './measureScores.js'

/** Options of {@link measureCsat}. */
export interface MeasureCsatOptions extends OptionalPeriodOptions, CsatOptions {
  /** Lowest and highest score; default 1..5. */
  readonly scale?: SurveyScale | undefined
  /** Score from which an answer is satisfied; 4 on 1..5, required on any other scale. */
  readonly threshold?: number | undefined
  /** Share of satisfied answers, or mean score; default `'topBox'`. */
  readonly statistic?: 'topBox' | 'mean' | undefined
  /** Which of a respondent's answers count; default `'all'`. */
  readonly dedupe?: Dedupe | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'scale',
  'threshold',
  'statistic',
  'dedupe',
  'level',
  'interval',
]

/**
 * Measures customer satisfaction from survey answers: the share of satisfied ones, or the mean score.
 *
 * Never the score over the possible score: answers 6, 7, 5, 3, 8, 9, 4, 10, 7, 1 have the mean 6, and two of ten lie in
 * the two highest boxes. The mean has a t interval, clipped to the scale.
 *
 * @param source - answers, or their tally of kind `responses` made for `csat`
 * @param options - instant of knowledge, period, scale, threshold, statistic, which answers count
 * @returns `csat` as a ratio 0..1, or a mean score on the scale; null with `empty_base`, or `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`, `other_kind`, `blank`, `superseded`
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE, INVALID_SCALE, MIXED_SURVEYS
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureCsat } from 'retention-okr/metrics'
 *
 * const answers = [5, 4, 2].map((score, index) => ({
 *   id: String(index),
 *   surveyId: 's',
 *   kind: 'csat' as const,
 *   score,
 *   answeredAt: '2024-05-10',
 * }))
 * measureCsat(answers, { asOf: '2024-06-01' }).value ?? 0 // ≈ 0.667
 * measureCsat(answers, { asOf: '2024-06-01', statistic: 'mean' }).value ?? 0 // ≈ 3.667
 * ```
 * @since 0.1.0
 */
export function measureCsat(
  source: RecordSource<SurveyResponse> | Tally<object>,
  options: MeasureCsatOptions = {},
): Measurement {
  assertKnownOptions(options, knownOptions)
  return measureScores(source, 'csat', options, (satisfied, answered, given) => csat({ satisfied, answered }, given))
}
