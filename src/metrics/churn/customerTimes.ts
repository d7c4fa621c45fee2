import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { SpanOptions } from '../../records/options.js'
import { activePieces, type PayingRow } from '../../records/readPayingTime.js'
import { type Span, uniteSpans } from '../../records/uniteSpans.js'
import type { Tally, TallyCell } from '../../tally/model.js'

/** The spans of one customer in one segment, and of what they are made. */
export interface CustomerTime {
  segment: string | undefined
  customerId: string
  spans: Span[]
  /** Paying rows, for terms and causes; none for activity. */
  rows: PayingRow[]
}

/** Spans of the customers of a tally of subscriptions. */
export function payingTimes(tally: Tally<object>): CustomerTime[] {
  const { spans, timeZone } = tally.definition as { spans: SpanOptions; timeZone: string }
  return tally.cells.map((cell) => {
    const rows = (cell.rows ?? []) as unknown as PayingRow[]
    return { ...keyOf(cell), rows, spans: uniteSpans(rows.flatMap(activePieces), spans, timeZone) }
  })
}

/** Spans of the customers of a tally of activity: each event keeps a customer for N local days. */
export function activeTimes(tally: Tally<object>, inactiveDays: number): CustomerTime[] {
  const { timeZone } = tally.definition as { timeZone: string }
  return tally.cells.map((cell) => {
    const instants = Object.values(cell.lists ?? {}).flat() as number[]
    const spans = instants.map((at) => ({ start: at, end: addLocalDays(at, inactiveDays, timeZone) }))
    return { ...keyOf(cell), rows: [], spans: uniteSpans(spans, {}, timeZone) }
  })
}

function keyOf({ segment, key = '' }: TallyCell<object>): { segment: string | undefined; customerId: string } {
  return { segment, customerId: key }
}
