import type { RowReader } from '../mapping/createRowReader.js'
import { statusByWord } from '../mapping/statusByWord.js'

const words = {
  failed: ['voided'],
  open: ['pending', 'authorized'],
  paid: ['paid', 'partially_paid', 'partially_refunded', 'refunded'],
}

/** A cancelled order is cancelled whatever its money did. */
export function shopifyStatus(reader: RowReader): unknown {
  return reader.isBlank('cancelledAt') ? statusByWord(reader, words) : 'cancelled'
}

/** Whether all the money went back. */
export function isRefunded(reader: RowReader): boolean {
  return reader.peek('status', { kind: 'text' }) === 'refunded'
}
