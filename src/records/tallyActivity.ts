import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { createInstantReader } from '../calendar/createInstantReader.js'
import { readAsOf } from '../calendar/readAsOf.js'
import { createExclusions } from '../internal/createExclusions.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions } from '../internal/guards.js'
import { compareCells } from '../tally/compareCells.js'
import { createIdCheck } from '../tally/createIdCheck.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { Tally, TallyCell } from '../tally/model.js'
import { createSegmentReader } from './createSegmentReader.js'
import type { ActivityEvent } from './model.js'
import type { TallyOptions } from './options.js'

/** Options of {@link tallyActivity}. */
export interface TallyActivityOptions extends TallyOptions<ActivityEvent> {}

/**
 * Tallies the instants of activity by customer and event type: the mergeable first stage of inactivity churn.
 *
 * A keyed tally, as large as its events: one cell a customer (and segment), one sorted list of instants an event type;
 * events without a type are listed under `''`. Lists cannot see an event that was given to two parts: the parts must be
 * disjoint.
 *
 * @param activities - the events, in any order
 * @param options - instant of knowledge, zone, segments
 * @returns a tally of kind `activity`; left out: `duplicate`, `future`
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
export function tallyActivity(activities: Iterable<ActivityEvent>, options: TallyActivityOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'segmentBy'])
  const { timeZone = 'UTC', segmentBy } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const readAt = createInstantReader(timeZone)
  const isNew = createIdCheck('activities')
  const segmentOf = createSegmentReader(segmentBy)
  const exclusions = createExclusions()
  const cells = new Map<string, { segment?: string; key: string; lists: Map<string, number[]> }>()
  forEachRecord(activities, 'activities', (event, index) => {
    const { id, customerId, type = '' } = event
    if (typeof customerId !== 'string') {
      fail('INVALID_INPUT', `activities[${index}].customerId`, 'must be text', customerId)
    }
    const at = readAt(event.at, () => `activities[${index}].at`)
    if (id !== undefined && !isNew(id, [customerId, at, type], index)) exclusions.add('duplicate')
    else if (at > asOf) exclusions.add('future')
    else add(segmentOf(event), customerId, type, at)
  })
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

  function add(segment: string | undefined, customerId: string, type: string, at: number): void {
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
}

function sortedLists(lists: ReadonlyMap<string, number[]>): Record<string, number[]> {
  const names = [...lists.keys()].sort()
  return Object.fromEntries(names.map((name) => [name, (lists.get(name) ?? []).sort((a, b) => a - b)]))
}
