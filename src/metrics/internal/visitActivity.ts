import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions, type Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { selectActivity } from '../../records/columns/selectActivity.js'
import { visitActivityColumns } from '../../records/columns/visitActivityColumns.js'
import {
  type ActivityContext,
  activitySource,
  createActivityReader,
  type VisitActivity,
} from '../../records/createActivityReader.js'
import type { ActivityColumns, ActivityEvent, OrderColumns, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithColumns } from '../../tally/agreeWithColumns.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Key } from '../../tally/createKeys.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { isColumns } from '../../tally/isColumns.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { unplacedOf } from '../../tally/unplacedOf.js'
import { knownAt } from './knownAt.js'

/** The options that activity is read with. */
export type ActivityOptions = {
  readonly [K in keyof TallyOptions<ActivityEvent>]?: TallyOptions<ActivityEvent>[K] | undefined
}

/** What the events gave, with what is known of them. */
export interface VisitedActivity<R> {
  definition: ActivityDefinition
  excluded: Record<string, number> | undefined
  result: R
}

/** The options that events were read with. */
export type ActivityDefinition = Record<string, unknown> & { asOf: string; timeZone: string }

/** What takes events one by one, whose customers may be codes, and answers after the last. */
export interface ActivityFeed<R> {
  add: VisitActivity<Key>
  /** Takes all that count of columns, where neither types nor segments matter. */
  addRows?: ((rows: CountedRows) => void) | undefined
  finish: () => R
}

/**
 * Visits the events of records, or of their tally, one by one: no row is kept.
 *
 * What is visited with is made from the definition, which is known before the first event.
 */
export function visitActivity<R>(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: ActivityOptions,
  start: (definition: ActivityDefinition) => ActivityFeed<R>,
): VisitedActivity<R> {
  return isTally(source)
    ? visitTally(source, options, start)
    : visitEvents(source as RecordSource<ActivityEvent>, options, start)
}

function visitEvents<R>(
  events: RecordSource<ActivityEvent>,
  options: ActivityOptions,
  start: (definition: ActivityDefinition) => ActivityFeed<R>,
): VisitedActivity<R> {
  const { timeZone = 'UTC', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const definition = {
    asOf: new Date(asOf).toISOString(),
    timeZone,
    ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
  }
  const context = { asOf, timeZone, segmentBy, duplicates }
  const { name } = activitySource
  const feed = start(definition)
  if (isColumns(events)) readColumns(events as ActivityColumns | OrderColumns, context, feed, exclusions)
  else forEachRecord<ActivityEvent>(events, name, createActivityReader(events, context, feed.add, exclusions.add))
  return { definition, excluded: exclusions.result(), result: feed.finish() }
}

function readColumns(
  columns: ActivityColumns | OrderColumns,
  { asOf, timeZone, segmentBy, duplicates = 'check' }: ActivityContext,
  { add, addRows }: ActivityFeed<unknown>,
  exclusions: Exclusions,
): void {
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  agreeWithColumns(columns, activitySource.name, activitySource.columns, { timeZone, segmentBy })
  for (const [reason, records] of unplacedOf(columns)) exclusions.add(reason, records)
  const hasSegments = segmentBy !== undefined
  if (addRows !== undefined && !hasSegments) addRows(selectActivity(columns, asOf, exclusions.add))
  else visitActivityColumns(columns, { asOf, hasSegments }, add, exclusions.add)
}

function visitTally<R>(
  tally: Tally<object>,
  options: ActivityOptions,
  start: (definition: ActivityDefinition) => ActivityFeed<R>,
): VisitedActivity<R> {
  const { timeZone, segmentBy } = options
  const agreed = agreeWithDefinition(tally, 'activity', { asOf: knownAt(tally, options), timeZone })
  if (typeof segmentBy === 'string' && segmentBy !== agreed['segmentBy']) {
    fail('TALLY_MISMATCH', 'options.segmentBy', 'must be that of the tally', segmentBy)
  }
  const definition = agreed as ActivityDefinition
  const { add, finish } = start(definition)
  for (const { key = '', segment, lists = {} } of tally.cells) {
    for (const [type, instants] of Object.entries(lists)) {
      for (const at of instants) add(key, at as number, type, segment)
    }
  }
  return { definition, excluded: tally.excluded, result: finish() }
}
