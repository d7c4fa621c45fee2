import { assertKnownOptions } from '../../internal/guards.js'
import type { Commitment, Periods } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { openSource } from '../internal/openSource.js'
import { sortCells } from '../internal/periodCells.js'
import { commitmentOptionNames, commitmentRules } from './commitmentRules.js'
import { countPromises } from './countPromises.js'
import { emptyCommitments } from './emptyCommitments.js'
import type { CommitmentOptions } from './model.js'
import { promisesOf } from './promisesOf.js'

/** Options of {@link tallyCommitments}. */
export interface TallyCommitmentsOptions extends TallyOptions<Commitment>, CommitmentOptions {
  /** A period grid, or a list of periods; promises by due date; default all in one cell. Of no effect on groups. */
  readonly periods?: Periods | undefined
}

/**
 * Tallies promises per period of their due date and segment: mergeable counts of records.
 *
 * With `unit: 'group'` the tally is keyed by group instead, one row a commitment, since a group may be spread over parts;
 * then `periods` are given when counting.
 *
 * @param commitments - the commitments, in any order
 * @param options - instant of knowledge, periods, what is due and kept, segments
 * @returns a tally of kind `commitments`; left out: `duplicate`, `future`, `cancelled_by_customer`, `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} INVALID_AMOUNT for a quantity, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { tallyCommitments } from 'retention-okr/metrics'
 *
 * const commitment = { id: '1', customerId: 'c', madeAt: '2024-05-01', dueAt: '2024-05-10', fulfilledAt: '2024-05-09' }
 * const [all] = tallyCommitments([commitment], { asOf: '2024-06-01' }).cells
 * all?.counts // => { due: 1, kept: 1, onTime: 1, inFull: 1, fulfilled: 1, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function tallyCommitments(commitments: Iterable<Commitment>, options: TallyCommitmentsOptions): Tally<object> {
  assertKnownOptions(options, ['asOf', 'timeZone', 'segmentBy', 'periods', ...commitmentOptionNames])
  const { periods, segmentBy } = options
  const opened = openSource(commitments, options, commitmentRules(commitments, options, segmentBy))
  if (opened.shape.unit === 'group') return keyedTally({ kind: 'commitments', distinct: 'group' }, opened)
  if (periods !== undefined) return countPromises(commitments, opened, { kind: 'commitments', periods })
  const cells = new Map<string | undefined, TallyCell<object> & { counts: ReturnType<typeof emptyCommitments> }>()
  for (const { segment, counts } of promisesOf(opened.rows)) {
    const cell = cells.get(segment) ?? { ...(segment === undefined ? {} : { segment }), counts: emptyCommitments() }
    cells.set(segment, cell)
    for (const name of counts) cell.counts[name] += 1
  }
  const excluded = opened.exclusions.result()
  return {
    kind: 'commitments',
    definition: opened.definition,
    cells: sortCells([...cells.values()]),
    ...(excluded === undefined ? {} : { excluded }),
  }
}
