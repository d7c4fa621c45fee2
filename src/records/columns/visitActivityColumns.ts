import { columnFacts } from '../../tally/columnFacts.js'
import type { ActivityColumns, OrderColumns } from '../models/columns.js'
import { visitOrderColumns } from './visitOrderColumns.js'

/** What is done with one event; its customer by code. */
export type VisitEventRow = (customer: number, at: number, type: string, segment: string | undefined) => void

/** Which events of columns are visited. */
export interface ActivityColumnRule {
  asOf: number
  /** Whether the segments are asked for. */
  hasSegments: boolean
}

const purchasesOnly = { test: true, cancelled: true, failed: true, refunded: true } as const

/** Visits the events of columns by their arrays, no object a row: of orders each purchase is one. */
export function visitActivityColumns(
  columns: ActivityColumns | OrderColumns,
  rule: ActivityColumnRule,
  visit: VisitEventRow,
  leaveOut: (reason: string) => void,
): void {
  if (columns.columns === 'activity') visitEvents(columns, rule, visit, leaveOut)
  else {
    visitOrderColumns(
      columns,
      { ...rule, leavesOut: purchasesOnly, takesGuests: false },
      (customer, at, _money, segment) => visit(customer, at, '', segment),
      (reason) => leaveOut(reason),
    )
  }
}

function visitEvents(
  columns: ActivityColumns,
  { asOf, hasSegments }: ActivityColumnRule,
  visit: VisitEventRow,
  leaveOut: (reason: string) => void,
): void {
  const { length, customer, at: instants, types, type, segment, segments = [] } = columns
  const { twins } = columnFacts(columns, 'activities', ['activity'])
  for (let row = 0; row < length; row += 1) {
    const at = instants[row] ?? 0
    if (at > asOf) {
      leaveOut('future')
      continue
    }
    const name = types === undefined ? '' : (types[type?.[row] ?? 0] ?? '')
    visit(customer[row] ?? 0, at, name, hasSegments ? (segments[segment?.[row] ?? 0] ?? '') : undefined)
  }
  for (let twin = 0; twin < twins.length; twin += 1) leaveOut('duplicate')
}
