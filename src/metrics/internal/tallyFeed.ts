import type { Tally } from '../../tally/model.js'
import type { Feed } from '../../tally/readSource.js'
import { beginRecords, type OpenedSource, type OpenOptions, type RecordRules } from './openSource.js'

/** How a tally is made of one source, its options checked. */
export interface TallyPlan<T, Row, Shape extends object, R> {
  options: OpenOptions
  rules: RecordRules<T, Row, Shape>
  finish: (opened: OpenedSource<Row, Shape>) => R
}

/** What takes the records of a plan one by one, and answers with their tally. */
export function tallyFeed<T, Row, Shape extends object, R extends Tally<object>>({
  options,
  rules,
  finish,
}: TallyPlan<T, Row, Shape, R>): Feed<T, R> {
  const { context, ...begun } = beginRecords(options, rules)
  const feed = rules.feed(context)
  return { add: feed.add, addColumns: feed.addColumns, finish: () => finish({ ...begun, rows: feed.finish() }) }
}
