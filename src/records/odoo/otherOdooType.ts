import type { RowReader } from '../mapping/createRowReader.js'

/** Leads and opportunities are one table: why a row is the other kind. */
export function otherOdooType(reader: RowReader, type: 'lead' | 'opportunity'): string | undefined {
  const other = type === 'lead' ? 'opportunity' : 'lead'
  return reader.peek('type', { kind: 'text' }) === other ? 'other_type' : undefined
}

/** A row that does not say which kind it is, or another one, is bad. */
export function checkOdooType(reader: RowReader, type: 'lead' | 'opportunity'): void {
  reader.read('type', { kind: 'word', words: [type], required: true }, 'status')
}
