/** The least of numbers, if there is any; a list of a million arguments would be too long for `Math.min`. */
export function leastOf(values: readonly number[]): number | undefined {
  return values.reduce<number | undefined>(
    (least, value) => (least !== undefined && least <= value ? least : value),
    undefined,
  )
}
