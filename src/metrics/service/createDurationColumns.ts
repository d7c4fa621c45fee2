import { grown } from '../../internal/grown.js'
import type { Key, Keys } from '../../tally/createKeys.js'

/** Durations one by one, placed by an instant, in a segment. */
export interface DurationColumns {
  add(at: number, segment: Key | undefined, milliseconds: number, completed: boolean): void
  /** Calls a function with every duration; the segment is its code. */
  forEach(visit: (at: number, segment: number, milliseconds: number, completed: boolean) => void): void
  /** The segments there are. */
  segments(): DurationSegment[]
}

/** A segment that durations are in; of no name where nothing is segmented. */
interface DurationSegment {
  name: string | undefined
  code: number
}

/** Keeps 21 bytes a duration instead of an object. */
export function createDurationColumns(names: Keys): DurationColumns {
  let instants = new Float64Array(1024)
  let durations = new Float64Array(1024)
  let codes = new Uint32Array(1024)
  let done = new Uint8Array(1024)
  let length = 0
  let seen = new Uint8Array(64)
  let isSegmented = false
  return {
    add: (at, segment, milliseconds, completed) => {
      if (length >= instants.length) {
        instants = grown(instants, length)
        durations = grown(durations, length)
        codes = grown(codes, length)
        done = grown(done, length)
      }
      instants[length] = at
      durations[length] = milliseconds
      done[length] = completed ? 1 : 0
      if (segment !== undefined) {
        isSegmented = true
        const code = names.codeOf(segment)
        if (code >= seen.length) seen = grown(seen, code)
        seen[code] = 1
        codes[length] = code
      }
      length += 1
    },
    forEach: (visit) => {
      for (let row = 0; row < length; row += 1) {
        visit(instants[row] ?? 0, codes[row] ?? 0, durations[row] ?? 0, done[row] === 1)
      }
    },
    segments: () => {
      if (!isSegmented) return [{ name: undefined, code: 0 }]
      // Columns also name segments without a ticket.
      return names.texts.flatMap((name, code) => (seen[code] === 1 ? [{ name, code }] : []))
    },
  }
}
