import { decimalText, toDecimal } from '../internal/decimal.js'
import type { PayingRow, PayingTime } from './payingTime.js'

/** The row of a keyed tally that says what a time says. */
export function payingRow(time: PayingTime): PayingRow {
  const row: Partial<PayingRow> = { id: time.id, start: time.start }
  if (time.end !== Number.POSITIVE_INFINITY) row.end = time.end
  if (time.pauses !== undefined) row.pauses = time.pauses
  row.mrr = mrrText(time)
  row.currency = time.currency
  if (time.reason !== undefined) row.reason = time.reason
  if (time.terms !== undefined) row.terms = time.terms
  return row as PayingRow
}

/** Revenue as decimal text. */
export function mrrText({ mrr }: { readonly mrr: string | number }): string {
  return typeof mrr === 'string' ? mrr : decimalText(toDecimal(mrr, 'mrr'))
}
