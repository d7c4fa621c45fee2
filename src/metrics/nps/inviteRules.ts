import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf, assertPlain } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { SurveyInvite } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'
import type { InviteRecords } from './model.js'

/** When an invitation is answered. */
export interface AnswerWindowOptions {
  /** Local days after which an invitation counts, answered or not, 1 to 36,600; required for records. */
  readonly answerWindowDays?: number | undefined
  /** Whether answers after the window count; default `'count'`. */
  readonly lateAnswers?: 'count' | 'ignore' | undefined
  /** Whether answers without a score count; default false. */
  readonly countBlank?: boolean | undefined
}

/** The names of the options of an answer window. */
export const answerWindowOptionNames = ['answerWindowDays', 'lateAnswers', 'countBlank'] as const

/** The options that shape a tally of invitations. */
export interface InviteShape {
  answerWindowDays: number
  lateAnswers: 'count' | 'ignore'
  countBlank: boolean
}

/** A delivered invitation, or an answer, of one customer and survey. */
export interface InviteRow extends KeyedRow {
  row: { id: string; sentAt?: number; segment?: string | undefined; answeredAt?: number }
}

/** How invitations and their answers are read. */
export function inviteRules(
  source: InviteRecords | Tally<object>,
  options: AnswerWindowOptions,
  segmentBy: TallyOptions<SurveyInvite>['segmentBy'],
): SourceRules<InviteRow, InviteShape> {
  const { answerWindowDays, lateAnswers, countBlank } = options
  if (answerWindowDays !== undefined || !isTally(source)) {
    assertInteger(answerWindowDays, { minimum: 1, maximum: 36_600 }, 'options.answerWindowDays')
  }
  if (lateAnswers !== undefined) assertOneOf(lateAnswers, ['count', 'ignore'], 'options.lateAnswers')
  if (countBlank !== undefined) assertFlag(countBlank, 'options.countBlank')
  return {
    kind: 'invites',
    given: { answerWindowDays, lateAnswers, countBlank },
    defaults: { answerWindowDays: 0, lateAnswers: 'count', countBlank: false },
    read: (context) => readInvites(source as InviteRecords, segmentBy, context),
    rowsOf: rowsOfTally<InviteRow>,
  }
}

function readInvites(
  records: InviteRecords,
  segmentBy: TallyOptions<SurveyInvite>['segmentBy'],
  { asOf, timeZone, shape, duplicates, exclusions, isInside }: ReadContext<InviteShape>,
): InviteRow[] {
  assertPlain(records, 'records')
  const { invites, responses } = records as unknown as InviteRecords
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader(segmentBy)
  const [isNewInvite, isNewAnswer] = [createIdCheck('invites', duplicates), createIdCheck('responses', duplicates)]
  const rows: InviteRow[] = []
  const leaveOut = (reason: string, at: number): void => {
    if (isInside(at)) exclusions.add(reason)
  }
  forEachRecord(invites, 'invites', (invite, index) => {
    const { id, customerId, surveyId, delivered = true } = invite
    assertTexts({ id, customerId, surveyId }, `invites[${index}]`)
    const sentAt = readAt(invite.sentAt, () => `invites[${index}].sentAt`)
    const segment = segmentOf(invite)
    const isNew = isNewInvite(id, [customerId, surveyId, sentAt, delivered, segment], index)
    if (!isNew) return leaveOut('duplicate', sentAt)
    if (sentAt > asOf) return leaveOut('future', sentAt)
    if (!delivered) return leaveOut('undelivered', sentAt)
    rows.push({ key: JSON.stringify([customerId, surveyId]), row: { id: `invite:${id}`, sentAt, segment } })
  })
  forEachRecord(responses, 'responses', (response, index) => {
    const { id, customerId, surveyId } = response
    assertTexts({ id, surveyId }, `responses[${index}]`)
    const answeredAt = readAt(response.answeredAt, () => `responses[${index}].answeredAt`)
    const isBlank = response.score === null
    if (!isNewAnswer(id, [customerId, surveyId, answeredAt, isBlank], index)) return leaveOut('duplicate', answeredAt)
    if (answeredAt > asOf) return leaveOut('future', answeredAt)
    if (isBlank && !shape.countBlank) return leaveOut('blank', answeredAt)
    if (customerId === undefined) return leaveOut('uninvited', answeredAt)
    rows.push({ key: JSON.stringify([customerId, surveyId]), row: { id: `answer:${id}`, answeredAt } })
  })
  return rows
}

function assertTexts(fields: { readonly [name: string]: unknown }, path: string): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', value)
  }
}
