import type { DurationSummary } from '../metrics/service/model.js'

const mostSteps = 200

/** At most 200 steps of a curve, evenly spread; those kept are as they were, the last one among them. */
export function thinSteps<T>(steps: readonly T[]): T[] {
  if (steps.length <= mostSteps) return [...steps]
  const every = (steps.length - 1) / (mostSteps - 1)
  return Array.from({ length: mostSteps }, (_, index) => steps[Math.round(index * every)] as T)
}

/** A summary whose curve is short enough for a review of any size. */
export function thinSummary(summary: DurationSummary): DurationSummary {
  return { ...summary, curve: thinSteps(summary.curve) }
}
