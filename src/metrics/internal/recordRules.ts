import { readSource, type SourceKind } from '../../tally/readSource.js'
import type { RecordRules } from './openSource.js'

/** The rules of records of one kind: read one by one, here from a source that is answered at once. */
export function recordRules<T, Row, Shape extends object>(
  source: object,
  records: SourceKind,
  rules: Omit<RecordRules<T, Row, Shape>, 'read'>,
): RecordRules<T, Row, Shape> {
  return { ...rules, read: (context) => readSource(source, records, () => rules.feed(context)) as Row[] }
}
