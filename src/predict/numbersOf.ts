/** An array of so many elements is made at once; a longer one would be a table of keys, and grows instead. */
const mostAtOnce = 2 ** 24

/** The first values of a typed array as a plain one. */
export function numbersOf(values: Int32Array | Uint32Array | Float64Array, length: number): number[] {
  const numbers = length <= mostAtOnce ? new Array<number>(length) : []
  for (let index = 0; index < length; index += 1) numbers[index] = values[index] ?? 0
  return numbers
}
