import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { activitySource, createActivityReader, type VisitActivity } from '../../records/createActivityReader.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
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

/** What takes events one by one, and answers after the last. */
export interface ActivityFeed<R> {
  add: VisitActivity
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
  const { name, columns } = activitySource
  const { add, finish } = start(definition)
  const read = createActivityReader(events, context, add, exclusions.add)
  forEachRecord<ActivityEvent>(events, name, read, columns)
  return { definition, excluded: exclusions.result(), result: finish() }
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
