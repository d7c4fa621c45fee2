import type { Observation } from './model.js'

/** A time with those who could have had an event then, and those who had one. */
export interface RiskRow {
  /** The time. */
  time: number
  /** Observed at that time: entered before it, and not ended before it. */
  atRisk: number
  /** Events at that time. */
  events: number
}

/** Who was at risk and who had an event at each of some ascending times. */
export function riskTable(observations: readonly Observation[], times: Float64Array): RiskRow[] {
  const ends = Float64Array.from(observations, ({ time }) => time).sort()
  const entries = Float64Array.from(observations.filter(hasEntry), ({ entry }) => entry).sort()
  const events = Float64Array.from(
    observations.filter(({ event }) => event),
    ({ time }) => time,
  ).sort()
  let [ended, entered, past] = [0, 0, 0]
  return Array.from(times, (time) => {
    ended = advance(ends, ended, time)
    entered = advance(entries, entered, time)
    const start = advance(events, past, time)
    past = start
    while (events[past] === time) past += 1
    // Whoever enters later also ends later: those not yet in are among those not yet out.
    return { time, atRisk: ends.length - ended - (entries.length - entered), events: past - start }
  })
}

function hasEntry(observation: Observation): observation is Observation & { entry: number } {
  return observation.entry !== undefined
}

/** First position from `start` whose value is not below the time. */
function advance(sorted: Float64Array, start: number, time: number): number {
  let position = start
  while (position < sorted.length && (sorted[position] as number) < time) position += 1
  return position
}
