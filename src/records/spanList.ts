import { grown } from '../internal/grown.js'

/** A time in which a customer was one; an open end is infinite. */
export interface Span {
  start: number
  end: number
}

/** Spans in arrays, of which the first `length` count: one list serves customer after customer. */
export interface SpanList {
  starts: Float64Array
  ends: Float64Array
  length: number
}

/** A list, empty or of given spans. */
export function spanList(spans: readonly Span[] = []): SpanList {
  const list = { starts: new Float64Array(16), ends: new Float64Array(16), length: 0 }
  setSpans(list, spans)
  return list
}

/** Makes a list that of given spans. */
export function setSpans(list: SpanList, spans: readonly Span[]): void {
  list.length = 0
  for (const { start, end } of spans) addSpan(list, start, end)
}

/** Adds a span to the end of a list. */
export function addSpan(list: SpanList, start: number, end: number): void {
  const { length } = list
  if (length >= list.starts.length) {
    list.starts = grown(list.starts, length)
    list.ends = grown(list.ends, length)
  }
  list.starts[length] = start
  list.ends[length] = end
  list.length = length + 1
}

/** The spans of a list, each an object of its own. */
export function spansOf({ starts, ends, length }: SpanList): Span[] {
  return Array.from({ length }, (_, at) => ({ start: starts[at] ?? 0, end: ends[at] ?? 0 }))
}
