import { assertKnownOptions } from '../../internal/guards.js'
import type { SurveyInvite } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { openSource } from '../internal/openSource.js'
import { type AnswerWindowOptions, answerWindowOptionNames, inviteRules } from './inviteRules.js'
import type { InviteRecords } from './model.js'

/** Options of {@link tallyInvites}. */
export interface TallyInvitesOptions extends TallyOptions<SurveyInvite>, AnswerWindowOptions {
  /** Local days after which an invitation counts, answered or not, 1 to 36,600. */
  readonly answerWindowDays: number
}

/**
 * Tallies invitations and answers by customer and survey: the mergeable first stage of the response rate.
 *
 * A keyed tally, as large as its records: which invitation is the first, and which answers follow it, is decided when
 * measuring, so any split of the records merges.
 *
 * @param records - invitations and answers
 * @param options - instant of knowledge, zone, answer window, segments of the invitation
 * @returns a tally of kind `invites`; left out: `duplicate`, `future`, `undelivered`, `blank`, `uninvited` (an answer of
 * nobody known)
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyInvites } from 'retention-okr/metrics'
 *
 * const invites = [{ id: '1', customerId: 'c', surveyId: 's', sentAt: '2024-05-01' }]
 * const tally = tallyInvites({ invites, responses: [] }, { asOf: '2024-06-01', answerWindowDays: 14 })
 * tally.cells // => [{ key: '["c","s"]', rows: [{ id: 'invite:1', sentAt: 1714521600000 }] }]
 * ```
 * @since 0.1.0
 */
export function tallyInvites(records: InviteRecords, options: TallyInvitesOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', ...answerWindowOptionNames])
  const opened = openSource(records, options, inviteRules(records, options, options.segmentBy))
  return keyedTally({ kind: 'invites', distinct: 'customer' }, opened)
}
