import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { complaintRules } from './complaintRules.js'
import type { ComplaintCounts } from './model.js'
import { type RecurrenceOptions, recurrenceOptionNames, recurringOf } from './recurringOf.js'

/** Options of {@link countComplaints}. */
export interface CountComplaintsOptions extends CountOptions<Ticket>, RecurrenceOptions {}

/**
 * Counts complaints, complaining customers and repeats per period of creation and segment.
 *
 * A segment says whose figure it is: earlier complaints are looked for in all segments. Exposure and customers, which the
 * rates need besides, are for the caller to add to the counts.
 *
 * @param source - tickets, or their tally of kind `complaints`
 * @param options - instant of knowledge, periods, what is one matter, look-back, segments
 * @returns a tally of kind `complaint-counts`, one cell a period and segment; left out: `duplicate`, `future`, `merged`,
 * `deleted`, `spam`
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countComplaints } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', status: 'open', category: 'delivery', isComplaint: true }
 * const tickets = [{ ...ticket, id: '1', createdAt: '2024-05-01' }, { ...ticket, id: '2', createdAt: '2024-05-20' }]
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countComplaints(tickets, { asOf: '2024-06-01', periods }).cells
 * may?.counts // => { complaints: 2, customersWithComplaint: 1, recurring: 1, withoutCategory: 0 }
 * ```
 * @since 0.1.0
 */
export function countComplaints(
  source: RecordSource<Ticket> | Tally<object>,
  options: CountComplaintsOptions,
): CountTally<ComplaintCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition']
  assertKnownOptions(options, [...names, ...recurrenceOptionNames])
  const { periods, partition } = options
  const opened = openSource(source, options, complaintRules(source, options.segmentBy))
  const { complaints, definition } = recurringOf(opened.rows, options, opened.timeZone)
  return countTally<ComplaintCounts>(opened, {
    kind: 'complaint-counts',
    distinct: 'customer',
    periods,
    partition,
    definition,
    segments: opened.rows.map(({ row }) => row.segment),
    empty: () => ({ complaints: 0, customersWithComplaint: 0, recurring: 0, withoutCategory: 0 }),
    add: ({ start, until }, countsOf) => {
      const customers = new Map<string | undefined, Set<string>>()
      for (const { at, customer, segment, hasCategory, isRecurring } of complaints) {
        if (at < start || at >= until) continue
        const counts = countsOf(segment)
        const known = customers.get(segment) ?? new Set()
        customers.set(segment, known.add(customer))
        counts.complaints += 1
        counts.customersWithComplaint = known.size
        if (isRecurring) counts.recurring += 1
        if (!hasCategory) counts.withoutCategory += 1
      }
    },
  })
}
