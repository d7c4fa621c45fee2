import { assertKnownOptions } from '../../internal/guards.js'
import type { ActivityColumns, FieldArrays, RecordSource, RecordStream } from '../models/columns.js'
import type { ActivityEvent } from '../models/customer.js'
import { activityFeed } from './activityFeed.js'
import { activityRows } from './activityRows.js'
import { checkColumns } from './checkColumns.js'
import { assertCodes, assertInstants, assertKeys, assertTexts } from './columnGuards.js'
import { type EncodeOptions, encodeOptionNames } from './encodeOptions.js'
import { encodeSource } from './encodeSource.js'

/** Options of {@link encodeActivity}. */
export interface EncodeActivityOptions extends EncodeOptions {}

/**
 * Encodes activity as typed columns, to be counted many times: every text is read once.
 *
 * 12 bytes an event and the customers, 14 with types. Functions that take activity take these columns and give the same
 * figures, when they are asked with the zone and segments of the encoding. Events without an id are never twins. Columns
 * that come back from another thread are checked and returned.
 *
 * @param source - events, a stream of events or of batches, plain arrays of their fields, or columns
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns columns of activity; left out: `duplicate`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_INPUT for a field, with its path, or for arrays of unequal
 * length
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 16,777,216 customers, 65,536 segments or types, or 32,767
 * periods
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { measureStickiness } from 'retention-okr/metrics'
 * import { encodeActivity } from 'retention-okr/records'
 *
 * const columns = encodeActivity({
 *   customerId: ['a', 'b', 'a'],
 *   at: ['2024-01-01T09:00:00Z', '2024-01-01T10:00:00Z', '2024-01-02T09:00:00Z'],
 * })
 * columns.customers // => ['a', 'b']
 * measureStickiness(columns, { asOf: '2024-01-03', windowDays: 2 }).value // => 0.75
 * ```
 * @since 0.1.0
 */
export function encodeActivity(
  source: RecordSource<ActivityEvent> | FieldArrays<ActivityEvent>,
  options?: EncodeActivityOptions,
): ActivityColumns
/**
 * Encodes a stream of events, or of batches of events, as typed columns.
 *
 * @param stream - the events; a batch is done before the next is asked for
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns a Promise of the columns, which carries every error
 */
export function encodeActivity(
  stream: RecordStream<ActivityEvent>,
  options?: EncodeActivityOptions,
): Promise<ActivityColumns>
export function encodeActivity(
  source: RecordSource<ActivityEvent> | FieldArrays<ActivityEvent> | RecordStream<ActivityEvent>,
  options: EncodeActivityOptions = {},
): ActivityColumns | Promise<ActivityColumns> {
  return encodeSource<ActivityEvent, ActivityColumns>(source, {
    name: 'activities',
    kind: 'activity',
    required: ['customerId', 'at'],
    start: () => {
      assertKnownOptions(options, encodeOptionNames)
      return activityFeed(options)
    },
    check: (columns) => {
      assertKnownOptions(options, encodeOptionNames)
      return checkActivity(columns as ActivityColumns, options)
    },
  })
}

function checkActivity(columns: ActivityColumns, options: EncodeOptions): ActivityColumns {
  return checkColumns(columns, options, {
    name: 'activities',
    at: columns.at,
    rows: () => activityRows(columns, []),
    check: ({ length, types, type }) => {
      const customers = assertKeys(columns.customers, 'activities.customers')
      assertCodes(columns.customer, Uint32Array, { length, codes: customers.length }, 'activities.customer')
      assertInstants(columns.at, length, 'activities.at')
      if (types === undefined && type === undefined) return
      const names = assertTexts(types, 'activities.types')
      assertCodes(type, Uint16Array, { length, codes: names.length }, 'activities.type')
    },
  })
}
