import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { type Decimal, decimalText, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertFinite, assertKnownOptions } from '../../internal/guards.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { RfmInput, RfmResult } from './model.js'
import { type RfmScoring, type RfmScoringOptions, readScoring, rfmScoringNames } from './readScoring.js'
import { rfmSegment } from './rfmSegment.js'
import { scoresOf } from './scoresOf.js'

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
  const customers = new Map<string, RfmValues>()
  let duplicates = 0
  forEachRecord(rows, 'rows', (row, index) => {
    const read = readRow(row, `rows[${index}]`)
    const present = customers.get(read.customerId)
    if (present === undefined) customers.set(read.customerId, read)
    else if (isEqual(present, read)) duplicates += 1
    else fail('CONFLICTING_RECORDS', `rows[${index}].customerId`, 'one customer has one content', 'two contents')
  })
  const result = scoredRows([...customers.values()], scoring)
  return duplicates === 0 ? result : { ...result, excluded: { duplicate: duplicates } }
}

/** The values of one customer, decoded. */
export interface RfmValues {
  customerId: string
  recencyDays: number
  frequency: number
  monetary: Decimal
}

function readRow({ customerId, recencyDays, frequency, monetary }: RfmInput, path: string): RfmValues {
  if (typeof customerId !== 'string') fail('INVALID_INPUT', `${path}.customerId`, 'must be text', customerId)
  assertFinite(recencyDays, `${path}.recencyDays`)
  if (recencyDays < 0) fail('INVALID_NUMBER', `${path}.recencyDays`, 'must not be negative', recencyDays)
  assertCount(frequency, `${path}.frequency`)
  return { customerId, recencyDays, frequency, monetary: toDecimal(monetary, `${path}.monetary`, 'INVALID_AMOUNT') }
}

function isEqual(a: RfmValues, b: RfmValues): boolean {
  return a.recencyDays === b.recencyDays && a.frequency === b.frequency && a.monetary.equals(b.monetary)
}

/** Customers with their scores, by id. */
export function scoredRows(customers: readonly RfmValues[], scoring: RfmScoring): RfmResult {
  const scoresBy = (dimension: 'recency' | 'frequency' | 'monetary', value: (row: RfmValues) => Decimal) =>
    scoresOf(
      customers.map((row) => ({ customerId: row.customerId, value: value(row) })),
      dimension,
      scoring,
    )
  const recency = scoresBy('recency', (row) => toDecimal(-row.recencyDays, 'recencyDays'))
  const frequency = scoresBy('frequency', (row) => toDecimal(row.frequency, 'frequency'))
  const monetary = scoresBy('monetary', (row) => row.monetary)
  const rows = [...customers]
    .sort((a, b) => compareCodeUnits(a.customerId, b.customerId))
    .map(({ customerId, recencyDays, frequency: occasions, monetary: spent }) => {
      const [recencyScore, frequencyScore] = [recency.get(customerId) ?? 1, frequency.get(customerId) ?? 1]
      return {
        customerId,
        recencyDays,
        frequency: occasions,
        monetary: decimalText(spent),
        recencyScore,
        frequencyScore,
        monetaryScore: monetary.get(customerId) ?? 1,
        ...(scoring.bins === 5 ? { segment: rfmSegment({ recency: recencyScore, frequency: frequencyScore }) } : {}),
      }
    })
  const caveats = rows.length < scoring.bins ? ['small_sample'] : []
  return {
    rows,
    definition: { ...scoring.definition, caveats },
    ...(rows.length === 0 ? { reason: 'empty_base' as const } : {}),
  }
}
