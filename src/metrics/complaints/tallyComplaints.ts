import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, RecordStream, Ticket } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { tallySource } from '../internal/tallySource.js'
import { complaintRules, complaintSource } from './complaintRules.js'

/** Options of {@link tallyComplaints}. */
export interface TallyComplaintsOptions extends TallyOptions<Ticket> {}

/**
 * Tallies complaints by customer: the mergeable first stage of the complaint metrics.
 *
 * A keyed tally, as large as its complaints: repeats are looked for when measuring, so any split of the tickets merges,
 * also one that cuts through customers. Tickets that are no complaints are not looked at.
 *
 * @param tickets - the tickets, in any order; columns hold no customers
 * @param options - instant of knowledge, zone, segments
 * @returns a tally of kind `complaints`; left out: `duplicate`, `future`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyComplaints } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'open', createdAt: '2024-05-01', isComplaint: true }
 * const { cells } = tallyComplaints([ticket], { asOf: '2024-06-01' })
 * cells // => [{ key: 'c', rows: [{ id: '1', at: 1714521600000 }] }]
 * ```
 * @since 0.1.0
 */
export function tallyComplaints(tickets: RecordSource<Ticket>, options: TallyComplaintsOptions): Tally
/**
 * Tallies the complaints of a stream of tickets, or of batches of tickets, by customer.
 *
 * @param stream - the tickets; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyComplaints(stream: RecordStream<Ticket>, options: TallyComplaintsOptions): Promise<Tally>
export function tallyComplaints(
  source: RecordSource<Ticket> | RecordStream<Ticket>,
  options: TallyComplaintsOptions,
): Tally | Promise<Tally> {
  return tallySource(source, complaintSource, () => {
    assertKnownOptions(options, tallyOptionNames)
    return {
      options,
      rules: complaintRules(source, options.segmentBy),
      finish: (opened) => keyedTally({ kind: 'complaints', distinct: 'customer' }, opened),
    }
  })
}
