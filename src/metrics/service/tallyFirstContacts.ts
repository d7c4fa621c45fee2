import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, RecordStream, Ticket } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { tallySource } from '../internal/tallySource.js'
import { customerTickets, firstContactRules } from './firstContactRules.js'

/** Options of {@link tallyFirstContacts}. */
export interface TallyFirstContactsOptions extends TallyOptions<Ticket> {}

/**
 * Tallies tickets by customer: the mergeable first stage of first-contact resolution.
 *
 * A keyed tally, as large as its tickets: repeats are looked for when measuring, so any split merges, also one that cuts
 * through customers.
 *
 * @param tickets - the tickets, in any order; columns hold no customers
 * @param options - instant of knowledge, zone, segments
 * @returns a tally of kind `first-contacts`; left out: `duplicate`, `future`, `merged`, `deleted`, `spam`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a solution before the creation
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_INSTANT, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { tallyFirstContacts } from 'retention-okr/metrics'
 *
 * const ticket = { id: '1', customerId: 'c', status: 'open', createdAt: '2024-05-01' }
 * const { cells } = tallyFirstContacts([ticket], { asOf: '2024-06-01' })
 * cells // => [{ key: 'c', rows: [{ id: '1', at: 1714521600000, isReopened: false }] }]
 * ```
 * @since 0.1.0
 */
export function tallyFirstContacts(tickets: RecordSource<Ticket>, options: TallyFirstContactsOptions): Tally
/**
 * Tallies a stream of tickets, or of batches of tickets, by customer.
 *
 * @param stream - the tickets; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyFirstContacts(stream: RecordStream<Ticket>, options: TallyFirstContactsOptions): Promise<Tally>
export function tallyFirstContacts(
  source: RecordSource<Ticket> | RecordStream<Ticket>,
  options: TallyFirstContactsOptions,
): Tally | Promise<Tally> {
  return tallySource(source, customerTickets, () => {
    assertKnownOptions(options, tallyOptionNames)
    return {
      options,
      rules: firstContactRules(source, options.segmentBy),
      finish: (opened) => keyedTally({ kind: 'first-contacts', distinct: 'customer' }, opened),
    }
  })
}
