import { assertKnownOptions } from '../../internal/guards.js'
import type { Commitment } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { commitmentOptionNames, commitmentRules } from './commitmentRules.js'
import { countPromises } from './countPromises.js'
import type { CommitmentCounts, CommitmentOptions } from './model.js'

/** Options of {@link countCommitments}. */
export interface CountCommitmentsOptions extends CountOptions<Commitment>, CommitmentOptions {}

/**
 * Counts promises due, kept and pending per period of their due date and segment.
 *
 * The due date places a promise, without the days of grace. The date of a group is the latest of its commitments, its
 * segment that of its lowest id. A tally of single commitments holds counts already: its cells inside a period are added
 * up.
 *
 * @param source - commitments, or their tally of kind `commitments`
 * @param options - instant of knowledge, periods, what is due and kept, segments
 * @returns a tally of kind `commitment-counts`, one cell a period and segment; left out: `duplicate`, `future`,
 * `cancelled_by_customer`, `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another definition or a period that cuts its cells
 * @throws {@link RetentionOkrError} INVALID_AMOUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { countCommitments } from 'retention-okr/metrics'
 *
 * const commitment = { id: '1', customerId: 'c', madeAt: '2024-05-01', dueAt: '2024-05-10' }
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countCommitments([commitment], { asOf: '2024-06-01', periods }).cells
 * may?.counts // => { due: 1, kept: 0, onTime: 0, inFull: 0, fulfilled: 0, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countCommitments(
  source: Iterable<Commitment> | Tally<object>,
  options: CountCommitmentsOptions,
): CountTally<CommitmentCounts> {
  const names = ['asOf', 'timeZone', 'segmentBy', 'periods', 'partition']
  assertKnownOptions(options, [...names, ...commitmentOptionNames])
  const { periods, partition } = options
  const opened = openSource(source, options, commitmentRules(source, options, options.segmentBy))
  return countPromises(source, opened, { kind: 'commitment-counts', periods, partition })
}
