/** Sizes of the groups of equal values, in ascending order of value. */
export function tieGroups(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const sizes: number[] = []
  let start = 0
  for (let index = 1; index <= sorted.length; index++) {
    if (index < sorted.length && sorted[index] === sorted[start]) continue
    sizes.push(index - start)
    start = index
  }
  return sizes
}
