/** Places from 0 to 1 for all values, the smallest at 0; the middle when they are one. */
export function scaleOf(values: readonly number[]): (value: number) => number {
  const least = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  const most = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
  return (value) => (most > least ? (value - least) / (most - least) : 0.5)
}
