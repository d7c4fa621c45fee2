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

/** Where a clock stands at the instant of knowledge. */
export interface ClockStanding {
  state: ClockReading['state']
  elapsed: number
  mature: boolean
}

/** Judges a clock that has started: what many tickets need, without the instant at which each was due. */
export function judgeClock(clock: Clock, target: number, rule: ClockRule): ClockStanding {
  const { asOf, operator } = rule
  const stoppedAt = clock.stoppedAt !== undefined && clock.stoppedAt <= asOf ? clock.stoppedAt : undefined
  const untilNow = openBetween(clock, asOf, rule)
  const elapsed = stoppedAt === undefined ? untilNow : openBetween(clock, stoppedAt, rule)
  const inTime = satisfies(elapsed, target, operator)
  return {
    state: inTime ? (stoppedAt === undefined ? 'pending' : 'met') : 'breached',
    elapsed,
    mature: !satisfies(untilNow, target, operator),
  }
}

/** Whether an elapsed time satisfies its target. */
function satisfies(elapsed: number, target: number, operator: 'lte' | 'lt'): boolean {
  return operator === 'lte' ? elapsed <= target : elapsed < target
}

/** Open time from the start, without the pauses. */
function openBetween(clock: Clock, end: number, { asOf, openTime }: ClockRule): number {
  const { startedAt } = clock
  if (end <= startedAt) return 0
  if (clock.pauses.length === 0) return openTime.between(startedAt, end)
  let elapsed = 0
  let from = startedAt
  for (const pause of knownPauses(clock, asOf)) {
    elapsed += openTime.between(from, Math.min(pause.start, end))
    from = Math.max(from, pause.end)
  }
  return elapsed + openTime.between(from, end)
}

/** Pauses that are known: an open one, or one that ends later, runs to the instant of knowledge. */
export function knownPauses({ pauses }: Clock, asOf: number): OpenWindow[] {
  const known = pauses
    .filter(({ start }) => start <= asOf)
    .map(({ start, end }) => ({ start, end: Math.min(end ?? asOf, asOf) }))
  return mergeWindows(known)
}
