import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, Ticket } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { firstContactRules } from './firstContactRules.js'
import { type FirstContactOptions, firstContactOptionNames, firstContactsOf } from './firstContactsOf.js'
import type { FirstContactCounts } from './model.js'

/** Options of {@link countFirstContacts}. */
export interface CountFirstContactsOptions extends CountOptions<Ticket>, FirstContactOptions {}

/**
 * Counts solved tickets, and those solved at first contact, per period of creation and segment.
 *
 * A segment says whose figure it is: repeats are looked for among the tickets of all segments.
 *
 * @param source - tickets, or their tally of kind `first-contacts`
 * @param options - instant of knowledge, periods, method, window, segments
 * @returns a tally of kind `first-contact-counts`, one cell a period and segment; left out: `duplicate`, `future`,
 * `merged`, `deleted`, `spam`, `no_answer`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a solution before the creation
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS,
 * TALLY_MISMATCH
 * @example
 * ```ts
 * import { countFirstContacts } from 'retention-okr/metrics'
 *
 * const ticket = { customerId: 'c', status: 'solved', category: 'delivery' }
 * const tickets = [
 *   { ...ticket, id: '1', createdAt: '2024-05-01', resolvedAt: '2024-05-02' },
 *   { ...ticket, id: '2', createdAt: '2024-05-05', resolvedAt: '2024-05-06' },
 * ]
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countFirstContacts(tickets, { asOf: '2024-06-01', periods }).cells
 * may?.counts // => { resolvedFirst: 1, resolved: 2, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countFirstContacts(
  source: RecordSource<Ticket> | Tally<object>,
  options: CountFirstContactsOptions,
): CountTally<FirstContactCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition']
  assertKnownOptions(options, [...names, ...firstContactOptionNames])
  const { periods, partition } = options
  const opened = openSource(source, options, firstContactRules(source, options.segmentBy))
  const { contacts, definition } = firstContactsOf(opened, options, () => true)
  return countTally<FirstContactCounts>(opened, {
    kind: 'first-contact-counts',
    periods,
    partition,
    definition,
    segments: opened.rows.map(({ row }) => row.segment),
    empty: () => ({ resolvedFirst: 0, resolved: 0, pending: 0 }),
    add: ({ start, until }, countsOf) => {
      for (const { at, segment, state } of contacts) {
        if (at < start || at >= until) continue
        const counts = countsOf(segment)
        counts[state === 'pending' ? 'pending' : 'resolved'] += 1
        if (state === 'first') counts.resolvedFirst += 1
      }
    },
  })
}
