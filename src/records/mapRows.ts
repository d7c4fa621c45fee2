import { fail } from '../internal/fail.js'

import { isIterable } from '../internal/guards.js'
import { type PreparedMapper, prepareOf } from './mapping/createMapper.js'
import type { BadRowReport, MappedRows, MapperOptions, RowResult } from './mapping/model.js'

/**
 * Maps every row of an export: good records, bad rows with their index and columns, skipped rows by reason.
 *
 * Every row is accounted for: records + bad + skipped = rows. Order is kept and a bad row never stops the rest. A group
 * of rows (`groupRows`) counts as one.
 *
 * @param rows Rows of one export, or groups of rows, in any iterable.
 * @param mapper A mapper of this library, one made by `mapColumns`, or a function of your own from a row to a `RowResult`.
 * @param options Options of the mapper; they are checked also when there are no rows.
 * @returns Records in the order of their rows; bad rows with index (from 0) and issues, which never hold the text of a
 * cell; counts of skipped rows; the columns and zone in use. No rows give empty lists.
 * @throws {@link RetentionOkrError} INVALID_INPUT when `rows` is not iterable or `mapper` is no function.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapColumns, mapRows } from 'retention-okr/records'
 *
 * const mapper = mapColumns('activityEvent', { columns: { customerId: 'who', at: 'when' } })
 * const mapped = mapRows([{ who: 'c1', when: '2026-01-05T10:00:00Z' }, { who: '', when: 'soon' }], mapper)
 * mapped.records // => [{ customerId: 'c1', at: '2026-01-05T10:00:00Z' }]
 * const problems = mapped.bad.map(({ index, issues }) => [index, issues.map(({ rule }) => rule)])
 * problems // => [[1, ['missing', 'invalid_instant']]]
 * ```
 * @since 0.1.0
 */
export function mapRows<R, T, O extends MapperOptions>(
  rows: Iterable<R>,
  mapper: (row: R, options?: O) => RowResult<T>,
  options?: NoInfer<O>,
): MappedRows<T>
export function mapRows<R, T, O extends MapperOptions>(
  rows: Iterable<R>,
  mapper: (row: R, options: O) => RowResult<T>,
  options: NoInfer<O>,
): MappedRows<T>
export function mapRows<R, T, O extends MapperOptions>(
  rows: Iterable<R>,
  mapper: (row: R, options: O) => RowResult<T>,
  options?: O,
): MappedRows<T> {
  if (typeof mapper !== 'function') fail('INVALID_INPUT', 'mapper', 'must be a function', mapper)
  assertRows(rows)
  const { map, definition } = prepare(mapper, options)
  const records: T[] = []
  const bad: BadRowReport[] = []
  const skipped = new Map<string, number>()
  let index = 0
  for (const row of rows) {
    const result = map(row)
    if (result.status === 'ok') records.push(result.record)
    else if (result.status === 'bad') bad.push({ index, issues: result.issues })
    else skipped.set(result.reason, (skipped.get(result.reason) ?? 0) + 1)
    index += 1
  }
  return { records, bad, skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))), definition }
}

function assertRows(rows: unknown): void {
  if (!isIterable(rows)) {
    fail('INVALID_INPUT', 'rows', 'must be an array or another iterable of rows', rows)
  }
}

/** A mapper of this library says how it reads; of any other only its name is known. */
function prepare<R, T, O extends MapperOptions>(
  mapper: (row: R, options: O) => RowResult<T>,
  options: O | undefined,
): PreparedMapper<T> {
  const own = (mapper as { [prepareOf]?: (options: O | undefined) => PreparedMapper<T> })[prepareOf]
  if (own !== undefined) return own(options)
  return {
    map: (row) => mapper(row as R, options as O),
    definition: { source: 'custom', object: mapper.name, columns: {} },
  }
}
