import { addOpenTime } from './addOpenTime.js'
import type { OpenWindow } from './createOpenTime.js'
import { type Clock, type ClockRule, judgeClock, knownPauses } from './judgeClock.js'
import type { ClockReading } from './model.js'

/** Reads one clock against its target; see `readClock` for the rules. */
export function readClockAt(clock: Clock, target: number, rule: ClockRule): ClockReading {
  const { startedAt, stoppedAt } = clock
  const due = dueOf(clock, target, rule)
  const dueAt = due === null ? null : new Date(due).toISOString()
  if (startedAt > rule.asOf) {
    const unknown = { state: 'not_applicable' as const, elapsed: null, target, dueAt }
    return { ...unknown, mature: false, completed: false, negativeInterval: false }
  }
  const { state, elapsed, mature } = judgeClock(clock, target, rule)
  const completed = stoppedAt !== undefined && stoppedAt <= rule.asOf
  return { state, elapsed, target, dueAt, mature, completed, negativeInterval: completed && stoppedAt < startedAt }
}

/** When the target is reached, pauses left out. */
function dueOf(clock: Clock, target: number, { asOf, openTime }: ClockRule): number | null {
  const pauses = knownPauses(clock, asOf)
  if (pauses.length === 0) return addOpenTime(clock.startedAt, target, openTime)
  const windows = (start: number, end: number): OpenWindow[] =>
    openTime.windows(start, end).flatMap((window) => outside(window, pauses))
  return addOpenTime(clock.startedAt, target, { windows, between: openTime.between })
}

/** The parts of a window outside the pauses. */
function outside(window: OpenWindow, pauses: readonly OpenWindow[]): OpenWindow[] {
  const parts: OpenWindow[] = []
  let from = window.start
  for (const pause of pauses) {
    if (pause.start >= window.end) break
    if (pause.start > from) parts.push({ start: from, end: pause.start })
    from = Math.max(from, pause.end)
  }
  if (from < window.end) parts.push({ start: from, end: window.end })
  return parts
}
