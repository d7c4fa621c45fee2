import { survivalLimits } from '../../statistics/survivalLimits.js'
import type { DurationPoint } from './model.js'

/**
 * The curve of Kaplan and Meier over ascending durations, some of them still open.
 *
 * What `kaplanMeier` gives for the same durations, without an object for each of them: at a time all are at risk that
 * are not shorter. Without `z` there are no limits.
 */
export function durationCurve(completed: Float64Array, open: Float64Array, z: number | undefined): DurationPoint[] {
  const curve: DurationPoint[] = []
  let survival = 1
  let variance = 0
  let censored = 0
  for (let done = 0; done < completed.length; ) {
    const time = completed[done] ?? 0
    while (censored < open.length && (open[censored] ?? 0) < time) censored += 1
    const atRisk = completed.length - done + open.length - censored
    const first = done
    while (done < completed.length && completed[done] === time) done += 1
    const events = done - first
    survival *= (atRisk - events) / atRisk
    if (survival === 0 || z === undefined) curve.push({ time, survival, lower: null, upper: null })
    else {
      variance += events / (atRisk * (atRisk - events))
      const { lower, upper } = survivalLimits(survival, variance, z)
      curve.push({ time, survival, lower, upper })
    }
  }
  return curve
}
