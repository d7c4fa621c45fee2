import type { RowReader } from './createRowReader.js'

/** The closing date of a deal whose status is read: a closed one needs it; on an open one it is a forecast, not read. */
export function closedAtOf(reader: RowReader, status: unknown): unknown {
  if (status !== 'won' && status !== 'lost') return undefined
  return reader.read('closedAt', { kind: 'dayOrInstant', required: true })
}
