/** Looks a year by the median length of the periods in days; those of months when there are none. */
export function looksByLength(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle =
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 30) + (sorted[Math.floor(sorted.length / 2)] ?? 30)) / 2
  if (middle <= 10) return 52
  if (middle <= 20) return 26
  if (middle <= 45) return 12
  return middle <= 135 ? 4 : 1
}
