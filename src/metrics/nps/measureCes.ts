import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { RecordSource, SurveyResponse, SurveyScale } from '../../records/model.js'
import type { Tally } from '../../tally/model.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { type CesOptions, ces } from './ces.js'
import type { Dedupe } from './latestAnswers.js'
import { measureScores } from './measureScores.js'

/** Options of {@link measureCes}. */
export interface MeasureCesOptions extends OptionalPeriodOptions, CesOptions {
  /** Lowest and highest score; default 1..7. */
  readonly scale?: SurveyScale | undefined
  /** Score from which (with `lowerIsEasier` up to which) it was easy; 5 on 1..7, required on any other scale. */
  readonly threshold?: number | undefined
  /** What a high score means; `'higherIsEasier'` on 1..7, required on any other scale. */
  readonly direction?: 'higherIsEasier' | 'lowerIsEasier' | undefined
  /** Share of easy answers, or mean score; default `'topBox'`. */
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
  'direction',
  'statistic',
  'dedupe',
  'level',
  'interval',
]

/**
 * Measures the customer effort score from survey answers: the share that found it easy, or the mean score.
 *
 * Agreement from 1 to 7 is easy from 5. The first version of the question asked for effort from 1 to 5, where low is good:
 * on any scale but 1..7 direction and threshold must be given.
 *
 * @param source - answers, or their tally of kind `responses` made for `ces`
 * @param options - instant of knowledge, period, scale, threshold, direction, statistic, which answers count
 * @returns `ces` as a ratio 0..1, or a mean score on the scale; null with `empty_base`, or `not_mature` for a period that
 * is not over; left out: `duplicate`, `future`, `other_kind`, `blank`, `superseded`
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE, INVALID_SCALE, MIXED_SURVEYS
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureCes } from 'retention-okr/metrics'
 *
 * const answers = [1, 2, 4, 5].map((score, index) => ({
 *   id: String(index),
 *   surveyId: 's',
 *   kind: 'ces' as const,
 *   score,
 *   answeredAt: '2024-05-10',
 * }))
 * const scale = { min: 1, max: 5 }
 * measureCes(answers, { asOf: '2024-06-01', scale, direction: 'lowerIsEasier', threshold: 2 }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureCes(
  source: RecordSource<SurveyResponse> | Tally<object>,
  options: MeasureCesOptions = {},
): Measurement {
  assertKnownOptions(options, knownOptions)
  return measureScores(source, 'ces', options, (easy, answered, given) => ces({ easy, answered }, given))
}
