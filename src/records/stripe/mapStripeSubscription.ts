import type { Instant } from '../../measurement.js'
import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { Row, RowResult } from '../mapping/model.js'
import type { Subscription } from '../models/revenue.js'
import { checkStripeOptions } from './checkStripeOptions.js'
import { readStripeCurrency } from './readStripeCurrency.js'
import { readStripeMrr } from './readStripeMrr.js'
import type { MapStripeSubscriptionOptions } from './stripeOptions.js'
import { stripeRules } from './stripeRules.js'
import { neverActive, stripeStatus, stripeTrial } from './stripeTrial.js'
import { threeDecimals } from './threeDecimals.js'

/**
 * Maps a subscription of Stripe, with its items and discounts, to a `Subscription`.
 *
 * Monthly revenue is the sum of the items, unit amount x quantity, in units of the currency and per month. A lasting
 * discount is always deducted, a temporary one as `temporaryDiscounts` says; never below 0, and tax never. A discount
 * that is only an id, a price of tiers and a currency that differs inside the row are problems, not guesses.
 *
 * One row stands for the whole time, so only a trial that opens the subscription counts: while it runs the record is a
 * trial, afterwards it starts when the trial ended, and one that never got further is skipped (`'never_active'`). The
 * row does not say since when it is past due or paused: `pastDueSince` and `pausedSince` do. `cancel_at` is a plan, not
 * an end.
 *
 * Not confirmed against a real export: the currencies of three decimals (`minorUnitDecimals` replaces them). `columns`
 * replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency, and what counts; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapStripeSubscription } from 'retention-okr/records'
 *
 * const price = { unit_amount: 12000, currency: 'eur', recurring: { interval: 'year', interval_count: 1 } }
 * const row = { id: 's1', customer: 'c1', status: 'active', currency: 'eur', start_date: 1767607200 }
 * const result = mapStripeSubscription({ ...row, items: { data: [{ quantity: 2, price }] } })
 * result.status === 'ok' && [result.record.mrr, result.record.startedAt] // => ['20.00', 1767607200000]
 * ```
 * @since 0.1.0
 */
export const mapStripeSubscription: (row: Row, options?: MapStripeSubscriptionOptions) => RowResult<Subscription> =
  /* @__PURE__ */ createMapper<Subscription, MapStripeSubscriptionOptions, Row>({
    source: 'stripe',
    object: 'subscription',
    model: 'subscription',
    columns: {
      id: 'id',
      customerId: 'customer',
      startedAt: 'start_date',
      endedAt: 'ended_at',
      mrr: 'items',
      currency: 'currency',
      cancelRequestedAt: 'canceled_at',
      statusEndedAt: 'ended_at',
      endReason: 'cancellation_details.reason',
      status: 'status',
      trialStart: 'trial_start',
      trialEnd: 'trial_end',
      discounts: 'discounts',
    },
    unconfirmedWords: threeDecimals,
    rules: stripeRules,
    options: [
      'temporaryDiscounts',
      'includeMetered',
      'minorUnitDecimals',
      'laterTrials',
      'pastDueSince',
      'pausedSince',
    ],
    checkOptions: checkStripeOptions,
    skip: neverActive,
    derive: {
      startedAt(reader) {
        const startedAt = reader.read('startedAt', { kind: 'instant', required: true })
        const isPaidSinceTrial = stripeTrial(reader) === 'opening' && stripeStatus(reader) !== 'trialing'
        return isPaidSinceTrial ? reader.read('trialEnd', { kind: 'instant' }, 'startedAt') : startedAt
      },
      endedAt: (reader) => reader.read('endedAt', { kind: 'instant', required: stripeStatus(reader) === 'canceled' }),
      mrr: readStripeMrr,
      currency: readStripeCurrency,
      isTrial: readTrial,
      pastDueSince: (reader, { pastDueSince }) =>
        ['past_due', 'unpaid'].includes(stripeStatus(reader)) ? sinceOf(reader, pastDueSince) : undefined,
      endReason: (reader) => (reader.isBlank('endedAt') ? undefined : reasonOf(reader)),
      pauses: readPauses,
    },
  })

const statuses = ['active', 'trialing', 'past_due', 'unpaid', 'canceled', 'paused']

function readTrial(reader: RowReader): true | undefined {
  reader.read('status', { kind: 'word', words: statuses, required: true })
  return stripeStatus(reader) === 'trialing' && stripeTrial(reader) === 'opening' ? true : undefined
}

function reasonOf(reader: RowReader): Subscription['endReason'] {
  const reason = reader.peek('endReason', { kind: 'text' })
  if (reason === 'payment_failed') return 'involuntary'
  return reason === 'cancellation_requested' ? 'voluntary' : 'unknown'
}

function readPauses(reader: RowReader, { laterTrials, pausedSince }: MapStripeSubscriptionOptions): unknown {
  const pauses: object[] = []
  if (laterTrials === 'pause' && stripeTrial(reader) === 'later') {
    const [start, end] = ['trialStart', 'trialEnd'].map((field) => reader.read(field, { kind: 'instant' }, 'pauses'))
    pauses.push({ start, end })
  }
  if (stripeStatus(reader) === 'paused') {
    const start = sinceOf(reader, pausedSince)
    if (start === undefined) return reader.report('pauses', 'missing', { column: '', present: false, value: undefined })
    pauses.push({ start })
  }
  return pauses.length === 0 ? undefined : pauses
}

/** What the caller knows of this subscription; a Date becomes text. */
function sinceOf(
  reader: RowReader,
  since: { readonly [id: string]: Instant } | undefined,
): string | number | undefined {
  const id = reader.peek('id', { kind: 'id' })
  if (since === undefined || typeof id !== 'string' || !Object.hasOwn(since, id)) return undefined
  const instant = since[id]
  return instant instanceof Date ? instant.toISOString() : instant
}
