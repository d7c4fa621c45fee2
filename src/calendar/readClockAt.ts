import { addOpenTime } from './addOpenTime.js'
import { mergeWindows, type OpenTime, type OpenWindow } from './createOpenTime.js'
import type { ClockReading } from './model.js'

/** A clock in epoch milliseconds. */
export interface Clock {
  startedAt: number
  stoppedAt: number | undefined
  pauses: readonly { start: number; end: number | undefined }[]
}

/** How clocks are read: many at once share the opening hours. */
export interface ClockRule {
  asOf: number
  operator: 'lte' | 'lt'
  openTime: OpenTime
}

/** Whether an elapsed time satisfies its target. */
function satisfies(elapsed: number, target: number, operator: 'lte' | 'lt'): boolean {
  return operator === 'lte' ? elapsed <= target : elapsed < target
}

/** Reads one clock against its target; see `readClock` for the rules. */
export function readClockAt(clock: Clock, target: number, rule: ClockRule): ClockReading {
  const { asOf, operator } = rule
  const { startedAt } = clock
  const due = dueOf(clock, target, rule)
  const dueAt = due === null ? null : new Date(due).toISOString()
  if (startedAt > asOf) {
    const unknown = { state: 'not_applicable' as const, elapsed: null, target, dueAt }
    return { ...unknown, mature: false, completed: false, negativeInterval: false }
  }
  const stoppedAt = clock.stoppedAt !== undefined && clock.stoppedAt <= asOf ? clock.stoppedAt : undefined
  const completed = stoppedAt !== undefined
  const elapsed = openBetween(clock, stoppedAt ?? asOf, rule)
  const inTime = satisfies(elapsed, target, operator)
  return {
    state: completed ? (inTime ? 'met' : 'breached') : inTime ? 'pending' : 'breached',
    elapsed,
    target,
    dueAt,
    mature: !satisfies(openBetween(clock, asOf, rule), target, operator),
    completed,
    negativeInterval: completed && stoppedAt < startedAt,
  }
}

/** Open time from the start, without the pauses. */
function openBetween(clock: Clock, end: number, { asOf, openTime }: ClockRule): number {
  const { startedAt } = clock
  if (end <= startedAt) return 0
  const pauses = knownPauses(clock, asOf)
  if (pauses.length === 0) return openTime.between(startedAt, end)
  let elapsed = 0
  let from = startedAt
  for (const pause of pauses) {
    elapsed += openTime.between(from, Math.min(pause.start, end))
    from = Math.max(from, pause.end)
  }
  return elapsed + openTime.between(from, end)
}

/** Pauses that are known: an open one, or one that ends later, runs to the instant of knowledge. */
function knownPauses({ pauses }: Clock, asOf: number): OpenWindow[] {
  const known = pauses
    .filter(({ start }) => start <= asOf)
    .map(({ start, end }) => ({ start, end: Math.min(end ?? asOf, asOf) }))
  return mergeWindows(known)
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
