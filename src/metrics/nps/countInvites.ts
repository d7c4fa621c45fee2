import { assertKnownOptions } from '../../internal/guards.js'
import type { SurveyInvite } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { invitationsOf } from './invitationsOf.js'
import { type AnswerWindowOptions, answerWindowOptionNames, inviteRules } from './inviteRules.js'
import type { InviteCounts, InviteRecords } from './model.js'

/** Options of {@link countInvites}. */
export interface CountInvitesOptions extends CountOptions<SurveyInvite>, AnswerWindowOptions {}

/**
 * Counts delivered and answered invitations per period of sending and segment of the invitation.
 *
 * One invitation a customer and survey, the first delivered. It is delivered once its answer window is over, answered or
 * not; before that it is pending.
 *
 * @param source - invitations and answers, or their tally of kind `invites`
 * @param options - instant of knowledge, periods, answer window, segments
 * @returns a tally of kind `invite-counts`, one cell a period and segment; left out: `duplicate`, `future`,
 * `undelivered`, `reminder`, `blank`, `uninvited`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countInvites } from 'retention-okr/metrics'
 *
 * const invites = [{ id: '1', customerId: 'c', surveyId: 's', sentAt: '2024-05-01' }]
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const options = { asOf: '2024-06-01', periods, answerWindowDays: 14 }
 * const [may] = countInvites({ invites, responses: [] }, options).cells
 * may?.counts // => { delivered: 1, responded: 0, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countInvites(
  source: InviteRecords | Tally<object>,
  options: CountInvitesOptions,
): CountTally<InviteCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition']
  assertKnownOptions(options, [...names, ...answerWindowOptionNames])
  const { periods, partition } = options
  const opened = openSource(source, options, inviteRules(source, options, options.segmentBy))
  const invitations = invitationsOf(opened, () => true)
  return countTally<InviteCounts>(opened, {
    kind: 'invite-counts',
    distinct: 'customer',
    periods,
    partition,
    segments: invitations.map(({ segment }) => segment),
    empty: () => ({ delivered: 0, responded: 0, pending: 0 }),
    add: ({ start, until }, countsOf) => {
      for (const { sentAt, segment, isMature, isAnswered } of invitations) {
        if (sentAt < start || sentAt >= until) continue
        const counts = countsOf(segment)
        counts[isMature ? 'delivered' : 'pending'] += 1
        if (isMature && isAnswered) counts.responded += 1
      }
    },
  })
}
