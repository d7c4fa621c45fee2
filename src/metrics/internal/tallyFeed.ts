import type { Tally } from '../../tally/model.js'
import type { Feed } from '../../tally/readSource.js'
import { beginRecords } from './openSource.js'
import type { TallyPlan } from './tallySource.js'

/** What takes the records of a plan one by one, and answers with their tally. */
export function tallyFeed<T, Row, Shape extends object, R extends Tally<object>>({
  options,
  rules,
  finish,
}: TallyPlan<T, Row, Shape, R>): Feed<T, R> {
  const { context, ...begun } = beginRecords(options, rules)
  const feed = rules.feed(context)
  return { add: feed.add, finish: () => finish({ ...begun, rows: feed.finish() }) }
}
