import { addLocalDays } from '../calendar/addLocalDays.js'
import { localDayNumber } from '../calendar/localDayNumber.js'
import type { SpanOptions } from './options.js'
import type { SpanList } from './spanList.js'

/** Up to so many spans are put in order by moving them one by one. */
const fewSpans = 16

/** Unites spans in place, in order: those that touch merge, gaps within the tolerance are bridged. */
export function uniteSpans(list: SpanList, options: SpanOptions, timeZone: string): void {
  const netWithinDay = options.netWithinDay === true
  if (list.length < 2 && !netWithinDay) return
  sortByStart(list)
  const { starts, ends } = list
  let last = -1
  for (let next = 0; next < list.length; next += 1) {
    const start = starts[next] ?? 0
    const end = ends[next] ?? 0
    if (last >= 0 && (start <= (ends[last] ?? 0) || isBridged(ends[last] ?? 0, start, options, timeZone))) {
      if (end > (ends[last] ?? 0)) ends[last] = end
    } else {
      last += 1
      starts[last] = start
      ends[last] = end
    }
  }
  list.length = last + 1
  if (netWithinDay) dropWithinDay(list, timeZone)
}

/** Whether a gap counts as none. */
function isBridged(end: number, start: number, options: SpanOptions, timeZone: string): boolean {
  const { gapToleranceDays = 0, netWithinDay = false } = options
  if (gapToleranceDays > 0 && start <= addLocalDays(end, gapToleranceDays, timeZone)) return true
  return netWithinDay && isOneDay(end, start, timeZone)
}

function isOneDay(from: number, to: number, timeZone: string): boolean {
  return to !== Number.POSITIVE_INFINITY && localDayNumber(from, timeZone) === localDayNumber(to, timeZone)
}

function dropWithinDay(list: SpanList, timeZone: string): void {
  const { starts, ends } = list
  let kept = 0
  for (let at = 0; at < list.length; at += 1) {
    const [start = 0, end = 0] = [starts[at], ends[at]]
    if (isOneDay(start, end, timeZone)) continue
    starts[kept] = start
    ends[kept] = end
    kept += 1
  }
  list.length = kept
}

/** Most customers have a few spans; of many, only the order is sorted. */
function sortByStart({ starts, ends, length }: SpanList): void {
  if (length > fewSpans) {
    sortMany(starts, ends, length)
    return
  }
  for (let next = 1; next < length; next += 1) {
    const start = starts[next] ?? 0
    const end = ends[next] ?? 0
    let at = next
    for (; at > 0 && (starts[at - 1] ?? 0) > start; at -= 1) {
      starts[at] = starts[at - 1] ?? 0
      ends[at] = ends[at - 1] ?? 0
    }
    starts[at] = start
    ends[at] = end
  }
}

function sortMany(starts: Float64Array, ends: Float64Array, length: number): void {
  const [fromStarts, fromEnds] = [starts.slice(0, length), ends.slice(0, length)]
  const order = Uint32Array.from({ length }, (_, at) => at)
  order.sort((a, b) => (fromStarts[a] ?? 0) - (fromStarts[b] ?? 0))
  order.forEach((from, at) => {
    starts[at] = fromStarts[from] ?? 0
    ends[at] = fromEnds[from] ?? 0
  })
}
