import { grown } from '../../internal/grown.js'
import { activePieces } from '../../records/activePieces.js'
import type { SpanOptions } from '../../records/options.js'
import type { Pauses, PayingTime } from '../../records/payingTime.js'
import { addSpan, type SpanList } from '../../records/spanList.js'
import { uniteSpans } from '../../records/uniteSpans.js'
import { type CodedRows, rowsByCode } from '../../tally/rowsByCode.js'

/** The paying time of subscriptions in columns, a place a subscription, grouped by cell. */
export interface PayingTimes extends Readonly<CodedRows> {
  /** Number of cells. */
  readonly cells: number
  /** The cell of each subscription. */
  readonly cell: Uint32Array
  readonly start: Float64Array
  /** Infinite while it runs on. */
  readonly end: Float64Array
  readonly ids: readonly string[]
  /** The few that were paused. */
  readonly pauses: ReadonlyMap<number, Pauses>
}

/** Paying time as it comes. */
export interface PayingTimeColumns {
  /** Adds a subscription to a cell, and gives its place. */
  add(cell: number, time: PayingTime): number
  /** All of them by cell, of which there are so many; may be called once. */
  group(cells: number): PayingTimes
}

/** Collects paying time: twenty bytes and the id a subscription, grouped by counting; pauses, being few, beside. */
export function createPayingTimes(): PayingTimeColumns {
  let cell = new Uint32Array(1024)
  let start = new Float64Array(1024)
  let end = new Float64Array(1024)
  const ids: string[] = []
  const pauses = new Map<number, Pauses>()
  return {
    add: (code, time) => {
      const row = ids.length
      if (row >= cell.length) {
        cell = grown(cell, row)
        start = grown(start, row)
        end = grown(end, row)
      }
      cell[row] = code
      start[row] = time.start
      end[row] = time.end
      if (time.pauses !== undefined) pauses.set(row, time.pauses)
      return ids.push(time.id) - 1
    },
    group: (cells) => ({ cells, ...rowsByCode(cell, ids.length, cells), cell, start, end, ids, pauses }),
  }
}

/** Makes a list the united spans of one cell. */
export function setSpansOfCell(
  list: SpanList,
  times: PayingTimes,
  cell: number,
  { spans, timeZone }: { readonly spans: SpanOptions; readonly timeZone: string },
): void {
  const { rows, bounds, start, end, pauses } = times
  list.length = 0
  const until = bounds[cell + 1] ?? 0
  for (let at = bounds[cell] ?? 0; at < until; at += 1) {
    const row = rows[at] ?? 0
    const paused = pauses.size === 0 ? undefined : pauses.get(row)
    if (paused === undefined) addSpan(list, start[row] ?? 0, end[row] ?? 0)
    else for (const piece of piecesOfRow(times, row)) addSpan(list, piece.start, piece.end)
  }
  uniteSpans(list, spans, timeZone)
}

/** The parts of one subscription outside its pauses. */
export function piecesOfRow({ start, end, pauses }: PayingTimes, row: number): ReturnType<typeof activePieces> {
  return activePieces({ start: start[row] ?? 0, end: end[row] ?? 0, pauses: pauses.get(row) })
}
