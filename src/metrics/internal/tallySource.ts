import type { Tally } from '../../tally/model.js'
import { readSource, type SourceKind } from '../../tally/readSource.js'
import type { OpenedSource, OpenOptions, RecordRules } from './openSource.js'
import { tallyFeed } from './tallyFeed.js'

/** How a tally is made of one source, its options checked. */
export interface TallyPlan<T, Row, Shape extends object, R> {
  options: OpenOptions
  rules: RecordRules<T, Row, Shape>
  finish: (opened: OpenedSource<Row, Shape>) => R
}

/** The tally of records, columns or a stream; of a stream as a Promise, which also carries the errors of options. */
export function tallySource<T, Row, Shape extends object, R extends Tally<object>>(
  source: object,
  records: SourceKind,
  start: () => TallyPlan<T, Row, Shape, R>,
): R | Promise<R> {
  return readSource(source, records, () => tallyFeed(start()))
}
