import { survivalLimits } from '../../statistics/survivalLimits.js'

/** A survival curve as columns: a step at each distinct time of completion. */
export interface DurationSteps {
  length: number
  times: Float64Array
  survival: Float64Array
  /** Limits of the share, NaN where undefined; absent where none were asked for. */
  lower?: Float64Array
  upper?: Float64Array
}

/**
 * The curve of Kaplan and Meier over ascending durations, some of them still open.
 *
 * What `kaplanMeier` gives for the same durations, without an object for each of them: at a time all are at risk that
 * are not shorter. Without `z` there are no limits.
 */
export function durationCurve(
  completed: ArrayLike<number>,
  open: ArrayLike<number>,
  z: number | undefined,
): DurationSteps {
  const times = new Float64Array(completed.length)
  const survivals = new Float64Array(completed.length)
  const limits = z === undefined ? undefined : { lower: nothing(completed.length), upper: nothing(completed.length) }
  let length = 0
  let survival = 1
  let variance = 0
  let censored = 0
  for (let done = 0; done < completed.length; length += 1) {
    const time = completed[done] ?? 0
    while (censored < open.length && (open[censored] ?? 0) < time) censored += 1
    const atRisk = completed.length - done + open.length - censored
    const first = done
    while (done < completed.length && completed[done] === time) done += 1
    const events = done - first
    survival *= (atRisk - events) / atRisk
    times[length] = time
    survivals[length] = survival
    if (survival === 0 || z === undefined || limits === undefined) continue
    variance += events / (atRisk * (atRisk - events))
    const { lower, upper } = survivalLimits(survival, variance, z)
    limits.lower[length] = lower ?? Number.NaN
    limits.upper[length] = upper ?? Number.NaN
  }
  return { length, times, survival: survivals, ...limits }
}

function nothing(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN)
}
