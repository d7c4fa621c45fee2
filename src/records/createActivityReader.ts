import { createInstantReader } from '../calendar/createInstantReader.js'
import { fail } from '../internal/fail.js'
import { agreeWithColumns } from '../tally/agreeWithColumns.js'
import type { Content } from '../tally/createIdCheck.js'
import { createRecordCheck } from '../tally/createRecordCheck.js'
import { isColumns } from '../tally/isColumns.js'
import type { DuplicateRule } from '../tally/model.js'
import { type MarkedRow, rowReason } from '../tally/rowMarks.js'
import { unplacedOf } from '../tally/unplacedOf.js'
import { createSegmentReader } from './createSegmentReader.js'
import type { ActivityEvent } from './model.js'
import type { TallyOptions } from './options.js'

/** What activity is read with. */
export interface ActivityContext {
  asOf: number
  timeZone: string
  segmentBy?: TallyOptions<ActivityEvent>['segmentBy']
  /** Who answers for ids that come twice; default the check. */
  duplicates?: DuplicateRule | undefined
}

/** What is done with one event; its values stand one by one, so that no object is made for a row. */
export type VisitActivity<K = string> = (customerId: K, at: number, type: string, segment: string | undefined) => void

/** The columns that may stand for activity; orders are asked for as activity. */
const activityColumns = ['activity', 'orders'] as const

/** The events of a source, for the paths of errors and the columns that may stand for them. */
export const activitySource = { name: 'activities', columns: activityColumns } as const

/** The reading of one event after another; those left out are reported by reason. */
export function createActivityReader(
  source: object,
  { asOf, timeZone, segmentBy, duplicates }: ActivityContext,
  visit: VisitActivity,
  leaveOut: (reason: string, records?: number) => void,
): (event: ActivityEvent, index: number) => void {
  agreeWithColumns(source, 'activities', activityColumns, { timeZone, segmentBy })
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader<ActivityEvent>(segmentBy, source)
  const hasMarks = isColumns(source)
  let row = 0
  const atPath = (): string => `activities[${row}].at`
  const contentOf = (event: ActivityEvent): Content => [
    event.customerId,
    readAt(event.at, atPath),
    event.type ?? '',
    segmentOf(event),
  ]
  const isNew = createRecordCheck('activities', contentOf, { source, duplicates })
  for (const [reason, records] of unplacedOf(source)) leaveOut(reason, records)
  return (event, index) => {
    row = index
    const { id, customerId, type = '' } = event
    if (typeof customerId !== 'string') {
      fail('INVALID_INPUT', `activities[${index}].customerId`, 'must be text', customerId)
    }
    const at = readAt(event.at, atPath)
    if (!isNew(id, event, index)) return leaveOut('duplicate')
    if (at > asOf) return leaveOut('future')
    const reason = hasMarks ? (event as MarkedRow)[rowReason] : undefined
    if (reason !== undefined) return leaveOut(reason)
    visit(customerId, at, type, segmentOf(event))
  }
}
