import { createInstantReader } from '../../calendar/createInstantReader.js'
import { createIdTable } from '../../tally/createIdTable.js'
import { createSegmentReader } from '../createSegmentReader.js'
import type { ColumnsBase } from '../models/columns.js'
import { assertEncodeOptions } from './assertEncodeOptions.js'
import { createCodes } from './createCodes.js'
import { createGrowing } from './createGrowing.js'
import { createPeriodColumn } from './createPeriodColumn.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumTexts } from './limits.js'

/** What the making of columns of every kind has in common. */
export interface Frame<T extends object> {
  readonly timeZone: string
  /** Epoch milliseconds of an instant of a record. */
  readonly readAt: (value: unknown, path: () => string) => number
  /** Whether a bare day was read. */
  readonly hasDays: () => boolean
  /** Reads the segment of a row. */
  readonly setSegment: (row: number, record: T) => void
  readonly isSameSegment: (first: number, second: number) => boolean
  /** The row that a record's id was seen with; undefined for a new one, which is remembered. */
  readonly twinOf: (id: string | undefined, row: number) => number | undefined
  /** The members of columns of every kind. */
  readonly base: (length: number, at: Float64Array, excluded: Readonly<Record<string, number>>) => ColumnsBase
}

/** The state of an encoding: zone, segments, ids, periods. */
export function createFrame<T extends object>(options: EncodeOptions): Frame<T> {
  const { timeZone = 'UTC', segmentBy, duplicates = 'check' } = options
  assertEncodeOptions(options)
  const periodsOf = options.periods === undefined ? undefined : createPeriodColumn(options.periods, timeZone)
  const read = createInstantReader(timeZone)
  const segmentOf = createSegmentReader<T>(segmentBy)
  const segments = createCodes('segments', 'segments', maximumTexts)
  const segment = createGrowing((length) => new Uint16Array(length))
  // Ids and rows by the position of an id: what comes without one has a row and no position.
  const [ids, rowOf]: [string[], number[]] = [[], []]
  const positionOf = createIdTable((position) => ids[position] ?? '')
  let hasDays = false
  return {
    timeZone,
    readAt: (value, path) => {
      if (typeof value === 'string' && value.length === 10) hasDays = true
      return read(value, path)
    },
    hasDays: () => hasDays,
    setSegment: (row, record) => {
      const text = segmentOf(record)
      if (text !== undefined) segment.set(row, segments.codeOf(text))
    },
    isSameSegment: (first, second) => segmentBy === undefined || segment.get(first) === segment.get(second),
    twinOf: (id, row) => {
      if (duplicates === 'trusted' || id === undefined) return undefined
      const position = positionOf(id)
      if (position >= 0) return rowOf[position]
      ids.push(id)
      rowOf.push(row)
      return undefined
    },
    base: (length, at, excluded) => ({
      length,
      timeZone,
      ...(segmentBy === undefined ? {} : { segmentBy, segments: segments.texts(), segment: segment.done(length) }),
      ...(periodsOf === undefined ? {} : { periods: periodsOf(at) }),
      ...excludedOf(excluded),
    }),
  }
}

function excludedOf(counts: Readonly<Record<string, number>>): { excluded?: Record<string, number> } {
  const above = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return above.length === 0 ? {} : { excluded: Object.fromEntries(above) }
}
