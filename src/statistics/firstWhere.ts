/** Smallest whole number of a range for which a condition holds that holds from there on; `end` when none does. */
export function firstWhere(start: number, end: number, holds: (k: number) => boolean): number {
  let low = start
  let high = end
  while (low < high) {
    const half = Math.floor((low + high) / 2)
    if (holds(half)) high = half
    else low = half + 1
  }
  return low
}
