import type { RowReader } from './createRowReader.js'
import type { ModelName } from './model.js'
import { modelFields } from './modelFields.js'

const beginnings: readonly (readonly [end: string, start: string])[] = [
  ['endedAt', 'startedAt'],
  ['resolvedAt', 'createdAt'],
  ['closedAt', 'createdAt'],
]

/** Ends of the model with their beginnings. */
export function orderRules(model: ModelName): typeof beginnings {
  return beginnings.filter(([end]) => Object.hasOwn(modelFields[model], end))
}

/** An end before its beginning, where both have a time of day. */
export function checkOrder(reader: RowReader, rules: typeof beginnings): void {
  for (const [end, start] of rules) {
    const [from, to] = [reader.instantOf(start), reader.instantOf(end)]
    if (from !== undefined && to !== undefined && to < from) reader.report(end, 'event_order')
  }
}
