import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { readAsOf } from '../calendar/readAsOf.js'
import { createExclusions } from '../internal/createExclusions.js'
import { assertKnownOptions } from '../internal/guards.js'
import { compareCells } from '../tally/compareCells.js'
import type { Tally, TallyCell } from '../tally/model.js'
import { type Feed, readSource } from '../tally/readSource.js'
import { activitySource, createActivityReader } from './createActivityReader.js'
import type { ActivityEvent, RecordSource, RecordStream } from './model.js'
import { type TallyOptions, tallyOptionNames } from './options.js'

/** Options of {@link tallyActivity}. */
export interface TallyActivityOptions extends TallyOptions<ActivityEvent> {}

/**
 * Tallies the instants of activity by customer and event type: the mergeable first stage of inactivity churn.
 *
 * A keyed tally, as large as its events: one cell a customer (and segment), one sorted list of instants an event type;
 * events without a type are listed under `''`. Lists cannot see an event that was given to two parts: the parts must be
 * disjoint.
 *
 * @param activities - the events, in any order, or columns; of orders each purchase is an event
 * @param options - instant of knowledge, zone, segments
 * @returns a tally of kind `activity`; left out: `duplicate`, `future`, of columns of orders also `test`, `cancelled`,
 * `failed`, `refunded`, `no_customer`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT for an event without a readable instant, with its path
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { tallyActivity } from 'retention-okr/records'
 *
 * const events = [{ customerId: 'c1', at: '2024-01-02' }, { customerId: 'c1', at: '2024-01-01' }]
 * const { cells } = tallyActivity(events, { asOf: '2024-02-01' })
 * cells // => [{ key: 'c1', lists: { '': [1704067200000, 1704153600000] } }]
 * ```
 * @since 0.1.0
 */
export function tallyActivity(activities: RecordSource<ActivityEvent>, options: TallyActivityOptions): Tally
/**
 * Tallies the activity of a stream of events, or of batches of events.
 *
 * @param stream - the events; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, segments
 * @returns a Promise of the tally, which carries every error
 */
export function tallyActivity(stream: RecordStream<ActivityEvent>, options: TallyActivityOptions): Promise<Tally>
export function tallyActivity(
  source: RecordSource<ActivityEvent> | RecordStream<ActivityEvent>,
  options: TallyActivityOptions,
): Tally | Promise<Tally> {
  return readSource(source, activitySource, () => activityFeed(source, options))
}

interface Cell {
  segment?: string
  key: string
  lists: Map<string, number[]>
}

function activityFeed(source: object, options: TallyActivityOptions): Feed<ActivityEvent, Tally> {
  assertKnownOptions(options, tallyOptionNames)
  const { timeZone = 'UTC', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const cells = new Map<string, Cell>()
  return {
    add: createActivityReader(
      source,
      { asOf, timeZone, segmentBy, duplicates },
      (customerId, at, type, segment) => addEvent(cells, segment, customerId, type, at),
      exclusions.add,
    ),
    finish: () => {
      const excluded = exclusions.result()
      return {
        kind: 'activity',
        definition: {
          asOf: new Date(asOf).toISOString(),
          timeZone,
          ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
        },
        cells: [...cells.values()]
          .map(({ lists, ...cell }): TallyCell => ({ ...cell, lists: sortedLists(lists) }))
          .sort(compareCells),
        ...(excluded === undefined ? {} : { excluded }),
        distinct: 'customer',
      }
    },
  }
}

/** The cells belong to one tally, which makes them. */
function addEvent(
  cells: Map<string, Cell>,
  segment: string | undefined,
  customerId: string,
  type: string,
  at: number,
): void {
  const name = segment === undefined ? customerId : JSON.stringify([segment, customerId])
  let cell = cells.get(name)
  if (cell === undefined) {
    cell = { ...(segment === undefined ? {} : { segment }), key: customerId, lists: new Map() }
    cells.set(name, cell)
  }
  const list = cell.lists.get(type)
  if (list === undefined) cell.lists.set(type, [at])
  else list.push(at)
}

function sortedLists(lists: ReadonlyMap<string, number[]>): Record<string, number[]> {
  const names = [...lists.keys()].sort()
  return Object.fromEntries(names.map((name) => [name, (lists.get(name) ?? []).sort((a, b) => a - b)]))
}
