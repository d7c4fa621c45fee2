/** Mid-ranks of values; sorted neighbours closer than the tolerance are tied, so that ties chain. */
export function chainedRanks(values: readonly number[], tolerance: number): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Array<number>(values.length)
  let start = 0
  for (let position = 1; position <= order.length; position++) {
    const here = values[order[position] ?? -1]
    if (here !== undefined && here - (values[order[position - 1] as number] as number) < tolerance) continue
    for (let member = start; member < position; member++) ranks[order[member] as number] = (start + position + 1) / 2
    start = position
  }
  return ranks
}
