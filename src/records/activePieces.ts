import type { PayingTime } from './payingTime.js'

/** A part of a time in which it is not paused. */
export interface ActivePiece {
  start: number
  end: number
  /** Whether a pause ends it. */
  paused: boolean
}

/** The parts of a time outside its pauses; an open end is infinite, `paused` tells an end that a pause made. */
export function activePieces({ start, end, pauses = [] }: Pick<PayingTime, 'start' | 'end' | 'pauses'>): ActivePiece[] {
  const pieces: ActivePiece[] = []
  let from = start
  for (const [pauseStart, pauseEnd] of pauses) {
    if (pauseStart >= end) break
    if (pauseStart > from) pieces.push({ start: from, end: pauseStart, paused: true })
    from = Math.max(from, pauseEnd ?? Number.POSITIVE_INFINITY)
  }
  if (from < end) pieces.push({ start: from, end, paused: false })
  return pieces
}
