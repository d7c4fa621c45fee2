import { assertKnownOptions } from '../../internal/guards.js'
import type { Order } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { openSource } from '../internal/openSource.js'
import type { ReturnRecords } from './model.js'
import { type ReturnInclusion, returnRules } from './returnRules.js'

/** Options of {@link tallyReturns}. */
export interface TallyReturnsOptions extends TallyOptions<Order> {
  /** Kinds of orders that count although they usually do not; default none. */
  readonly include?: readonly ReturnInclusion[] | undefined
}

/**
 * Tallies orders and returns by order: the mergeable first stage of the return rate.
 *
 * A keyed tally, as large as its records: one cell an order, one row for it and one a return, so that any split merges,
 * also one that parts an order from its returns.
 *
 * @param records - orders with lines, and returns
 * @param options - instant of knowledge, zone, which orders count, segments of the order
 * @returns a tally of kind `returns`; left out: `duplicate`, `future`, `test`, `cancelled`, `failed`, `no_lines`
 * @throws {@link RetentionOkrError} INVALID_COUNT for a quantity, INVALID_AMOUNT for an amount
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyReturns } from 'retention-okr/metrics'
 *
 * const order = { id: '1', placedAt: '2024-05-01', status: 'paid', total: 10, currency: 'EUR', lines: [{ quantity: 2 }] } as const
 * const [cell] = tallyReturns({ orders: [order], returns: [] }, { asOf: '2024-06-01' }).cells
 * cell?.rows // => [{ id: 'order:1', at: 1714521600000, units: 2, currency: 'EUR', isReturn: false }]
 * ```
 * @since 0.1.0
 */
export function tallyReturns(records: ReturnRecords, options: TallyReturnsOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'include'])
  const { include, segmentBy } = options
  const opened = openSource(records, options, returnRules(records, include, segmentBy))
  return keyedTally({ kind: 'returns', distinct: 'order' }, opened)
}
