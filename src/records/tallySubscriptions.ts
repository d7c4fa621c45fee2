import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { createExclusions } from '../internal/createExclusions.js'
import { assertKnownOptions } from '../internal/guards.js'
import { compareCells } from '../tally/compareCells.js'
import type { Tally, TallyCell } from '../tally/model.js'
import { type Feed, readSource } from '../tally/readSource.js'
import { createPayingTimeReader, type VisitPayingTime } from './createPayingTimeReader.js'
import type { RecordSource, RecordStream, Subscription } from './model.js'
import { type SpanOptions, type TallyOptions, tallyOptionNames } from './options.js'
import { payingRow } from './payingRow.js'
import type { PayingRow } from './payingTime.js'
import { readPayingTimeOptions } from './readPayingTimeOptions.js'

/** Options of {@link tallySubscriptions}. */
export interface TallySubscriptionsOptions extends TallyOptions<Subscription> {
  /** How paying time is read; default service time without pauses. */
  readonly spans?: SpanOptions | undefined
  /** Subscriptions with revenue that are no trial, or all; default `'mrr'`. */
  readonly paying?: 'mrr' | 'all' | undefined
}

/**
 * Tallies the paying time of subscriptions by customer: the mergeable first stage of churn and recurring revenue.
 *
 * A keyed tally, as large as its rows: one cell a customer (and segment), one row a subscription. The tallies of any
 * split of the records merge to the tally of the whole, also when one customer's subscriptions are in several parts.
 *
 * @param subscriptions - the records, in any order
 * @param options - instant of knowledge, zone, how paying time is read, segments
 * @returns a tally of kind `subscriptions`; left out: `duplicate`, `future`, `not_paying`, `zero_length`
 * @throws {@link RetentionOkrError} EVENT_ORDER for an end before its start
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_AMOUNT, NEGATIVE_AMOUNT for a field, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { tallySubscriptions } from 'retention-okr/records'
 *
 * const subscription = { id: 's1', customerId: 'c1', startedAt: '2024-01-01', mrr: 39, currency: 'EUR' }
 * const { cells } = tallySubscriptions([subscription], { asOf: '2024-02-01' })
 * cells // => [{ key: 'c1', rows: [{ id: 's1', start: 1704067200000, mrr: '39.00', currency: 'EUR' }] }]
 * ```
 * @since 0.1.0
 */
export function tallySubscriptions(subscriptions: RecordSource<Subscription>, options: TallySubscriptionsOptions): Tally
/**
 * Tallies the paying time of a stream of subscriptions, or of batches of subscriptions.
 *
 * @param stream - the records; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, how paying time is read, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallySubscriptions(
  stream: RecordStream<Subscription>,
  options: TallySubscriptionsOptions,
): Promise<Tally>
export function tallySubscriptions(
  source: RecordSource<Subscription> | RecordStream<Subscription>,
  options: TallySubscriptionsOptions,
): Tally | Promise<Tally> {
  return readSource(source, subscriptionSource, () => {
    assertKnownOptions(options, [...tallyOptionNames, 'spans', 'paying'])
    return tallyFeed(options)
  })
}

const subscriptionSource = { name: 'subscriptions' } as const

function tallyFeed(options: TallySubscriptionsOptions): Feed<Subscription, Tally> {
  const { context, definition } = readPayingTimeOptions(options)
  const exclusions = createExclusions()
  const cells = new Map<string, { segment?: string; key: string; rows: PayingRow[] }>()
  const visit: VisitPayingTime = (time, segment) => {
    const { customerId } = time
    const name = segment === undefined ? customerId : JSON.stringify([segment, customerId])
    const cell = cells.get(name)
    if (cell !== undefined) cell.rows.push(payingRow(time))
    else cells.set(name, { ...(segment === undefined ? {} : { segment }), key: customerId, rows: [payingRow(time)] })
  }
  return {
    add: createPayingTimeReader(context, visit, (reason) => exclusions.add(reason)),
    finish: () => {
      for (const { rows } of cells.values()) {
        if (rows.length > 1) rows.sort((a, b) => compareCodeUnits(a.id, b.id))
      }
      const sorted = ([...cells.values()] as unknown as TallyCell[]).sort(compareCells)
      const excluded = exclusions.result()
      return {
        kind: 'subscriptions',
        definition,
        cells: sorted,
        ...(excluded === undefined ? {} : { excluded }),
        distinct: 'customer',
      }
    },
  }
}
