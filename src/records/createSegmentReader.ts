import { fail } from '../internal/fail.js'
import { isColumns } from '../tally/isColumns.js'
import { type MarkedRow, rowSegment } from '../tally/rowMarks.js'

/** A function from a record to its segment: `''` without a value, undefined when nothing is segmented. */
export function createSegmentReader<T extends object>(
  segmentBy: string | ((record: T) => string | undefined) | undefined,
  source?: object,
): (record: T) => string | undefined {
  if (segmentBy === undefined) return () => undefined
  // The rows of columns carry the segment that was read when the columns were made.
  if (isColumns(source)) return (record) => (record as MarkedRow)[rowSegment] ?? ''
  if (typeof segmentBy === 'function') return (record) => segmentText(segmentBy(record))
  if (typeof segmentBy !== 'string' || segmentBy === '') {
    fail('INVALID_OPTION', 'options.segmentBy', 'must be a field name or a function', segmentBy)
  }
  return (record) => {
    if (Object.hasOwn(record, segmentBy)) return segmentText((record as Record<string, unknown>)[segmentBy])
    const extra = 'extra' in record ? record.extra : undefined
    if (typeof extra !== 'object' || extra === null || !Object.hasOwn(extra, segmentBy)) return ''
    return segmentText((extra as Record<string, unknown>)[segmentBy])
  }
}

/** Whether a text begins and ends with a visible character of ASCII, as most do: then there is nothing to trim. */
function isTrimmed(text: string): boolean {
  const { length } = text
  if (length === 0) return true
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(length - 1)]
  return first > 32 && first < 127 && last > 32 && last < 127
}

function segmentText(value: unknown): string {
  if (typeof value === 'string') return isTrimmed(value) ? value : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
