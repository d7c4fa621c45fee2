import { closedAtOf } from './closedAtOf.js'
import type { RowReader } from './createRowReader.js'

/** Members of a deal whose state is told by two flags; a closed one needs both, of an open one the second is not read. */
export const dealByFlags = {
  status(reader: RowReader): unknown {
    const isClosed = reader.read('isClosed', { kind: 'boolean', required: true }, 'status')
    if (isClosed !== true) return isClosed === false ? 'open' : undefined
    const isWon = reader.read('isWon', { kind: 'boolean', required: true }, 'status')
    return isWon === undefined ? undefined : isWon ? 'won' : 'lost'
  },
  closedAt: (reader: RowReader): unknown => closedAtOf(reader, reader.valueOf('isClosed') === true),
  /** The closing date is a forecast while the deal is open. */
  expectedCloseAt: (reader: RowReader): unknown =>
    reader.valueOf('isClosed') === false ? reader.read('expectedCloseAt', { kind: 'dayOrInstant' }) : undefined,
}
