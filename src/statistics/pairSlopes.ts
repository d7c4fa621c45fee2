/** Slopes between all pairs at different times, in ascending order. */
export function pairSlopes(values: readonly number[], times: readonly number[]): Float64Array {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2)
  let count = 0
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const elapsed = (times[later] as number) - (times[earlier] as number)
      if (elapsed === 0) continue
      slopes[count] = ((values[later] as number) - (values[earlier] as number)) / elapsed
      count += 1
    }
  }
  return slopes.subarray(0, count).sort()
}
