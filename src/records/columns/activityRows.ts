import { rowReason, rowSegment } from '../../tally/rowMarks.js'
import type { ActivityColumns } from '../models/columns.js'
import type { ActivityEvent } from '../models/customer.js'

/** Columns of activity as events; a twin that was dropped comes again, marked. */
export function* activityRows(columns: ActivityColumns, twins: readonly number[]): Iterable<ActivityEvent> {
  for (let row = 0; row < columns.length; row += 1) yield eventOf(columns, row)
  for (const row of twins) yield { ...eventOf(columns, row), [rowReason]: 'duplicate' } as ActivityEvent
}

function eventOf(columns: ActivityColumns, row: number): ActivityEvent {
  const { customers, customer, at, types, type, segments, segment } = columns
  const name = types?.[type?.[row] ?? 0] ?? ''
  return {
    customerId: customers[customer[row] ?? 0] ?? '',
    at: at[row] ?? 0,
    ...(name === '' ? {} : { type: name }),
    ...(segment === undefined ? {} : { [rowSegment]: segments?.[segment[row] ?? 0] ?? '' }),
  }
}
