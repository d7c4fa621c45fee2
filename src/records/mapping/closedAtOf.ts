import type { RowReader } from './createRowReader.js'

/** The closing date of a deal: a closed one needs it; on an open one it is a forecast, not read. */
export function closedAtOf(reader: RowReader, isClosed: boolean): unknown {
  return isClosed ? reader.read('closedAt', { kind: 'dayOrInstant', required: true }) : undefined
}
