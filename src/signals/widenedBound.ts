/** A bound of a ratio, further away by a factor on the log scale; a ratio of 0 or none has no such scale. */
export function widenedBound(ratio: number | null, bound: number | null, widening: number): number | null {
  if (bound === null || ratio === null || ratio === 0 || widening === 1) return bound
  return ratio * (bound / ratio) ** widening
}
