import { grown } from '../../internal/grown.js'
import { createDictionary } from '../../tally/createDictionary.js'

/** Durations one by one, placed by an instant, in a segment. */
export interface DurationColumns {
  add(at: number, segment: string | undefined, milliseconds: number, completed: boolean): void
  /** Calls a function with every duration; the segment is its place in `segments`. */
  forEach(visit: (at: number, segment: number, milliseconds: number, completed: boolean) => void): void
  /** The segments there are, in order of first appearance. */
  segments(): (string | undefined)[]
}

/** Keeps 21 bytes a duration instead of an object. */
export function createDurationColumns(): DurationColumns {
  const names = createDictionary('segments')
  let instants = new Float64Array(1024)
  let durations = new Float64Array(1024)
  let codes = new Uint32Array(1024)
  let done = new Uint8Array(1024)
  let length = 0
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
        codes[length] = names.codeOf(segment)
      }
      length += 1
    },
    forEach: (visit) => {
      for (let row = 0; row < length; row += 1) {
        visit(instants[row] ?? 0, codes[row] ?? 0, durations[row] ?? 0, done[row] === 1)
      }
    },
    segments: () => (isSegmented ? [...names.texts] : [undefined]),
  }
}
