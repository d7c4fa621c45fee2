/** Median of numbers in ascending order: the mean of the middle two when their number is even; 0 of none. */
export function middle(sorted: ArrayLike<number>): number {
  const half = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[half] as number
  return sorted.length === 0 ? 0 : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}
