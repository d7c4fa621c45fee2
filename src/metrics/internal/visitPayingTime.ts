import type { Instant } from '../../measurement.js'
import { createPayingTimeReader, type LeaveOut, type VisitPayingTime } from '../../records/createPayingTimeReader.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions, TallyOptions } from '../../records/options.js'
import { emptyPayingTime, fillPayingTime, type PayingRow } from '../../records/payingTime.js'
import { type PayingTimeDefinition, readPayingTimeOptions } from '../../records/readPayingTimeOptions.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { isTally } from '../../tally/isTally.js'
import type { DuplicateRule, Tally } from '../../tally/model.js'
import { knownAt } from './knownAt.js'

/** The options that paying time is asked for with; those of a tally must be its own. */
export interface VisitPayingTimeOptions {
  readonly asOf?: Instant | undefined
  readonly timeZone?: string | undefined
  readonly duplicates?: DuplicateRule | undefined
  readonly segmentBy?: TallyOptions<Subscription>['segmentBy']
  readonly spans?: SpanOptions | undefined
  readonly paying?: 'mrr' | 'all' | undefined
}

/** Visits the paying time of subscriptions, or of their tally, one by one: no row is kept. The definition is returned. */
export function visitPayingTime(
  source: Iterable<Subscription> | Tally<object>,
  options: VisitPayingTimeOptions,
  visit: VisitPayingTime,
  leaveOut: LeaveOut,
): PayingTimeDefinition {
  if (isTally(source)) return visitTally(source, options, visit)
  const { context, definition } = readPayingTimeOptions({ ...options, asOf: options.asOf as Instant })
  const subscriptions = source as Iterable<Subscription>
  forEachRecord(subscriptions, 'subscriptions', createPayingTimeReader(context, visit, leaveOut))
  return definition
}

function visitTally(
  tally: Tally<object>,
  options: VisitPayingTimeOptions,
  visit: VisitPayingTime,
): PayingTimeDefinition {
  const { timeZone, spans, paying } = options
  const asOf = knownAt(tally, options)
  const definition = agreeWithDefinition(tally, 'subscriptions', { asOf, timeZone, spans, paying })
  const time = emptyPayingTime()
  for (const { key = '', segment, rows = [] } of tally.cells) {
    for (const row of rows as unknown as readonly PayingRow[]) {
      fillPayingTime(time, key, row)
      visit(time, segment)
    }
  }
  return definition as PayingTimeDefinition
}
