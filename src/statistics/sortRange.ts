// Below this length moving elements one by one is faster than a call of the engine.
const shortLength = 32

/** Sorts a part of a typed array in place, ascending. */
export function sortRange(values: Int32Array | Float64Array, from: number, to: number): void {
  if (to - from > shortLength) {
    values.subarray(from, to).sort()
    return
  }
  for (let index = from + 1; index < to; index += 1) {
    const value = values[index] as number
    let place = index
    while (place > from && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number
      place -= 1
    }
    values[place] = value
  }
}
