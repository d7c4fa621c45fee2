import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { Order } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import type { ReturnCounts, ReturnRecords } from './model.js'
import { returnedWithin } from './returnedWithin.js'
import { type ReturnInclusion, returnRules } from './returnRules.js'
import { soldOrdersOf } from './soldOrdersOf.js'

/** Options of {@link countReturns}. */
export interface CountReturnsOptions extends CountOptions<Order> {
  /** Local days in which a return counts, 1 to 36,600; default 30. */
  readonly windowDays?: number | undefined
  /** Kinds of orders that count although they usually do not; default none. */
  readonly include?: readonly ReturnInclusion[] | undefined
}

/**
 * Counts units sold, returned and pending per period of the order and its segment.
 *
 * An order counts once its window is over, with the units returned within it; before that its units are pending. Parts of
 * the records whose counts are merged must hold the returns of their orders.
 *
 * @param source - orders with lines and returns, or their tally of kind `returns`
 * @param options - instant of knowledge, periods, window, which orders count, segments
 * @returns a tally of kind `return-counts`, one cell a period and segment; left out: `duplicate`, `future`, `test`,
 * `cancelled`, `failed`, `no_lines`, `unknown_order`
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for more returned than sold in an order
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_AMOUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countReturns } from 'retention-okr/metrics'
 *
 * const order = { id: '1', placedAt: '2024-05-01', status: 'paid', total: 10, currency: 'EUR', lines: [{ quantity: 2 }] } as const
 * const returns = [{ id: 'r', orderId: '1', createdAt: '2024-05-20', quantity: 1 }]
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countReturns({ orders: [order], returns }, { asOf: '2024-07-01', periods }).cells
 * may?.counts // => { returned: 1, sold: 2, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countReturns(
  source: ReturnRecords | Tally<object>,
  options: CountReturnsOptions,
): CountTally<ReturnCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition', 'windowDays', 'include']
  assertKnownOptions(options, names)
  const { windowDays = 30, include, periods, partition } = options
  assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
  const opened = openSource(source, options, returnRules(source, include, options.segmentBy))
  const { sold, unknown } = soldOrdersOf(opened.rows)
  opened.exclusions.add('unknown_order', unknown.length)
  return countTally<ReturnCounts>(opened, {
    kind: 'return-counts',
    periods,
    partition,
    definition: { windowDays },
    segments: sold.map(({ order }) => order.segment),
    empty: () => ({ returned: 0, sold: 0, pending: 0 }),
    add: ({ start, until }, countsOf) => {
      for (const entry of sold) {
        const { at, units, segment } = entry.order
        if (at < start || at >= until) continue
        const counts = countsOf(segment)
        const returned = returnedWithin(entry, windowDays, opened)
        counts[returned === undefined ? 'pending' : 'sold'] += units
        for (const row of returned ?? []) counts.returned += row.units
      }
    },
  })
}
