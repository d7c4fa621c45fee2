import type { SpanOptions } from '../../records/options.js'
import { activePieces, type PayingRow } from '../../records/readPayingTime.js'
import { type Span, uniteSpans } from '../../records/uniteSpans.js'
import type { Tally } from '../../tally/model.js'

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
    return {
      segment: cell.segment,
      customerId: cell.key ?? '',
      rows,
      spans: uniteSpans(piecesOf(rows), spans, timeZone),
    }
  })
}

/** The active pieces of all rows; most customers have one subscription without pauses. */
function piecesOf(rows: readonly PayingRow[]): Span[] {
  const [row] = rows
  if (row === undefined || rows.length > 1 || row.pauses !== undefined) return rows.flatMap(activePieces)
  return [{ start: row.start, end: row.end ?? Number.POSITIVE_INFINITY }]
}
