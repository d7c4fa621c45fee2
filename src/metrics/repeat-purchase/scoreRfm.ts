import { toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertFinite, assertKnownOptions } from '../../internal/guards.js'
import { type Amount, decimalOf } from '../../internal/hundredths.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { RfmInput, RfmResult } from './model.js'
import { type RfmScoringOptions, readScoring, rfmScoringNames } from './readScoring.js'
import { rfmSegment } from './rfmSegment.js'
import { type RfmColumns, scoredRows } from './scoredRows.js'

/** Options of {@link scoreRfm}. */
export interface ScoreRfmOptions extends RfmScoringOptions {}

/**
 * Scores customers by recency, frequency and monetary value (RFM).
 *
 * | scoring | rule |
 * | --- | --- |
 * | `midrank` (default) | floor(bins · (2 · less + equal) / 2n) + 1, at most bins: ties share a score, all equal score 3 of 5 |
 * | `thresholds` | 1 + the number of cuts up to the value; recency: bins − the number of cuts up to its days |
 * | `quantile` | 1 + the number of quantiles at k/bins below the value |
 * | `ntile` | groups of one size, larger ones first: equal customers get different scores, hence a tie breaker |
 *
 * Fewer days since the last purchase score higher. With five bins each row has the segment of {@link rfmSegment}.
 *
 * @param rows - one a customer
 * @param options - scoring, bins, cuts, tie breaker
 * @returns the rows by customer id with scores from 1 to bins; reason `empty_base` without rows; caveat `small_sample` for
 * fewer rows than bins
 * @throws {@link RetentionOkrError} TIE_BREAKER_REQUIRED for `ntile` without a tie breaker
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for a customer with two contents
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_COUNT, INVALID_AMOUNT, INVALID_INPUT for a row, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION for cuts that do not ascend, or bins that do not fit them
 * @example
 * ```ts
 * import { scoreRfm } from 'retention-okr/metrics'
 *
 * const { rows } = scoreRfm([
 *   { customerId: 'a', recencyDays: 3, frequency: 9, monetary: '900' },
 *   { customerId: 'b', recencyDays: 300, frequency: 1, monetary: '20' },
 * ])
 * rows[0]?.recencyScore // => 4
 * rows.map(({ segment }) => segment) // => ['loyal', 'hibernating']
 * ```
 * @see Hughes 1994, Strategic database marketing
 * @since 0.1.0
 */
export function scoreRfm(rows: Iterable<RfmInput>, options: ScoreRfmOptions = {}): RfmResult {
  assertKnownOptions(options, rfmScoringNames)
  const scoring = readScoring(options)
  const customers = new Map<string, RowValues>()
  let duplicates = 0
  forEachRecord(rows, 'rows', (row, index) => {
    const read = readRow(row, `rows[${index}]`)
    const present = customers.get(read.customerId)
    if (present === undefined) customers.set(read.customerId, read)
    else if (isEqual(present, read)) duplicates += 1
    else fail('CONFLICTING_RECORDS', `rows[${index}].customerId`, 'one customer has one content', 'two contents')
  })
  const result = scoredRows(columnsOf(customers), scoring)
  return duplicates === 0 ? result : { ...result, excluded: { duplicate: duplicates } }
}

/** The values of one customer, decoded. */
interface RowValues {
  recencyDays: number
  frequency: number
  monetary: Amount
}

function readRow(
  { customerId, recencyDays, frequency, monetary }: RfmInput,
  path: string,
): RowValues & { customerId: string } {
  if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path}.customerId`, 'must be text', customerId)
  assertFinite(recencyDays, `${path}.recencyDays`)
  if (recencyDays < 0) fail('INVALID_NUMBER', `${path}.recencyDays`, 'must not be negative', recencyDays)
  assertCount(frequency, `${path}.frequency`)
  return { customerId, recencyDays, frequency, monetary: toDecimal(monetary, `${path}.monetary`, 'INVALID_AMOUNT') }
}

function isEqual(a: RowValues, b: RowValues): boolean {
  const isSame = a.recencyDays === b.recencyDays && a.frequency === b.frequency
  return isSame && decimalOf(a.monetary).equals(decimalOf(b.monetary))
}

function columnsOf(customers: ReadonlyMap<string, RowValues>): RfmColumns {
  const customerIds = [...customers.keys()].sort()
  const values = customerIds.map((customerId) => customers.get(customerId) as RowValues)
  return {
    customerIds,
    recencyDays: Float64Array.from(values, ({ recencyDays }) => recencyDays),
    frequency: Float64Array.from(values, ({ frequency }) => frequency),
    monetary: values.map(({ monetary }) => monetary),
  }
}
