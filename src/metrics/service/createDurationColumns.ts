import { grown } from '../../internal/grown.js'
import type { Key, Keys } from '../../tally/createKeys.js'

/** Durations one by one, placed by an instant, in a segment. */
export interface DurationColumns {
  add(at: number, segment: Key | undefined, milliseconds: number, completed: boolean): void
  /** Takes the durations of columns, before any other, as they are: nothing is written to them. Segments are codes. */
  take(rows: DurationRows): void
  /** All durations; no segments where nothing is segmented. */
  rows(): DurationRows
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
  /** 1 for a row that counts. */
  isCounted: Uint8Array
  segment?: Uint32Array | Uint16Array | undefined
}

/** A segment that durations are in; of no name where nothing is segmented. */
interface DurationSegment {
  name: string | undefined
  code: number
}

/** Keeps 22 bytes a duration instead of an object. */
export function createDurationColumns(names: Keys): DurationColumns {
  let at: Float64Array = new Float64Array(1024)
  let milliseconds: Float64Array = new Float64Array(1024)
  let codes = new Uint32Array(1024)
  let done: Uint8Array = new Uint8Array(1024)
  let isCounted: Uint8Array = new Uint8Array(1024)
  let length = 0
  let isSegmented = false
  return {
    add: (instant, segment, duration, completed) => {
      if (length >= at.length) reserve(length)
      at[length] = instant
      milliseconds[length] = duration
      done[length] = completed ? 1 : 0
      isCounted[length] = 1
      if (segment !== undefined) {
        isSegmented = true
        codes[length] = names.codeOf(segment)
      }
      length += 1
    },
    take: (rows) => {
      at = rows.at
      milliseconds = rows.milliseconds
      done = rows.done
      isCounted = rows.isCounted
      codes = rows.segment === undefined ? new Uint32Array(rows.length) : Uint32Array.from(rows.segment)
      isSegmented = rows.segment !== undefined
      length = rows.length
    },
    rows: () => ({
      length,
      at: at.subarray(0, length),
      milliseconds: milliseconds.subarray(0, length),
      done: done.subarray(0, length),
      isCounted: isCounted.subarray(0, length),
      segment: isSegmented ? codes.subarray(0, length) : undefined,
    }),
    segments: () => {
      const unsegmented = [{ name: undefined, code: 0 }]
      if (!isSegmented) return unsegmented
      const seen = new Uint8Array(names.texts.length)
      if (markSeen(seen, codes, isCounted, length) === 0) return unsegmented
      // Columns also name segments without a ticket.
      return names.texts.flatMap((name, code) => (seen[code] === 1 ? [{ name, code }] : []))
    },
  }

  function reserve(position: number): void {
    at = grown(at, position)
    milliseconds = grown(milliseconds, position)
    codes = grown(codes, position)
    done = grown(done, position)
    isCounted = grown(isCounted, position)
  }
}

/** Marks the codes of the rows that count; how many rows do. */
function markSeen(seen: Uint8Array, codes: Uint32Array, isCounted: Uint8Array, length: number): number {
  let count = 0
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    seen[codes[row] ?? 0] = 1
    count += 1
  }
  return count
}
