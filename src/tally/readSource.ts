import { fail } from '../internal/fail.js'
import { isIterable } from '../internal/guards.js'
import { type ColumnKind, columnFacts } from './columnFacts.js'
import { forEachRecord } from './forEachRecord.js'
import { isColumns } from './isColumns.js'

/** What takes records one by one, and answers after the last. */
export interface Feed<T, R> {
  add: (record: T, index: number) => void
  /** Takes all of columns, made or checked here, where there is a shorter way than row by row. */
  addColumns?: ((columns: object) => void) | undefined
  finish: () => R
}

/** What the records of a source are called in the path of an error, and which columns may stand for them. */
export interface SourceKind {
  readonly name: string
  /** The first is the kind that rows are asked for. */
  readonly columns?: readonly ColumnKind[]
}

/**
 * Feeds records from an array, an iterable, columns or a stream, each once and in order.
 *
 * A stream is answered as a Promise, which also carries the errors of options. Its items are rows or batches of rows; one
 * is done before the next is asked for. An error of ours closes it, an error of its own passes through.
 */
export function readSource<T, R>(source: object, kind: SourceKind, start: () => Feed<T, R>): R | Promise<R> {
  if (isStream(source)) return readStream(source, kind.name, start)
  const feed = start()
  if (isColumns(source) && feed.addColumns !== undefined) {
    columnFacts(source, kind.name, kind.columns ?? [])
    feed.addColumns(source)
  } else forEachRecord(source as Iterable<T>, kind.name, feed.add, kind.columns)
  return feed.finish()
}

function isStream(source: unknown): source is AsyncIterable<unknown> {
  try {
    if (typeof source !== 'object' || source === null || isColumns(source) || isIterable(source)) return false
    return typeof Reflect.get(source, Symbol.asyncIterator) === 'function'
  } catch {
    return false
  }
}

async function readStream<T, R>(stream: AsyncIterable<unknown>, name: string, start: () => Feed<T, R>): Promise<R> {
  const { add, finish } = start()
  let index = 0
  const addRow = (row: unknown): void => {
    if (typeof row !== 'object' || row === null) fail('INVALID_INPUT', `${name}[${index}]`, 'must be a record', row)
    add(row as T, index)
    index += 1
  }
  for await (const item of stream) {
    // A hole of a batch is a row too: it is refused, not skipped.
    if (Array.isArray(item)) for (const row of item) addRow(row)
    else addRow(item)
  }
  return finish()
}
