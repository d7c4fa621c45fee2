import { addLocalDays } from '../calendar/addLocalDays.js'
import { localDay } from '../calendar/localDay.js'
import type { SpanOptions } from './options.js'

/** A time in which a customer was one; an open end is infinite. */
export interface Span {
  start: number
  end: number
}

/** The union of spans: those that touch merge, gaps within the tolerance are bridged. */
export function uniteSpans(spans: readonly Span[], options: SpanOptions, timeZone: string): Span[] {
  const { gapToleranceDays = 0, netWithinDay = false } = options
  if (spans.length < 2 && !netWithinDay) return spans.map(({ start, end }) => ({ start, end }))
  const united: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = united.at(-1)
    if (last !== undefined && bridges(last.end, start)) last.end = Math.max(last.end, end)
    else united.push({ start, end })
  }
  return netWithinDay ? united.filter(({ start, end }) => !isOneDay(start, end)) : united

  function bridges(end: number, start: number): boolean {
    if (start <= end) return true
    if (gapToleranceDays > 0 && start <= addLocalDays(end, gapToleranceDays, timeZone)) return true
    return netWithinDay && isOneDay(end, start)
  }

  function isOneDay(from: number, to: number): boolean {
    return to !== Number.POSITIVE_INFINITY && localDay(from, timeZone) === localDay(to, timeZone)
  }
}
