import type { Content } from '../tally/createIdCheck.js'
import { createRecordCheck } from '../tally/createRecordCheck.js'
import type { DuplicateRule } from '../tally/model.js'
import { activePieces } from './activePieces.js'
import { createSegmentReader } from './createSegmentReader.js'
import { createSubscriptionReader, type SubscriptionContext } from './createSubscriptionReader.js'
import type { Subscription } from './model.js'
import type { TallyOptions } from './options.js'
import { payingRow } from './payingRow.js'
import type { PayingTime } from './payingTime.js'

/** The context in which the paying time of subscriptions is read. */
export interface PayingTimeContext extends SubscriptionContext {
  segmentBy: TallyOptions<Subscription>['segmentBy']
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
}

/** What is done with one subscription; the time is filled anew for the next. */
export type VisitPayingTime = (time: PayingTime, segment: string | undefined) => void

/** What is done with one that is left out, with the time that places it; an open end is infinite. */
export type LeaveOut = (reason: string, start: number, end: number) => void

/** Reads one subscription after another: its paying time, or the reason why it has none. */
export function createPayingTimeReader(
  context: PayingTimeContext,
  visit: VisitPayingTime,
  leaveOut: LeaveOut,
): (subscription: Subscription, index: number) => void {
  const read = createSubscriptionReader(context)
  const segmentOf = createSegmentReader(context.segmentBy)
  const contentOf = (subscription: Subscription, index: number): Content => {
    const time = read(subscription, index)
    return [time.customerId, JSON.stringify(payingRow(time)), time.isPaying, segmentOf(subscription)]
  }
  const isNew = createRecordCheck('subscriptions', contentOf, { duplicates: context.duplicates })
  return (subscription, index) => {
    const time = read(subscription, index)
    const segment = segmentOf(subscription)
    // The check may read other records; the last one it reads is this one again.
    const reason = isNew(time.id, subscription, index) ? reasonOf(time, context.asOf) : 'duplicate'
    if (reason === undefined) visit(time, segment)
    else leaveOut(reason, time.start, time.endedAt)
  }
}

/** Why a subscription has no paying time. */
function reasonOf(time: PayingTime, asOf: number): string | undefined {
  if (time.start > asOf) return 'future'
  if (!time.isPaying) return 'not_paying'
  return hasTime(time) ? undefined : 'zero_length'
}

/** Whether any time is left between start and end outside the pauses. */
function hasTime(time: PayingTime): boolean {
  return time.pauses === undefined ? time.start < time.end : activePieces(time).length > 0
}
