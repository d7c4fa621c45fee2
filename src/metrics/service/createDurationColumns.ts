import { grown } from '../../internal/grown.js'
import type { Key, Keys } from '../../tally/createKeys.js'

/** Durations one by one, placed by an instant, in a segment. */
export interface DurationColumns {
  add(at: number, segment: Key | undefined, milliseconds: number, completed: boolean): void
  /** Adds the durations of columns; their segments are codes. */
  addRows(rows: DurationRows): void
  /** All durations; the code of a segment is 0 where nothing is segmented. */
  rows(): DurationRows & { segment: Uint32Array }
  /** The segments there are. */
  segments(): DurationSegment[]
}

/** Durations as columns, each in milliseconds from an instant on. */
export interface DurationRows {
  length: number
  at: Float64Array
  milliseconds: Float64Array
  /** 1 for a duration that was completed, 0 for one still open. */
  done: Uint8Array
  segment?: Uint32Array | undefined
}

/** A segment that durations are in; of no name where nothing is segmented. */
interface DurationSegment {
  name: string | undefined
  code: number
}

/** Keeps 21 bytes a duration instead of an object. */
export function createDurationColumns(names: Keys): DurationColumns {
  let at = new Float64Array(1024)
  let milliseconds = new Float64Array(1024)
  let codes = new Uint32Array(1024)
  let done = new Uint8Array(1024)
  let length = 0
  let seen = new Uint8Array(64)
  let isSegmented = false
  return {
    add: (instant, segment, duration, completed) => {
      reserve(length + 1)
      at[length] = instant
      milliseconds[length] = duration
      done[length] = completed ? 1 : 0
      if (segment !== undefined) keepSegment(length, names.codeOf(segment))
      length += 1
    },
    addRows: (rows) => {
      reserve(length + rows.length)
      at.set(rows.at.subarray(0, rows.length), length)
      milliseconds.set(rows.milliseconds.subarray(0, rows.length), length)
      done.set(rows.done.subarray(0, rows.length), length)
      if (rows.segment !== undefined) {
        for (let row = 0; row < rows.length; row += 1) keepSegment(length + row, rows.segment[row] ?? 0)
      }
      length += rows.length
    },
    rows: () => ({ length, at, milliseconds, done, segment: codes }),
    segments: () => {
      if (!isSegmented) return [{ name: undefined, code: 0 }]
      // Columns also name segments without a ticket.
      return names.texts.flatMap((name, code) => (seen[code] === 1 ? [{ name, code }] : []))
    },
  }

  function keepSegment(row: number, code: number): void {
    isSegmented = true
    if (code >= seen.length) seen = grown(seen, code)
    seen[code] = 1
    codes[row] = code
  }

  function reserve(count: number): void {
    if (count <= at.length) return
    at = grown(at, count)
    milliseconds = grown(milliseconds, count)
    codes = grown(codes, count)
    done = grown(done, count)
  }
}
