import { assertKnownOptions } from '../../internal/guards.js'
import type { Commitment } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { type CommitmentFulfilmentRateOptions, commitmentFulfilmentRate } from './commitmentFulfilmentRate.js'
import { commitmentOptionNames, commitmentRules } from './commitmentRules.js'
import { emptyCommitments } from './emptyCommitments.js'
import type { CommitmentCounts, CommitmentMeasurement, CommitmentOptions } from './model.js'
import { promisesOf } from './promisesOf.js'

/** Options of {@link measureCommitmentFulfilmentRate}. */
export interface MeasureCommitmentFulfilmentRateOptions
  extends OptionalPeriodOptions,
    CommitmentOptions,
    CommitmentFulfilmentRateOptions {}

const knownOptions = ['asOf', 'timeZone', 'period', 'partial', ...commitmentOptionNames, 'level', 'interval']

/**
 * Measures the share of due promises that were kept: on time and in full.
 *
 * A promise is due once its deadline is over; overdue and unfulfilled it is broken, not due it is pending, even if already
 * delivered. A day is due by its end. Cancelled by us it is broken once due, cancelled by the customer it is left out; a
 * cancellation after the fulfilment is ignored.
 *
 * @param source - commitments, or their tally of kind `commitments`
 * @param options - instant of knowledge, period of the due date, what is due and kept, level
 * @returns `commitment-fulfilment-rate` as a ratio 0..1, with on time, in full and kept ever beside it; null with
 * `empty_base`, or `not_mature` while all are pending; left out: `duplicate`, `future`, `cancelled_by_customer`,
 * `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureCommitmentFulfilmentRate } from 'retention-okr/metrics'
 *
 * const commitment = { customerId: 'c', madeAt: '2024-05-01', dueAt: '2024-05-10' }
 * const commitments = [
 *   { ...commitment, id: '1', fulfilledAt: '2024-05-10T18:00:00Z' },
 *   { ...commitment, id: '2', fulfilledAt: '2024-05-11T00:00:00Z' },
 * ]
 * const rate = measureCommitmentFulfilmentRate(commitments, { asOf: '2024-06-01' })
 * rate.value // => 0.5
 * rate.keptEver?.value // => 1
 * ```
 * @see McKinsey 2019, Defining "on-time, in-full" in the consumer sector
 * @since 0.1.0
 */
export function measureCommitmentFulfilmentRate(
  source: Iterable<Commitment> | Tally<object>,
  options: MeasureCommitmentFulfilmentRateOptions = {},
): CommitmentMeasurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval } = options
  const opened = openSource(source, options, commitmentRules(source, options, undefined))
  const { period, shape } = opened
  const sums = emptyCommitments()
  if (isTally(source) && shape.unit === 'commitment') {
    for (const { counts } of cellsInside(source, period)) {
      const known = counts as Partial<CommitmentCounts> | undefined
      for (const name of Object.keys(sums) as (keyof CommitmentCounts)[]) sums[name] += known?.[name] ?? 0
    }
  }
  for (const { at, counts } of promisesOf(opened.rows)) {
    if (period !== undefined && (at < period.start || at >= period.end)) continue
    for (const name of counts) sums[name] += 1
  }
  return describeMeasurement(commitmentFulfilmentRate(sums, { level, interval }), opened, { needsEnd: false })
}
