import type { Tally } from '../../tally/model.js'
import { readSource, type SourceKind } from '../../tally/readSource.js'
import { type TallyPlan, tallyFeed } from './tallyFeed.js'

/** The tally of records, columns or a stream; of a stream as a Promise, which also carries the errors of options. */
export function tallySource<T, Row, Shape extends object, R extends Tally<object>>(
  source: object,
  records: SourceKind,
  start: () => TallyPlan<T, Row, Shape, R>,
): R | Promise<R> {
  return readSource(source, records, () => tallyFeed(start()))
}
