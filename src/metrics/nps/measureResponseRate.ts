import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { invitationsOf } from './invitationsOf.js'
import { type AnswerWindowOptions, answerWindowOptionNames, inviteRules } from './inviteRules.js'
import type { InviteRecords } from './model.js'
import { type ResponseRateOptions, responseRate } from './responseRate.js'

/** Options of {@link measureResponseRate}. */
export interface MeasureResponseRateOptions extends OptionalPeriodOptions, AnswerWindowOptions, ResponseRateOptions {}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  ...answerWindowOptionNames,
  'level',
  'interval',
]

/**
 * Measures the share of survey invitations that were answered, by the date of sending.
 *
 * One invitation a customer and survey, the first delivered; answered is one with any answer with a score from its sending
 * on. It counts once its answer window is over, answered or not, else it is pending: dropping only the open ones would
 * keep the quick answers.
 *
 * @param source - invitations and answers, or their tally of kind `invites`
 * @param options - instant of knowledge, period of sending, answer window, level
 * @returns `response-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending; left out:
 * `duplicate`, `future`, `undelivered`, `reminder`, `blank`, `uninvited`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureResponseRate } from 'retention-okr/metrics'
 *
 * const invites = [
 *   { id: '1', customerId: 'a', surveyId: 's', sentAt: '2024-05-01' },
 *   { id: '2', customerId: 'b', surveyId: 's', sentAt: '2024-05-01' },
 * ]
 * const answer = { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-10', customerId: 'a' } as const
 * measureResponseRate({ invites, responses: [answer] }, { asOf: '2024-06-01', answerWindowDays: 14 }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureResponseRate(
  source: InviteRecords | Tally<object>,
  options: MeasureResponseRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval } = options
  const opened = openSource(source, options, inviteRules(source, options, undefined))
  const { period } = opened
  const isInside = (at: number): boolean => period === undefined || (at >= period.start && at < period.end)
  const counts = { delivered: 0, responded: 0, pending: 0 }
  for (const { sentAt, isMature, isAnswered } of invitationsOf(opened, isInside)) {
    if (!isMeasured(sentAt, period, false)) continue
    counts[isMature ? 'delivered' : 'pending'] += 1
    if (isMature && isAnswered) counts.responded += 1
  }
  return describeMeasurement(responseRate(counts, { level, interval }), opened, { needsEnd: false })
}
