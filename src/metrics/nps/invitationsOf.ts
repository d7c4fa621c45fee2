import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { OpenedSource } from '../internal/openSource.js'
import type { InviteRow, InviteShape } from './inviteRules.js'

/** One customer invited to one survey. */
export interface Invitation {
  sentAt: number
  segment: string | undefined
  isMature: boolean
  isAnswered: boolean
}

/** One invitation a customer and survey, the first delivered; later ones and answers to none are left out. */
export function invitationsOf(
  opened: OpenedSource<InviteRow, InviteShape>,
  isInside: (at: number) => boolean,
): Invitation[] {
  const { asOf, timeZone, shape, exclusions } = opened
  const groups = new Map<string, { sendings: InviteRow['row'][]; answers: number[] }>()
  for (const { key, row } of opened.rows) {
    const group = groups.get(key) ?? { sendings: [], answers: [] }
    groups.set(key, group)
    if (row.answeredAt === undefined) group.sendings.push(row)
    else group.answers.push(row.answeredAt)
  }
  const leaveOut = (reason: string, at: number): void => {
    if (isInside(at)) exclusions.add(reason)
  }
  return [...groups.values()].flatMap(({ sendings, answers }) => {
    const [first, ...reminders] = sendings.sort(bySending)
    for (const { sentAt = 0 } of reminders) leaveOut('reminder', sentAt)
    const { sentAt = Number.POSITIVE_INFINITY, segment } = first ?? {}
    for (const at of answers) if (at < sentAt) leaveOut('uninvited', at)
    if (first === undefined) return []
    const until = addLocalDays(sentAt, shape.answerWindowDays, timeZone)
    const last = shape.lateAnswers === 'ignore' ? until : asOf
    const isAnswered = answers.some((at) => at >= sentAt && at <= last)
    return [{ sentAt, segment, isMature: until <= asOf, isAnswered }]
  })
}

function bySending(a: InviteRow['row'], b: InviteRow['row']): number {
  return (a.sentAt ?? 0) - (b.sentAt ?? 0) || (a.id < b.id ? -1 : 1)
}
