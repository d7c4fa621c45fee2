import type { Periods } from '../models/columns.js'

/** Options of every function that makes columns. */
export interface EncodeOptions {
  /** IANA zone that bare days are read in; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Field of the record (its own, else of `extra`) that gives the segments; default none. */
  readonly segmentBy?: string | undefined
  /** A grid, or periods that follow one another, of which every row's is looked up once; default none. */
  readonly periods?: Periods | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
}

/** The names of the options of every function that makes columns. */
export const encodeOptionNames = ['timeZone', 'segmentBy', 'periods', 'duplicates'] as const
