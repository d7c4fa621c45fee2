import { assertPlain } from '../internal/guards.js'
import type { Instant } from '../measurement.js'
import type { DeclaredPart, Tally } from '../tally/model.js'
import { chooseOptions } from './chooseOptions.js'
import { only } from './chosenOptions.js'
import {
  createReviewSources,
  givenKey,
  givenKeys,
  type ReviewSources,
  reviewDefinition,
} from './createReviewSources.js'
import { segmentsOf } from './figuresOf.js'
import type { ReviewPolicy } from './models/policy.js'
import type { ReviewTally, SomeRecords } from './models/records.js'
import { readReviewOptions } from './readReviewOptions.js'
import type { ReviewContext } from './reviewContext.js'
import { keptTypes } from './tallyKept.js'

/** Options of {@link tallyRecords}. */
export interface TallyRecordsOptions {
  /** The day; nothing later is known. */
  readonly asOf: Instant
  /** Zone of days and periods; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Choices of the house, the same as of the review. */
  readonly policy?: ReviewPolicy | undefined
  /** The part of a split by whole leads that the records are; then `duplicates` of all leads are needed. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Tallies the records of a review: its whole first stage, for records that come in parts.
 *
 * `reviewRetention` and `measureAll` take the result in place of the records. The tallies of two parts merge one by one,
 * those of one name with `mergeTallies`; a name that one part lacks is that of the other. Parts hold customers with their
 * records where segments are those of customers, and whole leads with all that happened to them: hand-overs, touches,
 * owner changes, deals. The tallies are keyed by customer or lead and as large as what they count; promises, deals,
 * objections, leads, hand-overs and touches are kept record by record.
 *
 * @param records - any subset of the records
 * @param options - the day, zone and choices of the review, the part that these records are
 * @returns plain JSON with one tally a family; options that shape a tally are those of the policy, not of key results
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option or choice that does not exist, INVALID_INPUT for a
 * partition without `duplicates` of the leads, CONFLICTING_RECORDS and what the tallies throw
 * @example
 * ```ts
 * import { mergeTallies } from 'retention-okr'
 * import { measureAll, tallyRecords } from 'retention-okr/review'
 *
 * const subscription = { startedAt: '2025-01-10', mrr: 39, currency: 'EUR' } as const
 * const options = { asOf: '2025-04-01' }
 * const north = tallyRecords({ subscriptions: [{ ...subscription, id: '1', customerId: 'a' }] }, options)
 * const left = { ...subscription, id: '2', customerId: 'b', endedAt: '2025-03-20' }
 * const south = tallyRecords({ subscriptions: [left] }, options)
 * const names = Object.keys(north.tallies)
 * const merged = names.map((name) => [name, mergeTallies(north.tallies[name]!, south.tallies[name]!)] as const)
 * measureAll({ ...north, tallies: Object.fromEntries(merged) }, options).measurements[0]?.value // => 0.5
 * ```
 * @since 0.1.0
 */
export function tallyRecords(records: SomeRecords, options: TallyRecordsOptions): ReviewTally {
  assertPlain(records, 'records')
  const context = readReviewOptions(options, ['asOf', 'timeZone', 'policy', 'partition'])
  const sources = createReviewSources(records, context, options.partition)
  buildTallies(sources, context)
  const given: Tally = {
    kind: 'given-records',
    definition: {},
    cells: givenKeys(records).map((key) => ({ key, counts: { parts: 1 } })),
  }
  const tallies = { ...Object.fromEntries(sources.built()), [givenKey]: given }
  const result: ReviewTally = { kind: 'review', definition: reviewDefinition(context), tallies }
  return JSON.parse(JSON.stringify(result)) as ReviewTally
}

/** Builds everything that a review of the records would ask for. */
function buildTallies(sources: ReviewSources, context: ReviewContext): void {
  const { has, tally, splits } = sources
  const { segments, policy } = context
  const { chosen, absent } = chooseOptions(sources, context, [])
  // What has nothing to measure here may have it in another part, or be asked for by a key result.
  for (const { rule, options } of [...chosen, ...absent]) {
    const shape = only(options, rule.shape ?? [])
    for (const name of rule.tallies) tally(name, shape)
    const [first] = rule.tallies
    if (first === undefined) continue
    for (const segment of segmentsOf({ rule }, sources, context)) tally(first, shape, segment)
    if (rule.code !== 'net-promoter-score' || !has('customers')) continue
    for (const segment of segments) {
      if (segment.of === 'customer' && splits('responses', segment)) tally(first, shape, segment)
    }
  }
  if (has('activities')) tally('activity')
  if (has('orders')) tally('purchases')
  if (has('tickets') && !sources.isColumns('tickets')) tally('complaints')
  if (has('leads') && has('handoffs') && policy.handoff !== undefined) tally('handoffResponses')
  const split = segments.find(({ of }) => of === 'customer')
  if (has('subscriptions')) {
    tally('subscriptions')
    if (split !== undefined && has('customers')) tally('subscriptions', {}, split)
  }
  for (const [type, { of }] of Object.entries(keptTypes)) {
    if (has(of) && !sources.isColumns(of)) sources.rows(type as keyof typeof keptTypes)
  }
}
