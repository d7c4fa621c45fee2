import type { ActivityColumns, OrderColumns } from '../models/columns.js'
import { selectActivity } from './selectActivity.js'

/** What is done with one event; its customer by code. */
export type VisitEventRow = (customer: number, at: number, type: string, segment: string | undefined) => void

/** Which events of columns are visited. */
export interface ActivityColumnRule {
  asOf: number
  /** Whether the segments are asked for. */
  hasSegments: boolean
}

/** Visits the events of columns by their arrays, no object a row: of orders each purchase is one. */
export function visitActivityColumns(
  columns: ActivityColumns | OrderColumns,
  { asOf, hasSegments }: ActivityColumnRule,
  visit: VisitEventRow,
  leaveOut: (reason: string) => void,
): void {
  const { length, customer, at, isCounted } = selectActivity(columns, asOf, leaveOut)
  const { segment, segments = [] } = columns
  const { types, type } = columns.columns === 'activity' ? columns : { types: undefined, type: undefined }
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    const name = types === undefined ? '' : (types[type?.[row] ?? 0] ?? '')
    visit(customer[row] ?? 0, at[row] ?? 0, name, hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined)
  }
}
